"""What went up or down, by how much, and what it was before and after."""
