"""Parts, rests and balances held against their whole."""
