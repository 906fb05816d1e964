"""The room `documents` of addup."""
