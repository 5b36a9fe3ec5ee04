"""Where installed add-ins look for the restart of Python."""

from opsbook.ribbon.restart import renew

__all__ = ["renew"]
