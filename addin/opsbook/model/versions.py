"""Which version of each feature a workbook has.

The workbook tells only what differs from its first version: a workbook that tells nothing was made with that one.
"""

import re
from collections.abc import Mapping

from opsbook.model.catalog import Catalog

PROPERTY = "opsbook_features"
_PAIR = re.compile(r"([\w-]+)=(\d+)")


def held_versions(text: str, catalog: Catalog) -> Mapping[str, int]:
    """Versions by feature; features that the workbook knows nothing of have 0.

    Args:
        text: the property, such as "goals=2 stock=1"; features of packages that are not installed are kept.
        catalog: what the product consists of.
    """
    first = {feature: int(feature in catalog.founding) for feature in catalog.versions}
    return first | {name: int(number) for name, number in _PAIR.findall(text)}


def told_versions(held: Mapping[str, int], catalog: Catalog) -> str:
    """The property of a workbook that was brought up to date."""
    versions = {**held, **catalog.versions}
    first = dict.fromkeys(catalog.founding, 1)
    return " ".join(f"{name}={number}" for name, number in sorted(versions.items()) if number != first.get(name, 0))
