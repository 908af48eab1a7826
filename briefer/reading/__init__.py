"""A file from outside becomes a text that passages can be anchored in."""
