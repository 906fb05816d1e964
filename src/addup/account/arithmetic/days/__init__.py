"""Days, ages and the counts over some days, held against longer ones."""
