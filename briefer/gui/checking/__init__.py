"""What is wrong with the brief, listed, each with the way to where it can be mended."""
