"""The Excel add-in as files: VBA project, packages, and what install needs to know of a computer."""
