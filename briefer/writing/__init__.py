"""A project becomes a Brief, and a Brief a file."""
