"""Worksheet functions, callable as plain Python under their worksheet names, such as `OPS_BRIDGE(before, after)`.

Each feature declares its own. Metrics, such as `OPS_CVR(buyers, visitors)`, follow from the registry; in Excel their VBA
twins answer instead.
"""

from opsbook.udf.declared import __getattr__, offered

__all__ = ["__getattr__", "offered"]
