"""Which export a sheet is: exactly one importer may claim it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from opsbook.exports.platforms.back_ends import in_order
from opsbook.exports.platforms.normalize import clean, plain_header
from opsbook.exports.privacy.scrub import is_personal, quote
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.match_header import (
    HeaderMatch,
    find_columns,
    heading,
    match_header,
    near_misses,
    plain_headers,
    without_people,
)
from opsbook.exports.recognise.word_by_word import also_meant
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.records.export import Importer, Source

HEADER_WITHIN = 20
_LIKE_HEADER = re.compile(
    r"(?:日期|时间|编号|id|名|名称|标题|额|数|率|量|价|比|状态|来源|类型|类目|date|name|total|no\.?)$"
)
_DATA = re.compile(r"\d{4,}|^[\d.,%¥￥\s-]+$")
_FIGURE = re.compile(r"[-+\d.,%:/ ]*")
_LEAST_FOUND = 2
_MOST_NAMED = 30


def header_row(importer: Importer, raw: RawTable) -> int | None:
    """Find the first row that has all an importer needs and nothing it refuses; None without one."""
    never, marks = plain_headers(importer.never), plain_headers(importer.marks)
    needs = [_spellings(importer, name) for name in importer.needs]
    if importer.orders:
        needs.append(plain_headers(importer.orders.number))
    for at in range(min(HEADER_WITHIN, len(raw.rows))):
        names = _names(heading(importer, raw.rows, at))
        if never & names or not marks <= names:
            continue
        if not any(names.isdisjoint(spellings) for spellings in needs):
            return at
    return None


def _spellings(importer: Importer, name: str) -> set[str]:
    """Every way to spell a column an importer needs."""
    return {header for source in importer.columns if source.id == name for header in plain_headers(source.headers)}


@lru_cache(maxsize=HEADER_WITHIN * 2)  # every importer looks at the same rows
def _names(cells: tuple[str, ...]) -> frozenset[str]:
    """The headers in a row; figures and days name no column, and most rows are full of them."""
    return frozenset(plain_headers([cell for cell in cells if not _FIGURE.fullmatch(cell)]))


def identify(raw: RawTable, importers: Sequence[Importer]) -> HeaderMatch | Issue:
    """Find the one importer of a sheet.

    Args:
        raw: the sheet.
        importers: who may claim it.

    Returns:
        The header row with its columns, or an Issue that names the candidates and the columns found.
    """
    claims = [(importer, at) for importer in importers if (at := header_row(importer, raw)) is not None]
    if len(claims) == 1:
        importer, at = claims[0]
        return without_people(match_header(importer, at + importer.grouped, heading(importer, raw.rows, at)), raw.rows)
    if claims:
        names = tuple(importer.name for importer, _ in claims)
        row = claims[0][1]
        seen = {"kinds": names, "found": _joined(columns_seen(raw.rows[row]))}
        return Issue("ambiguous-export", Level.ERROR, Where(raw.file, raw.sheet, row + 1), seen)
    return _finer(raw, importers) or _almost(raw, importers) or _nobody(raw, importers)


def columns_seen(cells: Sequence[str]) -> tuple[str, ...]:
    """Name the headers of a row for a message, without personal ones; empty when the row is not a header at all."""
    names = [clean(cell) for cell in cells if clean(cell)]
    alike = sum(_LIKE_HEADER.search(plain_header(name)) is not None for name in names)
    if alike * 2 < len(names) or any(_DATA.search(name) for name in names):
        return ()
    return tuple(name for name in names if not is_personal(name))


def _joined(names: Sequence[str]) -> tuple[str, ...]:
    return (*names[:_MOST_NAMED], "…") if len(names) > _MOST_NAMED else tuple(names)


def _finer(raw: RawTable, importers: Sequence[Importer]) -> Issue | None:
    """Say that a sheet has several rows for what an export has one of."""
    for importer in importers:
        splits = plain_headers(importer.finer)
        at = header_row(in_parts(importer), raw) if splits else None
        if at is not None:
            columns = tuple(clean(name) for name in raw.rows[at] if plain_header(name) in splits)
            seen = {"kind": importer.name, "columns": columns}
            return Issue("finer-rows", Level.ERROR, Where(raw.file, raw.sheet, at + 1), seen)
    return None


def in_parts(importer: Importer) -> Importer:
    """An export that may have several rows for what it usually has one of."""
    splits = plain_headers(importer.finer)
    never = tuple(name for name in importer.never if plain_header(name) not in splits)
    return replace(importer, never=never, aside=(*importer.aside, *importer.finer))


def _almost(raw: RawTable, importers: Sequence[Importer]) -> Issue | None:
    """Say which needed column is missing where a sheet is nearly an export."""
    best: tuple[int, int, Importer] | None = None
    for importer in importers:
        never = plain_headers(importer.never)
        for at in range(min(HEADER_WITHIN, len(raw.rows))):
            cells = heading(importer, raw.rows, at)
            wanted = len(importer.needs) + len(importer.marks)
            found = wanted - len(gone(importer, cells))
            fits = found >= _LEAST_FOUND and found * 2 >= wanted and not never & plain_headers(cells)
            if fits and (best is None or found > best[0]):
                best = (found, at, importer)
    return _missing(raw, best[1], best[2]) if best else None


def gone(importer: Importer, cells: Sequence[str]) -> list[Source]:
    """What an importer needs and a row does not have."""
    columns, _ = find_columns(importer, cells)
    needed = {source.id: source for source in reversed(importer.columns) if source.id in importer.needs}
    lacking = [needed[name] for name in importer.needs if name not in columns]
    names = plain_headers(cells)
    marks = [mark for mark in importer.marks if plain_header(mark) not in names]
    if importer.orders and names.isdisjoint(plain_headers(importer.orders.number)):
        marks += [number for number in importer.orders.number[:1] if number not in marks]
    return lacking + [Source(mark, (mark,)) for mark in marks]


def renamed(importer: Importer, headers: Sequence[str], missing: Sequence[Source]) -> tuple[tuple[str, str], ...]:
    """Guess which headers may be the columns an importer lacks: spelled nearly the same, or another name for the same.

    Args:
        importer: the literal.
        headers: headers of the row.
        missing: what it needs and the row does not have.

    Returns:
        Pairs of header and the importer's own name, every header and column once.
    """
    near = near_misses(headers, missing)
    used, names = {header for header, _ in near}, {name for _, name in near}
    wanted = {source.id: source.headers[0] for source in missing if names.isdisjoint(source.headers)}
    known = plain_headers([name for source in importer.columns for name in source.headers])
    rest = [header for header in headers if header not in used and plain_header(header) not in known]
    also = also_meant(rest, importer, {column.id for column in importer.table.columns} - set(wanted))
    return (*near, *((header, wanted[field]) for header, field in also))


def _missing(raw: RawTable, row: int, importer: Importer) -> Issue:
    cells = heading(importer, raw.rows, row)
    names = tuple(quote(clean(cell)) for cell in cells if clean(cell) and not is_personal(clean(cell)))
    missing, found = gone(importer, cells), columns_seen(cells) or names
    near = renamed(importer, found, missing)
    seen = {
        "kind": importer.name,
        "missing": tuple(source.headers[0] for source in missing),
        "found": _joined(found) or "—",
        "near": tuple(f"{header} → {name}" for header, name in near) or "—",
    }
    return Issue("missing-column", Level.ERROR, Where(raw.file, raw.sheet, row + 1), seen)


def _nobody(raw: RawTable, importers: Sequence[Importer]) -> Issue:
    rows = ((at, columns_seen(cells)) for at, cells in enumerate(raw.rows[:HEADER_WITHIN]))
    at, found = next(((at, names) for at, names in rows if len(names) > _LEAST_FOUND), _narrow(raw))
    kinds = in_order(dict.fromkeys(importer.platform for importer in importers))
    if not found:
        return Issue("no-header", Level.ERROR, Where(raw.file, raw.sheet), {"kinds": kinds})
    return Issue(
        "unknown-export", Level.ERROR, Where(raw.file, raw.sheet, at + 1), {"found": _joined(found), "kinds": kinds}
    )


def _narrow(raw: RawTable) -> tuple[int, tuple[str, ...]]:
    """Where a sheet has a column or two only, its first line as it stands; a wider line without headers may be people's data."""
    at, cells = next(((at, cells) for at, cells in enumerate(raw.rows) if any(map(clean, cells))), (-1, ()))
    names = tuple(quote(name) for name in cells if clean(name) and not is_personal(name))
    is_data = any(_DATA.search(clean(cell)) for cell in cells)
    return (-1, ()) if len(names) > _LEAST_FOUND or is_data else (at, names)
