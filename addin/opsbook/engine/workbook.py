"""A workbook opened for work: its language, its facts by column id, its named cells."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, repeat

from opsbook.book.compile.compiled_plan import CompiledPlan, CompiledSheet
from opsbook.engine.kept_rows import rows_held
from opsbook.exports.platforms.typed_day import day_typed
from opsbook.hosts.host import Host, Upserted
from opsbook.hosts.template.shipped import compiled_plan
from opsbook.messages import Voice
from opsbook.model.catalog import Catalog
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.language import LANGS, Lang
from opsbook.model.schema import Table
from opsbook.model.values import FIRST_DAY, LAST_DAY, Value

KEPT_SHEETS = "opsbook_kept"
"""The custom property with the ids of sheets that an upgrade kept as somebody changed them."""
Rows = Sequence[Mapping[str, Value]]
Facts = Mapping[str, Mapping[str, Sequence[Value]]]


@dataclass(frozen=True, slots=True)
class Workbook:
    """An open workbook: its host, language, catalog and compiled plan.

    Args:
        host: where it is.
        lang: the language its headers are written in.
        catalog: what the product consists of.
        plan: headers, names and formulas of its language.
    """

    host: Host
    lang: Lang
    catalog: Catalog
    plan: CompiledPlan
    _turned: dict[str, tuple[object, tuple[str, ...], Mapping[str, Sequence[Value]]]] = field(default_factory=dict)

    @property
    def voice(self) -> Voice:
        """Sentences in the workbook's language."""
        return Voice(self.lang, self.catalog.messages)

    def header(self, table: str, column: str) -> str:
        """Header of a column in the workbook."""
        return self.plan.headers[table][column]

    def columns(self, table: str) -> Mapping[str, Sequence[Value]]:
        """Body cells of every known column, by column id; a column that is gone is left out."""
        body = self.host.read_table(table)
        known = self._turned.get(table)
        if known is None or known[0] is not body.rows or known[1] != body.headers:
            turned = zip(*body.rows, strict=True) if body.rows else repeat(())
            cells = dict(zip(body.headers, turned, strict=False))
            columns = {column: cells[name] for column, name in self.plan.headers[table].items() if name in cells}
            known = self._turned[table] = (body.rows, body.headers, columns)
        return known[2]

    def rows(self, table: str) -> Rows:
        """Body rows of a table by column id, formulas with the values they show."""
        cells = self.columns(table)
        return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]

    def upsert(self, table: str, rows: Iterable[Mapping[str, Value]]) -> Upserted:
        """Write rows given by column id."""
        key = [self.header(table, column) for column in self.catalog.tables[table].key]
        worded = [{self.header(table, column): value for column, value in row.items()} for row in rows]
        return self.host.upsert_rows(table, key, worded)

    def setting(self, name: str) -> Value:
        """Value of a named cell."""
        return self.host.read_name(name)

    def has(self, name: str) -> bool:
        """Whether a name still points to one cell."""
        return _has(self.host, name)

    def number(self, name: str) -> float | None:
        """A named cell as a number, None when it holds none."""
        value = self.setting(name)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def text(self, name: str) -> str:
        """A named cell as text; empty when blank."""
        value = self.setting(name)
        return value.strip() if isinstance(value, str) else ""


def open_book(host: Host, catalog: Catalog, *, typed: bool = False) -> Workbook:
    """Open a workbook to change it.

    Args:
        host: the workbook.
        catalog: whose tables.
        typed: days typed as text may stand in it: who opens it mends them, or leaves their tables alone.

    Raises:
        WorkbookBrokenError: it is not an OpsBook, a table, column or name is gone, or a day is no date: nothing is
            written into a workbook with missing parts.
    """
    workbook = know_book(host, catalog)
    for damage in chain(lost_parts(workbook), strange_days(workbook, typed=typed)):
        raise damage
    return workbook


def language_of(host: Host) -> Lang | None:
    """The language a workbook is written in; None where it does not say."""
    try:
        lang = host.read_name("opsbook_lang")
    except WorkbookBrokenError:
        return None
    return next((one for one in LANGS if one == lang), None)


