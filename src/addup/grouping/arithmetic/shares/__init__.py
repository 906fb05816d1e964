"""Shares of a group, of one whole or with a name of their own, and the counts that they are of."""
