"""The list of sources at the left."""
