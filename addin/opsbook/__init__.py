"""OpsBook: a standard operations workbook that fills itself from seller exports."""

__version__ = "0.2.0"
