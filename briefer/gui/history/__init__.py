"""Everything that was ever done to the project, and the way back to any moment of it."""
