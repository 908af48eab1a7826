"""The menu bar, and the menus at the right mouse button."""
