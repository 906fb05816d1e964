"""What shares are of: `find` says in which order what the other modules know is asked."""
