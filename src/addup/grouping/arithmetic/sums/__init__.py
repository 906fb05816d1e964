"""Parts of a whole, what is left of it, and what came and went."""
