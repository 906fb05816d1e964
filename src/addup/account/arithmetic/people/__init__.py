"""The people of one event, held against each other by what became of them."""
