"""What follows from an account or clashes in it, told in words with the arithmetic."""
