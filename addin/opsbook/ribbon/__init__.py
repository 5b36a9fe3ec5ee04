"""The buttons of the ribbon."""
