"""So much each, times how many, held against what is told of all."""
