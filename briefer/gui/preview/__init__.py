"""The brief as its PDF would be now: the pages, the way from a note to its passage and back."""
