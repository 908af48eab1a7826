"""What shows while no project is open."""
