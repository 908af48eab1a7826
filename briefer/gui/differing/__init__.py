"""The differences between the sources, and what the analyst holds to be so."""
