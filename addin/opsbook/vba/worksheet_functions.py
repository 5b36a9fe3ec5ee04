"""Every worksheet function of the add-in, and the groups Excel's function dialog shows them in."""

from functools import cache

from opsbook.features.function_list import FUNCTIONS
from opsbook.model.function import Function
from opsbook.model.language import Label
from opsbook.vba.metric import metric_functions

FIRST_OWN_CATEGORY = 20  # Excel numbers its own groups up to 19


@cache
def worksheet_functions() -> tuple[Function, ...]:
    """List every worksheet function: metrics first, then analyses."""
    return (*metric_functions(), *FUNCTIONS)


@cache
def categories() -> tuple[Label, ...]:
    """Groups of functions, in the order in which the workbook lists them."""
    return tuple(dict.fromkeys(function.category for function in worksheet_functions()))


def category_number(function: Function) -> int:
    """The number under which VBA knows a function's group."""
    return FIRST_OWN_CATEGORY + categories().index(function.category)
