"""Shares held against the counts that they are of, and against all that there is."""
