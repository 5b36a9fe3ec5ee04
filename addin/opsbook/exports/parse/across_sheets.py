"""One key in several sheets of one file: sheets of one export that disagree leave nobody to say which is right."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from opsbook.exports.parse.repeats import key_of, named
from opsbook.model.catalog import Catalog
from opsbook.model.facts import Fact, Parsed
from opsbook.model.issues import Issue, Level
from opsbook.model.values import is_number

_Place = tuple[object, ...]  # file, kind of export, table, key


def agreeing(parsed: Sequence[Parsed], catalog: Catalog) -> tuple[Parsed, ...]:
    """Leave out the rows in which sheets of one file contradict each other, and say so once per sheet.

    Rows that agree, or tell different figures, stay. Sightings stand side by side, days of orders have rules of their own, and
    what different exports say of one day is no contradiction.

    Args:
        parsed: the sheets of one file, or of all files of a zip.
        catalog: whose tables.

    Returns:
        The same sheets, in their order.
    """
    told: dict[_Place, dict[int, Fact]] = defaultdict(dict)
    for number, sheet in enumerate(parsed):
        for place, fact in _places(sheet, catalog):
            told[place].setdefault(number, fact)
    against = {place: list(sheets.values()) for place, sheets in told.items() if _differ(list(sheets.values()))}
    return tuple(_without(sheet, against, catalog) for sheet in parsed) if against else tuple(parsed)


def _places(sheet: Parsed, catalog: Catalog) -> Iterator[tuple[_Place, Fact]]:
    for facts in sheet.facts:
        if not facts.orders and not catalog.tables[facts.table].sightings:
            for fact in facts.rows:
                yield (fact.where.file, sheet.kind, facts.table, key_of(fact, catalog.tables[facts.table].key)), fact


def _differ(rows: Sequence[Fact]) -> bool:
    """Whether rows of one key give a figure two values."""
    seen: dict[str, object] = {}
    return any(
        seen.setdefault(name, value) != value for row in rows for name, value in row.values.items() if is_number(value)
    )


def _without(sheet: Parsed, against: dict[_Place, list[Fact]], catalog: Catalog) -> Parsed:
    refused = [(place, fact) for place, fact in _places(sheet, catalog) if place in against]
    if not refused:
        return sheet
    place, fact = refused[0]
    other = next(one.where for one in against[place] if one is not fact)
    key = named(key_of(fact, catalog.tables[str(place[2])].key))
    seen = {"key": key, "sheet": other.sheet or "–", "row": other.row, "many": len(refused)}
    issue = Issue("sheets-disagree", Level.ERROR, fact.where, seen)
    gone = {id(fact) for _, fact in refused}
    kept = tuple(replace(one, rows=tuple(row for row in one.rows if id(row) not in gone)) for one in sheet.facts)
    issues = tuple(sorted((*sheet.issues, issue), key=lambda one: one.where.row))
    return replace(sheet, facts=kept, rejected=sheet.rejected + len(refused), issues=issues)
