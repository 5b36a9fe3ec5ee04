"""What a sheet nobody knows may be: the record that is told, asked about and remembered; guessing it is another matter."""

from collections.abc import Mapping
from dataclasses import dataclass

from opsbook.exports.mapping.profile import Profile
from opsbook.exports.mapping.targets import fields
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.signature import signature
from opsbook.model.language import Label
from opsbook.model.schema import Table

KEPT = "+"  # no field: the column is kept as it is


@dataclass(frozen=True, slots=True)
class Guess:
    """What one column may stand for.

    Args:
        header: its name in the file.
        field: id of the table's column, or `KEPT`; empty where nothing fits.
        sure: 0 to 1.
        reason: message code.
        seen: what the reason names.
        example: its first cell; empty where it may be a person.
    """

    header: str
    field: str = ""
    sure: float = 0.0
    reason: str = ""
    seen: Mapping[str, object] | None = None
    example: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the operator said of the columns of a report.

    Args:
        table: fact table its rows fill.
        headers: its headers in one spelling.
        fields: id of the table's column, or `KEPT`, by header in one spelling.
    """

    table: Table
    headers: frozenset[str]
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet nobody knows, its header found by what stands below it.

    Args:
        raw: the sheet.
        row: index of the header row, from 0.
        headers: names of the columns that are not about people, left to right, each once.
        profiles: what stands below each of them.
        personal: names of the columns about people.
        dated: whether notes above the header or the file's name tell the day.
    """

    raw: RawTable
    row: int
    headers: tuple[str, ...]
    profiles: Mapping[str, Profile]
    personal: tuple[str, ...]
    dated: bool

    @property
    def signature(self) -> str:
        """What its report is told by."""
        return signature(self.raw.rows[self.row])


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a sheet may be.

    Args:
        sheet: the sheet.
        table: fact table its rows may fill.
        guesses: one per column, left to right.
        missing: ids of key columns that none of its columns may be.
    """

    sheet: Sheet
    table: Table
    guesses: tuple[Guess, ...]
    missing: tuple[str, ...] = ()

    @property
    def proposed(self) -> tuple[Guess, ...]:
        """The columns that may be something."""
        return tuple(guess for guess in self.guesses if guess.field)

    @property
    def has_figures(self) -> bool:
        """Whether any of them is a figure: a key alone would fill nothing."""
        units = {column.id: column.unit for column in self.table.columns}
        return any(guess.field != KEPT and units[guess.field].is_number for guess in self.proposed)


def label(table: Table, field: str) -> Label:
    """What people call a column that a file may fill."""
    return next(column.label for column in (*fields(table), *table.columns) if column.id == field)


def missing_keys(table: Table, found: set[str], *, dated: bool) -> tuple[str, ...]:
    """The key columns of a table that nothing stands for.

    Args:
        table: a fact table.
        found: ids of the columns there are.
        dated: whether the day is told elsewhere.
    """
    stand_in = {"plan_id": "plan", "source2": "source1", "source3": "source1"}
    there = found | ({"date"} if dated else set()) | {name for name, other in stand_in.items() if other in found}
    return tuple(name for name in table.key if name not in there)
