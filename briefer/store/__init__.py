"""A project as one SQLite file: records, texts and the log."""
