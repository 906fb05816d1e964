"""From what was read and grouped to an account: days, what is left out and why, and its check."""
