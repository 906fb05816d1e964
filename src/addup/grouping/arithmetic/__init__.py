"""Figures that words set against each other, whatever their series: so much each, rises, margins.

Most modules find what a module of the same name checks in the room after this one.
"""
