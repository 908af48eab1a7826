"""How the window looks: colours, letters, icons, and the controls painted with them."""
