"""What the columns of a report of one's own may stand for: the fields of the fact tables that imports write."""

from collections.abc import Iterator
from dataclasses import replace

from opsbook.exports.platforms.normalize import plain_header
from opsbook.model.catalog import Catalog
from opsbook.model.language import LANGS, Label
from opsbook.model.schema import Column, Kind, Table
from opsbook.model.units import Unit

ADD_UP = Label("相加", "Add up")  # in the place of a field: what is to become of several rows of one key
WRITTEN_BY_US = frozenset({"weekday", "event", "partial"})


def fields(table: Table) -> tuple[Column, ...]:
    """The columns of a fact table that a file may fill, in reading order; found figures bear the name of the typed one."""
    facts = (column for column in table.columns if column.kind is Kind.FACT)
    return tuple(
        _as_typed(table, column) for column in facts if column.id not in WRITTEN_BY_US and column.unit is not Unit.FLAG
    )


def _as_typed(table: Table, column: Column) -> Column:
    """People say the figure's name, whichever of its two columns holds it."""
    typed = next((one.label for one in table.columns if one.id == column.found_for), column.label)
    return replace(column, label=typed)


def field_named(table: Table, word: str) -> Column | None:
    """The field of a table that a word names: its label in either language, or its id; None when it names none."""
    plain = plain_header(word)
    for column in fields(table):
        if plain in {column.id, column.found_for, *(plain_header(column.label[lang]) for lang in LANGS)}:
            return column
    return None


def sheet_name(table: Table) -> Label:
    """What a report of one's own calls a table: its sheet's name; the table's own where no report may fill it."""
    return table.sheet or Label(table.name, table.name)


def table_named(word: str, catalog: Catalog) -> Table | None:
    """The fact table that a word names: its name or what its sheet is called, in either language; None for neither."""
    plain = plain_header(word)
    for table in catalog.mappable:
        if plain in {table.name.lower(), *(plain_header(sheet_name(table)[lang]) for lang in LANGS)}:
            return table
    return None


def labelled(catalog: Catalog) -> Iterator[tuple[Label, tuple[str, ...]]]:
    """Every field once by its label, with the tables it may fill."""
    found: dict[Label, list[str]] = {}
    for table in catalog.mappable:
        for column in fields(table):
            found.setdefault(column.label, []).append(table.name)
    return ((label, tuple(tables)) for label, tables in found.items())


LEAVE_OUT = Label("不导入", "Leave out")

KEEP = Label("留作附加列", "Keep as extra column")
