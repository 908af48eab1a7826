"""A reference and a locator become the words of a note."""
