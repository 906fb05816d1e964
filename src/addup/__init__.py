"""addup."""
