"""Something of a workbook that a version of a feature brought, as far as an older workbook may lack it."""

from dataclasses import dataclass
from enum import Enum


class PartKind(Enum):
    """What a part is."""

    SHEET = "sheet"
    TABLE = "table"
    COLUMN = "column"
    NAME = "name"
    OPTION = "option"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a workbook.

    Args:
        kind: what it is.
        name: id of a sheet, name of a table, defined name, name of an option; of a column the name of its table.
        column: id of a column.
        feature: the feature that declares it.
        since: version of the feature that brought it.
    """

    kind: PartKind
    name: str
    column: str
    feature: str
    since: int
