"""What a user can do; each function answers with a Change and writes nothing."""
