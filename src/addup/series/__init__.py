"""The room `series` of addup."""
