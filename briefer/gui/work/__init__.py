"""What the parts ask for, done at the desk."""
