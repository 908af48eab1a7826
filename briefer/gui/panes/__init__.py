"""Sources side by side: their words, what is tagged in them, and finding in them."""
