"""What the columns of a sheet nobody knows may stand for, with the reason and how sure it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from opsbook.exports.mapping.guess import guess_columns
from opsbook.exports.mapping.profile import Look, Profile, profile
from opsbook.exports.mapping.proposal import Proposal, Remembered, Sheet, missing_keys
from opsbook.exports.parse.totals import cell, says_total
from opsbook.exports.platforms.dates import span_in_name, span_in_notes
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.privacy.people import has_contact
from opsbook.exports.privacy.people_names import is_name
from opsbook.exports.privacy.scrub import is_about_people, is_personal
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.identify import HEADER_WITHIN, header_row
from opsbook.exports.recognise.signature import header_key
from opsbook.exports.recognise.stacked_header import stacked
from opsbook.model.catalog import Catalog
from opsbook.model.records.export import Importer
from opsbook.model.schema import Table

_LEAST_COLUMNS, _LOOKED_AT = 2, 500  # columns of a table, rows below a header that tell what stands in it
LEAST_SHARED = 0.5  # of the headers of two reports, for one to be the other with changed columns
_PRICES, _OWN_FIGURES = {"list_price", "price"}, {"visitors", "gmv", "buyers", "order_amount", "ad_spend"}
_ADS = ("impressions", "clicks", "ad_spend")


@dataclass(frozen=True, slots=True)
class _Candidate:
    row: int
    names: tuple[str, ...]
    profiles: Mapping[str, Profile] = field(default_factory=dict)

    @property
    def rank(self) -> tuple[int, int, int]:
        """Columns with figures or days below, named columns, and how far down: notes stand above a header."""
        told = sum(one.tells_figures or one.look is Look.DAYS for one in self.profiles.values())
        return told, len(self.names), self.row


def look_at(raw: RawTable) -> Sheet | None:
    """Find the header of a sheet nobody knows.

    Args:
        raw: the sheet.

    Returns:
        The sheet with its columns; None where it has no column of figures, or nothing tells the day.
    """
    raw = raw.in_memory()
    tried = [(one, candidate) for one in (raw, *stacked(raw)) for candidate in _candidates(one)]
    if not tried:
        return None
    raw, found = max(tried, key=lambda one: one[1].rank)
    below = raw.rows[found.row + 1 :]
    people = {name for at, name in _named(raw.rows[found.row]) if is_personal(name) or is_about_people(below, at, name)}
    profiles = {name: one for name, one in found.profiles.items() if name not in people}
    dated = (span_in_notes(raw.rows[: found.row]) or span_in_name(raw.file, raw.exported)) is not None
    if not any(one.tells_figures for one in profiles.values()):
        return None
    if not dated and not any(one.look is Look.DAYS for one in profiles.values()):
        return None
    personal = tuple(name for name in found.names if name in people)
    return Sheet(raw, found.row, tuple(profiles), profiles, personal, dated)


def _candidates(raw: RawTable) -> Iterator[_Candidate]:
    """Rows that may be the header: names, no figures, and figures or days below."""
    for at, cells in enumerate(raw.rows[:HEADER_WITHIN]):
        names = list(_named(cells))
        if len(names) < _LEAST_COLUMNS or any(_is_data(name) for _, name in names):
            continue
        below = [row for row in raw.rows[at + 1 : at + 1 + _LOOKED_AT] if not any(map(says_total, row))]
        profiles = {name: profile([cell(row, position) for row in below]) for position, name in names}
        yield _Candidate(at, tuple(profiles), profiles)


def _named(cells: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Position and name of every column, the first of equal names only."""
    seen: set[str] = set()
    for at, text in enumerate(cells):
        key = header_key(text)
        if key and key not in seen:
            seen.add(key)
            yield at, clean(text)


def _is_data(text: str) -> bool:
    return profile([text]).look is not Look.WORDS or has_contact(clean(text)) or is_name(clean(text))


def propose(
    raw: RawTable, catalog: Catalog, remembered: Sequence[Remembered] = (), table: Table | None = None
) -> Proposal | None:
    """Say what the columns of a sheet nobody knows may stand for.

    Args:
        raw: the sheet.
        catalog: whose tables and exports.
        remembered: reports the operator decided on; of one that has half of its headers the answers are proposed.
        table: fact table to fill; None lets the columns decide.

    Returns:
        The proposal; None where the sheet has no figures or no day, or is a report that was refused on purpose.
    """
    sheet = look_at(raw)
    if sheet is None:
        return None
    said = _most_like(sheet, remembered)
    chosen = table or (said.table if said else None)
    if chosen:
        return _proposal(sheet, chosen, said)
    proposal = next(_fitting(sheet, catalog))
    same = (one for one in catalog.exports.values() if one.table == proposal.table)
    return None if any(_refused(one, raw) for one in same) else proposal


def _most_like(sheet: Sheet, remembered: Sequence[Remembered]) -> Remembered | None:
    """The report that shares most headers with a sheet: half of those that either has, at least."""
    own = frozenset(map(header_key, sheet.headers))
    scored = [(len(own & one.headers) / len(own | one.headers), one) for one in remembered if one.headers]
    best = max(scored, key=lambda one: one[0], default=(0.0, None))
    return best[1] if best[0] >= LEAST_SHARED else None


def _refused(importer: Importer, raw: RawTable) -> bool:
    """Whether a sheet has all an export needs, and a column that says it is another one."""
    return header_row(importer, raw) is None and header_row(replace(importer, never=()), raw) is not None


def _fitting(sheet: Sheet, catalog: Catalog) -> Iterator[Proposal]:
    """The finest table whose key the sheet has; at last the shop's days."""
    tables = catalog.tables
    if (peers := _proposal(sheet, tables["PeerLog"], None)) and _is_log(
        peers, _proposal(sheet, tables["ItemDay"], None)
    ):
        yield peers
    for table in ("KeywordDay", "PlanDay", "ItemDay", "SourceDay"):
        proposal = _proposal(sheet, tables[table], None)
        found = {guess.field for guess in proposal.proposed}
        if not proposal.missing and (table != "PlanDay" or found & set(_ADS)):
            yield proposal
    yield _proposal(sheet, tables["ShopDay"], None)


def _is_log(peers: Proposal, items: Proposal) -> bool:
    """Whether a sheet tells of competitors' items: shops and prices, and nothing that only the shop itself can know."""
    found, own = ({guess.field for guess in one.proposed} for one in (peers, items))
    return not peers.missing and bool(found & _PRICES) and not own & _OWN_FIGURES


def _proposal(sheet: Sheet, table: Table, said: Remembered | None) -> Proposal:
    guesses = guess_columns(sheet.headers, sheet.profiles, table, said, dated=sheet.dated)
    return Proposal(sheet, table, guesses, missing_keys(table, {guess.field for guess in guesses}, dated=sheet.dated))
