"""From a document to its reading: figures, times, attributions."""
