"""What every part of the window stands on: the open project, settings, commands, dropped things."""
