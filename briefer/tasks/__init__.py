"""What the window and the command line both do, from opening to export."""
