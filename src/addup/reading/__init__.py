"""The room `reading` of addup."""
