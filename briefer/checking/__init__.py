"""What is wrong with a project, and whether an exported brief says what it should."""
