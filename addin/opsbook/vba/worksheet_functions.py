"""Every worksheet function of the add-in, and the groups Excel's function dialog shows them in."""

from functools import cache

from opsbook.model.catalog import Catalog
from opsbook.model.language import Label
from opsbook.model.records.function import CATEGORIES, Function
from opsbook.vba.metric import metric_functions

FIRST_OWN_CATEGORY = 20  # Excel numbers its own groups up to 19


@cache
def worksheet_functions(catalog: Catalog) -> tuple[Function, ...]:
    """List every worksheet function: metrics first, then analyses, group by group."""
    return (*metric_functions(catalog), *analyses(catalog))


@cache
def analyses(catalog: Catalog) -> tuple[Function, ...]:
    """List the functions that Python answers, group by group."""
    groups = (*CATEGORIES, *(one.category for one in catalog.functions.values()))
    return tuple(sorted(catalog.functions.values(), key=lambda one: groups.index(one.category)))


@cache
def categories(catalog: Catalog) -> tuple[Label, ...]:
    """Groups of functions, in the order in which the workbook lists them."""
    return tuple(dict.fromkeys(function.category for function in worksheet_functions(catalog)))


def category_number(function: Function, catalog: Catalog) -> int:
    """The number under which VBA knows a function's group."""
    return FIRST_OWN_CATEGORY + categories(catalog).index(function.category)
