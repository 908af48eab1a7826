"""What sources say of each other."""
