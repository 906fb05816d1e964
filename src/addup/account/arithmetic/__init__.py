"""What the words of reports set against each other without an account: so much each, rises, margins.

Most modules check what the module of the same name in `addup.grouping.arithmetic` found.
"""
