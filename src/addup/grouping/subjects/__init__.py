"""What a figure is about: the thing, what happened to it, where, and what names it."""
