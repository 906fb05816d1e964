"""So much each, or at most, how many there are, and what it comes to in all."""
