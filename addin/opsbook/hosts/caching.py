"""What owned formula cells show: setting it, finding cells that hold something else, restoring them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache

from opsbook.formulas.coerce import PLAIN
from opsbook.hosts.addresses import cell_name
from opsbook.hosts.book_xml import BookXml
from opsbook.hosts.cell_xml import formula_text, read_cell, show
from opsbook.hosts.formula_spelling import same_formula
from opsbook.hosts.host import Cached, FormulaCell, Overwritten, OwnedPlace
from opsbook.hosts.sheet_xml import SheetXml
from opsbook.hosts.showing import shows, spoken
from opsbook.vocabulary.values import Value


class _State(Enum):
    BLANK = "blank"
    OURS = "ours"
    OTHER = "other"


Spot = tuple[SheetXml, int, int, FormulaCell]
Placed = tuple[tuple[str, str, int, str], Spot]  # what an OwnedPlace is made of, should it be needed


def set_cached(book: BookXml, cached: Cached) -> Sequence[Overwritten]:
    """Set what owned formula cells show; returns the cells that were kept because they hold something else."""
    kept: list[Overwritten] = []
    spelled: dict[str, str] = {}  # how the file spells our formulas: seldom more than one way in a column
    for place, spot in _spots(book, cached, spelled):
        sheet, row, column, owned = spot
        state = _State.OURS if _holds(sheet.raw(row, column), spelled.get(owned.text, "-")) else _state(book, spot)
        if state is _State.OTHER:
            kept.append(_report(book, place, spot))
        elif state is _State.BLANK:
            book.write_formula(sheet, row, column, owned.text, owned.value)
        else:
            cell = read_cell(sheet.raw(row, column))
            spelled[owned.text] = f"<f>{cell.formula}</f>"
            if not shows(sheet.value(row, column), owned.value):
                sheet.put(row, column, show(cell, owned.value))
    return kept


def _unsettled(
    raws: Iterable[str], seen: Iterable[Value], cells: Iterable[FormulaCell], spelled: Mapping[str, str]
) -> Iterator[int]:
    """Positions of cells that do not plainly hold their formula and show its value: these are looked at closely."""
    for at, (raw, shown, (text, value)) in enumerate(zip(raws, seen, cells, strict=True)):
        same = shown == value and (type(shown) is type(value) or (type(shown) in PLAIN and type(value) in PLAIN))
        if not (same and _holds(raw, spelled.get(text, "-"))):
            yield at


def _holds(raw: str, formula: str) -> bool:
    """Whether a cell plainly holds a formula, spelled as the file does."""
    return raw.startswith(formula, raw.find("<f>"))


def overwritten(book: BookXml, cached: Cached) -> Sequence[Overwritten]:
    """Owned formula cells that hold something else."""
    spots = _spots(book, cached)
    return [_report(book, place, spot) for place, spot in spots if _state(book, spot) is _State.OTHER]


def restore(book: BookXml, cached: Cached) -> Sequence[Overwritten]:
    """Write owned formulas over everything else; returns what was replaced."""
    replaced: list[Overwritten] = []
    for place, spot in _spots(book, cached):
        if _state(book, spot) is _State.OTHER:
            replaced.append(_report(book, place, spot))
            sheet, row, column, owned = spot
            book.write_formula(sheet, row, column, owned.text, owned.value)
    return replaced


def _spots(book: BookXml, cached: Cached, spelled: Mapping[str, str] | None = None) -> Iterator[Placed]:
    """Every owned formula cell; with `spelled` formulas, only those that need a closer look."""
    values: dict[str, Sequence[Sequence[Value]]] = {}
    for (name, header), cells in cached.columns.items():
        table = book.table(name)
        sheet, place, top = book.sheet(table.sheet), table.column(header), table.body.top
        column, rows = table.body.left + place, range(top, top + table.body.height)
        if spelled is None:
            places: Iterable[int] = range(len(rows))
        else:
            if name not in values:
                values[name] = list(zip(*book.values(table), strict=True))
            places = _unsettled(sheet.raws(rows, column), values[name][place], cells, spelled)
        for at in places:
            yield (name, header, at, ""), (sheet, top + at, column, cells[at])
    for name, owned in cached.names.items():
        yield ("", "", 0, name), (*book.cell_named(name), owned)


def _state(book: BookXml, spot: Spot) -> _State:
    sheet, row, column, owned = spot
    cell = sheet.cell(row, column)
    if cell is None:
        return _State.BLANK
    if cell.formula:
        return _State.OURS if _stored_alike(formula_text(cell), owned.text) else _State.OTHER
    if cell.has_formula:
        same = same_formula(book.groups(sheet.name).formula(row, column) or "", owned.text)
        return _State.OURS if same else _State.OTHER
    return _State.BLANK if sheet.value(row, column) is None else _State.OTHER


@lru_cache(maxsize=65536)
def _stored_alike(stored: str, expected: str) -> bool:
    return same_formula(stored, expected)


def _report(book: BookXml, place: tuple[str, str, int, str], spot: Spot) -> Overwritten:
    sheet, row, column, owned = spot
    formula = book.groups(sheet.name).formula(row, column)
    found = spoken(sheet.value(row, column)) if formula is None else f"={formula}"
    return Overwritten(sheet.name, cell_name(row, column), f"={owned.text}", found, OwnedPlace(*place))
