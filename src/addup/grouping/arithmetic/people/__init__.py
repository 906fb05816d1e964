"""People of one event: what became of them, by the words around their numbers."""
