"""What xlwings must know of a function to offer it to Excel, told through its own decorators."""

import functools
from collections.abc import Callable
from typing import Any

from opsbook.model.records.function import Function


def xlwings_record(calculate: Callable[..., object], function: Function) -> dict[str, Any]:
    """Describe a function to xlwings.

    Args:
        calculate: the function, for the names and defaults of its arguments.
        function: its record.

    Returns:
        What xlwings' decorators leave on a function: every argument arrives as rows of cells, error cells as texts.

    Raises:
        AttributeError: xlwings has no worksheet functions here, as on Linux.
    """
    import xlwings as xw  # noqa: PLC0415 - only Excel's Python server asks, and has it loaded

    @functools.wraps(calculate)
    def bare(*cells: object) -> object:
        return calculate(*cells)

    bare.__annotations__ = {}  # xlwings takes type hints for converters and stumbles over unions
    bare.__doc__ = function.help.en  # VBA's own descriptions are ASCII
    described: Any = bare
    for argument in function.arguments:
        described = xw.arg(argument.name, doc=argument.help.en, ndim=2, err_to_str=True)(described)
    described = xw.func(category=function.category.en)(described)  # last, as each argument would reset the category
    record: dict[str, Any] = described.__xlfunc__
    return record
