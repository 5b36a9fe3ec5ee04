"""Where installed add-ins look for the worksheet functions."""

from opsbook import udf
from opsbook.udf import *  # noqa: F403 - all of them, whatever they are

__all__ = udf.__all__
