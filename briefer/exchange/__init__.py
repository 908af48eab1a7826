"""Everything that is YAML: the lossless project form and the templates."""
