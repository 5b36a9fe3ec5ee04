"""Recompute what the workbook shows: results first, then every owned cached value."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from opsbook.book.compile.calculate import BookCells, column_texts, formulas_of, name_text
from opsbook.book.compile.compiled_plan import working_plan
from opsbook.engine.workbook import Opened, named_inputs
from opsbook.features.competitors.ledger.results import write_peers
from opsbook.features.daily.tables import TABLES
from opsbook.features.daily.weekdays import write_weekdays
from opsbook.features.frame.calc_tables import SOURCES
from opsbook.features.goals.rules.events import event_label
from opsbook.features.goals.rules.own_events import OwnEvents, read_own_events
from opsbook.hosts.host import Cached, FormulaCell, FormulaColumn, Overwritten
from opsbook.model.values import Value, from_serial

OTHERS = {"zh": "其他", "en": "Others"}
PASSES = 4  # a kept cell can only uncover another where formulas build on each other


def cells_of(opened: Opened) -> BookCells:
    """The workbook's facts, ready for formulas."""
    facts = {table.name: opened.columns(table.name) for table in TABLES}
    hidden = {table.name: opened.host.read_table(table.name).hidden for table in TABLES}
    return BookCells(opened.lang, facts, named_inputs(opened), out_of_sight=hidden)


def cached_of(cells: BookCells) -> Cached:
    """Every owned formula with the value it shows."""
    formulas, lang = formulas_of(cells.lang), cells.lang
    columns = {
        (table, opened_header(cells, table, column)): _column(cells, table, column)
        for table, column in formulas.columns
    }
    names = {name: FormulaCell(name_text(lang, name), cells.name(name)) for name in formulas.names}
    return Cached(columns, names)


def opened_header(cells: BookCells, table: str, column: str) -> str:
    """Header of a column in the workbook's language."""
    return working_plan(cells.lang).headers[table][column]


def _column(cells: BookCells, table: str, column: str) -> Sequence[FormulaCell]:
    words, values = column_texts(cells.lang, table, column), cells.column(table, column)
    if isinstance(words, tuple):
        # a row somebody added continues the last formula
        return [FormulaCell(words[min(at, len(words) - 1)], value) for at, value in enumerate(values)]
    return FormulaColumn(words, values)


def recalculate_cached(opened: Opened) -> tuple[BookCells, Sequence[Overwritten]]:
    """Set what every owned formula cell shows; a cell the user changed keeps its value and others build on it."""
    cells = cells_of(opened)
    kept: Sequence[Overwritten] = ()
    for _ in range(PASSES):
        found = opened.host.set_cached(cached_of(cells))
        if len(found) == len(kept):
            break
        kept, cells = found, _with_kept(opened, found)
    return cells, kept


def _with_kept(opened: Opened, kept: Sequence[Overwritten]) -> BookCells:
    """The same facts, with the values of cells in which the user replaced a formula."""
    cells = cells_of(opened)
    columns: dict[tuple[str, str], dict[int, Value]] = defaultdict(dict)
    names: dict[str, Value] = {}
    ids = {(table, opened_header(cells, table, column)): column for table, column in formulas_of(cells.lang).columns}
    for one in kept:
        place = one.place
        if place.name:
            names[place.name] = opened.setting(place.name)
        else:
            column = ids[place.table, place.header]
            columns[place.table, column][place.row] = cells.facts[place.table][column][place.row]
    return BookCells(opened.lang, cells.facts, cells.named, columns, names, cells.out_of_sight)


def own_events(opened: Opened) -> OwnEvents:
    """The operator's rows of the Events table."""
    body = opened.host.read_table("Events")
    return read_own_events(opened.rows("Events"), body.sheet, body.first_row, opened.lang)


def write_results(opened: Opened) -> None:
    """What formulas cannot do: names of the weekdays and of the days' events, the five sources that matter, competitors."""
    write_weekdays(opened)
    _write_events(opened)
    _write_sources(opened)
    write_peers(opened)


def _write_events(opened: Opened) -> None:
    own, shop = own_events(opened).promotions, opened.columns("ShopDay")
    changed = [
        {"date": day, "event": event}
        for day, old in zip(shop["date"], shop["event"], strict=True)
        if isinstance(day, int | float) and (event := event_label(from_serial(day), opened.lang, own)) != (old or "")
    ]
    if changed:
        opened.upsert("ShopDay", changed)


def _write_sources(opened: Opened) -> None:
    """The five first-level sources with most visitors in the newest week of source data."""
    rows = opened.columns("SourceDay")
    visitors: dict[str, float] = defaultdict(float)
    newest = max((day for day in rows["date"] if isinstance(day, int | float)), default=0)
    for day, source, count in zip(rows["date"], rows["source1"], rows["visitors"], strict=True):
        if (
            isinstance(day, int | float)
            and day > newest - 7
            and isinstance(source, str)
            and isinstance(count, int | float)
        ):
            visitors[source] += count
    largest = sorted(visitors, key=lambda source: (-visitors[source], source))[: SOURCES - 1]
    names = [*largest, *[""] * (SOURCES - 1 - len(largest)), OTHERS[opened.lang] if largest else ""]
    shown: list[Mapping[str, Value]] = [{"n": number, "source": name} for number, name in enumerate(names, 1)]
    opened.upsert("CalcSource", shown)


def refresh(opened: Opened) -> tuple[BookCells, Sequence[Overwritten]]:
    """Recompute results and cached values; no new facts."""
    write_results(opened)
    return recalculate_cached(opened)
