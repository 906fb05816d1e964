"""What figures of a report, and series, say of each other: parts, wholes, the same once more."""
