"""A workbook opened for work: its language, its facts by column id, its named cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat

from opsbook.errors import WorkbookBrokenError
from opsbook.formulas.node import Node
from opsbook.hosts.host import Host, TableRows, Upserted
from opsbook.layout.book import plan_book
from opsbook.metrics.columns import columns, headers, labels
from opsbook.vocabulary.language import LANGS, Lang
from opsbook.vocabulary.tables import TABLE, TABLES
from opsbook.vocabulary.values import Value, serial

Rows = Sequence[Mapping[str, Value]]
DAY_TABLES = ("ShopDay", "GoalDay")  # one row per day
FIRST_DAY, LAST_DAY = serial(date(1990, 1, 1)), serial(date(2199, 12, 31))


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook and the language its headers are written in."""

    host: Host
    lang: Lang

    def header(self, table: str, column: str) -> str:
        """Header of a column in the workbook."""
        return labels(self.lang)(table, column)

    def columns(self, table: str) -> Mapping[str, Sequence[Value]]:
        """Body cells of every known column, by column id."""
        body = self.host.read_table(table)
        turned = zip(*body.rows, strict=True) if body.rows else repeat(())
        cells = dict(zip(body.headers, turned, strict=False))
        return {one.id: cells[one.label[self.lang]] for one in columns(TABLE[table])}

    def rows(self, table: str) -> Rows:
        """Body rows of a table by column id, formulas with the values they show."""
        cells = self.columns(table)
        return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]

    def upsert(self, table: str, rows: Iterable[Mapping[str, Value]]) -> Upserted:
        """Write rows given by column id."""
        key = [self.header(table, column) for column in TABLE[table].key]
        worded = [{self.header(table, column): value for column, value in row.items()} for row in rows]
        return self.host.upsert_rows(table, key, worded)

    def setting(self, name: str) -> Value:
        """Value of a named cell."""
        return self.host.read_name(name)

    def number(self, name: str) -> float | None:
        """A named cell as a number, None when it holds none."""
        value = self.setting(name)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def text(self, name: str) -> str:
        """A named cell as text; empty when blank."""
        value = self.setting(name)
        return value.strip() if isinstance(value, str) else ""


def open_book(host: Host) -> Opened:
    """Take a workbook in hand.

    Raises:
        WorkbookBrokenError: it is not an OpsBook, a table, column or name is gone, or a day is no date.
    """
    names = set(host.tables())
    if "ShopDay" not in names and "GoalDay" not in names:
        raise WorkbookBrokenError("not-opsbook")
    lang = host.read_name("opsbook_lang")
    if lang not in LANGS:
        raise WorkbookBrokenError("unknown-language", seen=lang)
    opened = Opened(host, "zh" if lang == "zh" else "en")
    _refuse_missing(opened, names)
    return opened


def _refuse_missing(opened: Opened, found: set[str]) -> None:
    """A table or header that is gone stops everything: nothing is written into a book we no longer know."""
    lost = [table.name for table in TABLES if table.name not in found]
    if lost:
        raise WorkbookBrokenError("missing-tables", tables=tuple(lost))
    for table in TABLES:
        body = opened.host.read_table(table.name)
        gone = [header for header in headers(table, opened.lang) if header not in body.headers]
        if gone:
            mine = tuple(header for header in body.headers if header not in headers(table, opened.lang))
            raise WorkbookBrokenError(
                "missing-headers", sheet=body.sheet, table=table.name, headers=tuple(gone), own=mine or "–"
            )
        if table.name in DAY_TABLES:
            _refuse_strange_days(body, opened.header(table.name, "date"))


def _refuse_strange_days(body: TableRows, header: str) -> None:
    """A day that is no date, such as a total's name, makes every formula that reads the days an error."""
    at = body.headers.index(header)
    for row, day in enumerate((cells[at] for cells in body.rows), body.first_row):
        if day not in {None, ""} and not (isinstance(day, int | float) and FIRST_DAY <= day <= LAST_DAY):
            raise WorkbookBrokenError("strange-day", sheet=body.sheet, row=row, header=header, seen=day)


def named_inputs(opened: Opened) -> dict[str, Value]:
    """Values of the named cells that hold no formula of ours."""
    cells = (cell for sheet in plan_book(opened.lang).sheets for cell in sheet.cells.values())
    return {cell.name: opened.setting(cell.name) for cell in cells if cell.name and not isinstance(cell.content, Node)}
