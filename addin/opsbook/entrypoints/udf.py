"""Where installed add-ins look for the worksheet functions; xlwings lists what stands in the module."""

from opsbook.udf import __getattr__, offered

__all__ = ["__getattr__", "offered"]

globals().update(offered())
