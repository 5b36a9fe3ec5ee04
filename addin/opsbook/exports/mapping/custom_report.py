"""Reports of one's own, and known exports with a renamed column: read by what the operator said of their columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from opsbook.exports.mapping.profile import Look, profile
from opsbook.exports.parse.row_days import OWN
from opsbook.exports.parse.rows import WHOLE, Reading
from opsbook.exports.parse.totals import cell
from opsbook.exports.platforms import cells
from opsbook.exports.platforms.decimals import decimals
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.privacy.people import mask
from opsbook.exports.privacy.scrub import is_about_people, is_personal, is_surely_about_people
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.identify import HEADER_WITHIN
from opsbook.exports.recognise.match_header import SHOP_HEADERS, HeaderMatch, match_header
from opsbook.exports.recognise.signature import header_key, signature
from opsbook.model.facts import Fact
from opsbook.model.records.export import Importer, Repeat, Source
from opsbook.model.schema import Table
from opsbook.model.units import Unit
from opsbook.model.values import Value

_LONGEST = 200
_FIGURES = frozenset({Look.NUMBERS, Look.RATES, Look.DURATIONS})


@dataclass(frozen=True, slots=True)
class Decided:
    """What the operator said of a report's columns.

    Args:
        name: what the record of imports calls it.
        table: fact table its rows fill.
        fields: id of the table's column by header in one spelling.
        kept: name of an extra column of the table by header in one spelling.
        adds: several rows of one key are parts of it, to be added up.
    """

    name: str
    table: Table
    fields: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)
    adds: bool = False


Known = Mapping[str, Decided]  # by signature of a header, or by id of a known export
NOTHING_KNOWN: Known = MappingProxyType({})


def own_report(raw: RawTable, known: Known) -> HeaderMatch | None:
    """Find the header row of a report the operator has decided on; None where none is."""
    for at, row in enumerate(raw.rows[:HEADER_WITHIN]):
        found = known.get(signature(row))
        if found is not None and found.fields:
            return _without_people(raw, found, match_header(_literal(signature(row), found, row), at, row))
    return None


def _without_people(raw: RawTable, decided: Decided, matched: HeaderMatch) -> HeaderMatch:
    """Leave out columns that people stand in, though they were given a meaning: the words and ids among them."""
    below = raw.rows[matched.row + 1 :]
    words = {column.id for column in decided.table.columns if column.unit in {Unit.TEXT, Unit.ID}}
    fields = {name: at for name, hits in matched.columns.items() for at in hits[:1] if name in words}
    people = {name: at for name, at in fields.items() if is_surely_about_people(below, at, matched.headers[at])}
    kept = {at for at, text in enumerate(matched.headers) if header_key(text) in decided.kept}
    gone = [*people.values(), *(at for at in kept if is_about_people(below, at, matched.headers[at]))]
    named = (clean(matched.headers[at]) for at in sorted(gone))
    return replace(
        matched,
        columns={name: hits for name, hits in matched.columns.items() if name not in people},
        mapping={header: name for header, name in matched.mapping.items() if name not in people},
        personal=tuple(dict.fromkeys((*matched.personal, *named))),
    )


def _literal(name: str, decided: Decided, row: Sequence[str]) -> Importer:
    """The report as a literal, with the headers as this file spells them."""
    headers = {key: clean(text) for text in reversed(row) if (key := header_key(text))}
    columns = tuple(Source(field, (headers[key],)) for key, field in decided.fields.items() if key in headers)
    ids = {source.id for source in columns}
    aside = tuple(
        text
        for key, text in headers.items()
        if key not in decided.fields and key not in SHOP_HEADERS and not is_personal(text)
    )
    return Importer(
        id=OWN + name,
        name=decided.name,
        table=decided.table,
        columns=columns,
        needs=tuple(ids),
        aside=aside,
        repeat=Repeat.LOG if decided.table.sightings else Repeat.ONE,
        tree=_tree(decided.table.name, ids),
        fixed=tuple(_stand_ins(decided.table.name, ids)),
        evidence="",
    )


def _tree(table: str, ids: set[str]) -> tuple[str, ...]:
    levels = ("source1", "source2", "source3")
    return levels if table == "SourceDay" and {"source2", "source3"} & ids else ()


def _stand_ins(table: str, ids: set[str]) -> Iterator[tuple[str, str]]:
    """What names a row where a column of the key is not there: the plan its number, a whole channel its parts."""
    if table in {"PlanDay", "KeywordDay"} and "plan_id" not in ids:
        yield "plan_id", "{plan}"
    if table == "SourceDay":
        yield from ((name, WHOLE) for name in ("source2", "source3") if name not in ids)


def extended(importer: Importer, known: Known) -> Importer:
    """A known export with the names the operator gave to its columns."""
    decided = known.get(importer.id)
    if decided is None:
        return importer
    columns = list(importer.columns)
    for key, name in decided.fields.items():
        at = next((at for at, source in enumerate(columns) if source.id == name), None)
        if at is None:
            columns.append(Source(name, (key,)))
        else:
            columns[at] = replace(columns[at], headers=(*columns[at].headers, key))
    return replace(importer, columns=tuple(columns), aside=(*importer.aside, *decided.kept))


def kept_columns(matched: HeaderMatch, known: Known) -> dict[int, str]:
    """Positions of the columns that are kept as they are, with the name of the extra column; people's are not."""
    decided = known.get(matched.importer.id.removeprefix(OWN)) or known.get(matched.importer.id)
    if decided is None:
        return {}
    found: dict[str, int] = {}
    for at, text in enumerate(matched.headers):
        if (key := header_key(text)) in decided.kept and clean(text) not in matched.personal:
            found.setdefault(key, at)
    return {at: decided.kept[key] for key, at in found.items()}


