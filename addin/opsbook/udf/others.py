"""Worksheet functions that no module lists: those of metrics, and those that other packages offer."""

from typing import Any

from opsbook.features.contents import catalog
from opsbook.features.daily import metric_functions
from opsbook.model.reference import resolve


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever a package offers
    """The function of that worksheet name.

    Raises:
        AttributeError: there is none.
    """
    function = catalog().functions.get(name)
    return resolve(function.run) if function and function.run else getattr(metric_functions, name)
