"""What a table and its columns are."""

from dataclasses import dataclass
from enum import Enum

from opsbook.model.language import Label
from opsbook.model.units import Unit


class Kind(Enum):
    """Who writes the cells of a column."""

    FACT = "fact"  # import and refresh
    FORMULA = "formula"  # build; Excel calculates
    YOURS = "yours"  # the operator


FOUND = Label("（自动）", " (auto)")  # what the header of a found figure adds to that of the typed one


class Goes(Enum):
    """Into which workbook made from an older one something goes along."""

    ALWAYS = "always"
    SAME_YEAR = "same year"
    NEVER = "never"

    def into(self, *, same_year: bool) -> bool:
        """Whether it goes into a workbook of the same year, or of another."""
        return self is Goes.ALWAYS or (self is Goes.SAME_YEAR and same_year)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Args:
        id: its id.
        label: its header.
        unit: what it holds.
        kind: who writes its cells.
        since: version of its feature that brought it.
        found_for: id of the column a person types the same figure into, where this one holds what files said; a typed
            number goes before a found one.
        names: its cells name columns, metrics and the like by their labels: they follow when those change.
    """

    id: str
    label: Label
    unit: Unit
    kind: Kind = Kind.FACT
    since: int = 1
    found_for: str = ""
    names: bool = False


@dataclass(frozen=True, slots=True)
class Foremost:
    """How many rows of a day stand in the workbook; the rest lies in the history and stands there as one row of sums.

    Args:
        setting: name of the cell that says how many.
        usual: how many where there is no such cell.
        ranked: columns that decide, in order, larger figures first; then the key does.
        others: what the row of the rest is called, in the last part of its key.
        said_in: the column that says how many rows it is the sum of.
        said: the words, with their {count}; figures of people are sums over the rows, whoever came to two of them counts twice.
    """

    setting: str
    usual: int
    ranked: tuple[str, ...]
    others: Label
    said_in: str
    said: Label


@dataclass(frozen=True, slots=True)
class Table:
    """One Excel table.

    Args:
        name: ASCII table name.
        key: ids of the columns that together name a row.
        columns: facts, the operator's columns and formulas that are not metrics, in reading order.
        metrics: ids of metrics that follow as formula columns.
        fixed: rows stand from the start and never move (calendar days, months).
        daily: rows are figures of a day that exports fill.
        sheet: what a report of one's own calls it; None where none may fill it.
        label: what messages call its rows, where no report of every morning and no sheet says it.
        emptied: a new workbook starts without rows.
        typed: people type its rows, a few hundred at most.
        unique: columns that no two rows share, beside the key.
        pasted: rows also come by hand below the table; LibreOffice lets no table grow by itself.
        judged_elsewhere: its cells are judged by the code that reads them, or are written anew by every refresh.
        sightings: a row is one look, not the sum of a day: words alone say something.
        since: version of its feature that brought it; columns that came later have a version of their own.
        printed: its rows are words of the program; older workbooks get those that came later.
        options: its rows are settings that came later, each with a named cell.
        window: name of the setting for how many days its rows stay before they go to the history; empty where all stay.
        foremost: which rows of a day stay, where not all do.
        goes: into which workbook made from this one what people typed, and rows that no refresh makes, go along.
        lasting: its rows go along though a refresh writes them: what once stood there is not worked out anew.
        until: the column with the last day that a row tells of; a row that tells of earlier years only stays behind.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    metrics: tuple[str, ...] = ()
    fixed: bool = False
    daily: bool = False
    sheet: Label | None = None
    label: Label | None = None
    emptied: bool = False
    typed: bool = False
    unique: tuple[tuple[str, ...], ...] = ()
    pasted: bool = False
    judged_elsewhere: bool = False
    sightings: bool = False
    printed: bool = False
    options: bool = False
    window: str = ""
    since: int = 1
    foremost: Foremost | None = None
    goes: Goes = Goes.ALWAYS
    lasting: bool = False
    until: str = ""

    @property
    def calendar(self) -> bool:
        """Whether it has one row for each day of the workbook's years."""
        return self.fixed and self.key == ("date",)

    def is_others(self, part: object) -> bool:
        """Whether a row is the sum of a day's rest, by the last part of its key; in either language."""
        return self.foremost is not None and part in {self.foremost.others.zh, self.foremost.others.en}


def text_column(name: str, zh: str, en: str, kind: Kind = Kind.FACT, *, names: bool = False) -> Column:
    """A column of words, or of names of columns and metrics."""
    return Column(name, Label(zh, en), Unit.TEXT, kind, names=names)


def formula_column(name: str, zh: str, en: str, unit: Unit, since: int = 1) -> Column:
    """A column that Excel calculates."""
    return Column(name, Label(zh, en), unit, Kind.FORMULA, since=since)


DATE = Column("date", Label("日期", "Date"), Unit.DATE)
STEP = Column("n", Label("序", "No"), Unit.COUNT)
SHOWN_DAY = Column("day", Label("日期", "Date"), Unit.DATE, Kind.FORMULA)
