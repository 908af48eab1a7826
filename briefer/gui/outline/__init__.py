"""The brief at the right: its sections, statements and passages, and the editor."""
