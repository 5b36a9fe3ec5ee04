"""Where installed add-ins look for the buttons."""

from opsbook.ribbon.run import run

__all__ = ["run"]
