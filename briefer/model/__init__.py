"""The records of a project and what happens to them: no input, output, clock or Qt."""