def know_book(host: Host, catalog: Catalog) -> Workbook:
    """Open a workbook to read it, even with parts missing.

    Raises:
        WorkbookBrokenError: it is not an OpsBook.
    """
    names = set(host.tables())
    if not any(table.name in names for table in catalog.calendars):
        raise WorkbookBrokenError("not-opsbook")
    lang = host.read_name("opsbook_lang")
    if lang not in LANGS:
        raise WorkbookBrokenError("unknown-language", seen=lang)
    spoken: Lang = "zh" if lang == "zh" else "en"
    workbook = Workbook(host, spoken, catalog, _plan_of(host, catalog, spoken))
    host.history.store.belonging(owns(workbook))
    return workbook


def _plan_of(host: Host, catalog: Catalog, lang: Lang) -> CompiledPlan:
    """The plan of a workbook: without what is new on sheets that somebody changed and that an upgrade therefore kept."""
    plan, kept = compiled_plan(catalog, lang), frozenset(host.read_property(KEPT_SHEETS).split())
    if rows := rows_held(host, catalog, plan, lang, kept):
        plan = plan.with_rows(rows)
    if not kept:
        return plan
    pages = (page for sheet, page in zip(catalog.sheets, plan.sheets, strict=True) if sheet.id in kept)
    names = [name for page in pages for name in page.names]
    return plan.without([name for name in names if not _has(host, name)])


def _has(host: Host, name: str) -> bool:
    try:
        return bool(host.locate(name))
    except WorkbookBrokenError:
        return False


def owns(workbook: Workbook) -> Callable[[str, str], bool]:
    """Tells whether rows of a table and a day (2026-11-12) are a workbook's own: its imports speak of them."""

    def is_own(table: str, day: str) -> bool:
        from opsbook.engine.imports.own_imports import is_imported  # noqa: PLC0415 - asked by few workbooks, and once

        return is_imported(workbook, table, date.fromisoformat(day))

    return is_own


def lost_parts(workbook: Workbook) -> Iterator[WorkbookBrokenError]:
    """Sheets that are gone; else tables, headers and names of ours that are gone, all of them."""
    found = set(workbook.host.tables())
    sheets = tuple(sheet.title for sheet in workbook.plan.sheets if _is_gone(workbook, sheet, found))
    if sheets:  # what stood on them, and what the sheets that came with them added elsewhere, goes without saying
        yield WorkbookBrokenError("missing-sheets", sheets=sheets)
        return
    lost = tuple(table.name for table in workbook.catalog.tables.values() if table.name not in found)
    if lost:
        yield WorkbookBrokenError("missing-tables", tables=lost)
    for table in workbook.catalog.tables.values():
        if table.name in found:
            yield from _lost_headers(workbook, table)
    lost_names = (name for name in workbook.plan.names if not workbook.has(name))
    yield from (WorkbookBrokenError("missing-name", name=name) for name in lost_names)


def _is_gone(workbook: Workbook, sheet: CompiledSheet, found: Container[str]) -> bool:
    """Whether nothing of a sheet with tables is left: deleted, or unknown to the version that made the workbook."""
    if not sheet.tables or any(table in found for table in sheet.tables):
        return False
    return not any(map(workbook.has, sheet.names))


def _lost_headers(workbook: Workbook, table: Table) -> Iterator[WorkbookBrokenError]:
    body = workbook.host.read_table(table.name)
    headers = workbook.plan.headers[table.name].values()
    gone = tuple(header for header in headers if header not in body.headers)
    if gone:
        own = tuple(header for header in body.headers if header not in headers) or "–"
        yield WorkbookBrokenError("missing-headers", sheet=body.sheet, table=table.name, headers=gone, own=own)


def strange_days(workbook: Workbook, *, typed: bool = False) -> Iterator[WorkbookBrokenError]:
    """Days that are no dates, such as a total's name: they make every formula that reads the days an error.

    Args:
        workbook: the workbook.
        typed: days typed as text are passed over.
    """
    for table in workbook.catalog.calendars:
        body, header = workbook.host.read_table(table.name), workbook.header(table.name, "date")
        at = body.headers.index(header)
        for row, day in enumerate((cells[at] for cells in body.rows), body.first_row):
            if typed and day_typed(day) is not None:
                continue
            if day not in {None, ""} and not (isinstance(day, int | float) and FIRST_DAY <= day <= LAST_DAY):
                yield WorkbookBrokenError("strange-day", sheet=body.sheet, row=row, header=header, seen=day)


def named_inputs(workbook: Workbook) -> dict[str, Value]:
    """Values of the named cells that hold no formula of ours."""
    return {name: workbook.setting(name) for name in workbook.plan.inputs}
