"""Something of a workbook that a version of a feature brought or renamed, as far as an older workbook may lack it."""

from dataclasses import dataclass
from enum import Enum

from opsbook.model.language import Label


class PartKind(Enum):
    """What a part is."""

    SHEET = "sheet"
    TABLE = "table"
    COLUMN = "column"
    NAME = "name"
    OPTION = "option"
    LABEL = "label"  # of a column


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a workbook.

    Args:
        kind: what it is.
        name: id of a sheet, name of a table, defined name, name of an option; of a column and its label the name of its table.
        column: id of a column.
        feature: the feature that declares it.
        since: version of the feature that brought it.
    """

    kind: PartKind
    name: str
    column: str
    feature: str
    since: int


@dataclass(frozen=True, slots=True)
class Renamed:
    """Something that was called otherwise before.

    Args:
        table: name of the table whose column it is; empty for what is no column.
        column: id of that column.
        feature: the feature whose versions its former labels name.
        label: what it is called.
    """

    table: str
    column: str
    feature: str
    label: Label
