"""A header row against a literal: which column is what, and which columns nobody knows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from opsbook.exports.platforms.no_field import COMPARISON, INDEX
from opsbook.exports.platforms.normalize import clean, plain_header
from opsbook.exports.privacy.scrub import evenly_spread, is_about_people, is_personal
from opsbook.model.records.export import Importer, Source
from opsbook.model.units import Unit

SHOP_HEADERS = ("店铺名称", "店铺名", "店铺", "shop", "store", "shopname", "storename")  # in one spelling
_LEAST_ALIKE = 75


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """A header row that an importer claims.

    Args:
        importer: who claims it.
        row: index of the header row, from 0.
        columns: column positions by id of the table's column; several where they are added or stand in for each other.
        adding: ids whose columns are added.
        mapping: id by header as written.
        unknown: headers that nobody knows, left to right; none of them personal.
        personal: headers of columns with people's data.
        repeated: bound headers that come again further right (生意参谋: 整体 first, then 无线).
        shop: position of the column with the own shop's name, None without one.
        headers: the header, one name per column.
    """

    importer: Importer
    row: int
    columns: Mapping[str, tuple[int, ...]]
    adding: frozenset[str]
    mapping: Mapping[str, str]
    unknown: tuple[str, ...]
    personal: tuple[str, ...]
    repeated: tuple[str, ...]
    shop: int | None
    headers: tuple[str, ...]


def plain_headers(headers: Sequence[str]) -> set[str]:
    """All headers in one spelling."""
    return {plain_header(header) for header in headers}


def heading(importer: Importer, rows: Sequence[Sequence[str]], at: int) -> tuple[str, ...]:
    """The header that begins in a row; of two rows the group, shown over its first field only, and the field make one name."""
    if not importer.grouped or at + 1 >= len(rows):
        return tuple(rows[at])
    names, group = [], ""
    for above, field in zip_longest(rows[at], rows[at + 1], fillvalue=""):
        group, name = clean(above) or group, clean(field)
        joined = group if name == group else group + name
        names.append(joined if name else clean(above))
    return tuple(names)


def _positions(cells: Sequence[str]) -> dict[str, int]:
    first: dict[str, int] = {}
    for position, cell in enumerate(cells):
        if name := plain_header(cell):
            first.setdefault(name, position)
    return first


def _units(importer: Importer) -> dict[str, Unit]:
    return {column.id: column.unit for column in importer.table.columns}


def find_columns(importer: Importer, cells: Sequence[str]) -> tuple[dict[str, tuple[int, ...]], frozenset[str]]:
    """Find the importer's columns in a row.

    Text columns keep every match, best first (a row may fill only one of them); numbers keep the first, or all that add.

    Args:
        importer: the literal.
        cells: the row.

    Returns:
        Positions by id of the table's column, and the ids whose columns are added.
    """
    where, units = _positions(cells), _units(importer)
    columns: dict[str, tuple[int, ...]] = {}
    adding: set[str] = set()
    for source in importer.columns:
        hits = tuple(dict.fromkeys(where[name] for name in map(plain_header, source.headers) if name in where))
        if not hits or source.id in columns:
            continue
        columns[source.id] = hits if source.adds or units[source.id] is Unit.TEXT else hits[:1]
        adding |= {source.id} if source.adds else set()
    return columns, frozenset(adding)


def match_header(importer: Importer, row: int, cells: Sequence[str]) -> HeaderMatch:
    """Say what every column of a header row is.

    Args:
        importer: the literal that claims the row.
        row: index of the header's last row, from 0.
        cells: the header, see `heading`.
    """
    columns, adding = find_columns(importer, cells)
    headers = [clean(cell) for cell in cells]
    used = {position: name for name, hits in columns.items() for position in hits}
    known = plain_headers(importer.aside) | plain_headers(SHOP_HEADERS)
    known |= plain_headers(importer.marks)
    known |= {plain_header(name) for source in importer.columns for name in source.headers}
    others = [header for position, header in enumerate(headers) if header and position not in used]
    unknown = [name for name in others if plain_header(name) not in known and not COMPARISON.search(name)]
    counts = Counter(map(plain_header, cells))
    named = (at for at, cell in enumerate(cells) if plain_header(cell) in SHOP_HEADERS and at not in used)
    return HeaderMatch(
        importer=importer,
        row=row,
        columns=columns,
        adding=adding,
        mapping={headers[position]: used[position] for position in sorted(used)},
        unknown=tuple(dict.fromkeys(name for name in unknown if not is_personal(name))),
        personal=tuple(dict.fromkeys(name for name in others if plain_header(name) not in known and is_personal(name))),
        repeated=tuple(headers[position] for position in sorted(used) if counts[plain_header(cells[position])] > 1),
        shop=next(named, None),
        headers=tuple(cells),
    )


def without_people(matched: HeaderMatch, rows: Sequence[Sequence[str]]) -> HeaderMatch:
    """Count columns nobody knows among the personal ones where people stand in them, whatever their header says.

    Args:
        matched: the header.
        rows: every row of the sheet.
    """
    if not matched.unknown:
        return matched
    below, names = evenly_spread(rows, matched.row + 1), [clean(header) for header in matched.headers]
    people = [name for name in matched.unknown if is_about_people(below, names.index(name), name)]
    unknown = tuple(name for name in matched.unknown if name not in people)
    return replace(matched, unknown=unknown, personal=(*matched.personal, *people)) if people else matched


def near_misses(headers: Sequence[str], sources: Sequence[Source]) -> tuple[tuple[str, str], ...]:
    """Guess which headers may be renamed columns.

    Args:
        headers: headers that nobody knows.
        sources: columns that were not found.

    Returns:
        Pairs of header and the name it resembles most, every header and column once; never a comparison or an index.
    """
    candidates = [name for name in headers if not COMPARISON.search(name) and not INDEX.search(name)]
    if not candidates or not sources:
        return ()
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (slow to load, rarely wanted)

    matches = [
        (score, header, source.id, name)
        for source in sources
        for name in source.headers
        for header, score, _ in process.extract(name, candidates, scorer=fuzz.ratio, processor=plain_header, limit=None)
        if score >= _LEAST_ALIKE
    ]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, header, column, name in sorted(matches, key=lambda match: -match[0]):
        if header not in found and column not in taken:
            found[header] = name
            taken.add(column)
    return tuple((header, found[header]) for header in candidates if header in found)
