"""Where installed add-ins look for the buttons."""

from opsbook.ribbon.ribbon import run

__all__ = ["run"]
