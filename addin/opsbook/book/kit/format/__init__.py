"""How cells look: styles, widths, lights."""
