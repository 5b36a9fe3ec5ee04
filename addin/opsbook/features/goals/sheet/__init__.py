"""Goals as they are drawn: the sheet, its tiles, its part of the dashboard and of Calc."""
