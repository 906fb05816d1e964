"""How long, how old and since when; and counts over some days within longer ones."""
