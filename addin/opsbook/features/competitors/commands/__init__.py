"""The commands `peers add`, `log`, `import`, `report`."""
