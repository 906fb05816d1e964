"""Figures that words set against each other, whatever their series: so much each, rises, margins.

By kind of relation: `shares`, `changes`, `rates`, `sums`, `votes`, `people`, `days`, and `rivals`, who tell
one thing in two ways; what they find is checked in rooms of the same names after this one. `together` is what
was learnt of all kinds. The modules beside them are asked by several.
"""
