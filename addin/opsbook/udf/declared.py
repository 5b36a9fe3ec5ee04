"""The worksheet functions that features declare, and those that follow from metrics."""

from typing import Any

from opsbook.features.contents import catalog
from opsbook.features.daily.metric_functions import metric_function
from opsbook.model.reference import resolve


def __getattr__(name: str) -> Any:  # noqa: ANN401 - functions of any arguments
    """The function of a worksheet name.

    Raises:
        AttributeError: there is no function of that name.
    """
    declared = catalog().functions.get(name)
    return resolve(declared.run) if declared else metric_function(name)


def offered() -> dict[str, Any]:
    """Every function that Python answers in Excel, by its worksheet name."""
    return {one.name: resolve(one.run) for one in catalog().functions.values()}
