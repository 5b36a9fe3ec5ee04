"""LibreOffice without a window, as a second engine."""
