"""Searching in all sources: the page beside the sources, its results and the search behind it."""