def with_kept(reading: Reading, known: Known) -> list[Fact]:
    """The facts of a sheet with the cells of the columns that are kept.

    Args:
        reading: the sheet and what was read from it.
        known: what the operator decided.
    """
    raw, matched, facts = reading.raw, reading.matched, reading.facts
    below = raw.rows[matched.row + 1 :]
    columns = {
        at: name
        for at, name in kept_columns(matched, known).items()
        if not is_about_people(below, at, matched.headers[at])
    }
    if not columns:
        return facts
    texts = {at: [cell(row, at) for row in below] for at in columns}
    looks = {at: profile(column).look for at, column in texts.items()}
    written = decimals({at: column for at, column in texts.items() if looks[at] in _FIGURES})

    def kept(row: int, at: int) -> Value:
        is_figure = looks[at] in _FIGURES
        if is_figure and not reading.counts(row, at):
            return None
        return _kept(cell(raw.rows[row], at), looks[at], comma=at in written.comma)

    return [replace(fact, extra={name: kept(fact.where.row - 1, at) for at, name in columns.items()}) for fact in facts]


def _kept(text: str, look: Look, *, comma: bool) -> Value:
    """A cell as its column is: a number, a share, a duration in seconds, or words."""
    try:
        if look is Look.RATES:
            return cells.share(text, points=False, comma=comma)
        if look is Look.DURATIONS:
            return cells.seconds(text, comma=comma)
        if look is Look.NUMBERS:
            return cells.number(text, comma=comma)
    except ValueError:
        pass
    words = cells.words(text)
    return mask(words)[:_LONGEST] if words else None


def kept_unit(cells: Iterable[Value]) -> Unit:
    """What the cells of an extra column are measured in, for its number format."""
    values = [value for value in cells if value is not None]
    if not values or any(isinstance(value, str) for value in values):
        return Unit.TEXT
    numbers = [float(value) for value in values]
    if all(0 <= number < 1 for number in numbers) and any(number % 1 for number in numbers):
        return Unit.RATE
    return Unit.COUNT if all(number.is_integer() for number in numbers) else Unit.RATIO
