"""A sheet of text to facts."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from opsbook.exports.mapping.custom_report import NOTHING_KNOWN, Known, extended, kept_columns, own_report, with_kept
from opsbook.exports.parse.adding_up import Sums
from opsbook.exports.parse.repeats import add_parts, drop_parents, rename, take_first
from opsbook.exports.parse.row_days import OWN, currencies, date_cells
from opsbook.exports.parse.rows import Reading, read_rows
from opsbook.exports.parse.same_key import settle_keys
from opsbook.exports.parse.shop_rows import own_rows
from opsbook.exports.platforms.dates import Span, span_in_name, span_in_notes
from opsbook.exports.platforms.normalize import clean, plain_header, plain_shop
from opsbook.exports.privacy.people import mask
from opsbook.exports.privacy.scrub import quote_cell
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.identify import identify, in_parts
from opsbook.exports.recognise.match_header import SHOP_HEADERS, HeaderMatch, near_misses
from opsbook.exports.recognise.signature import signature
from opsbook.exports.recognise.stacked_header import is_band, is_data, stacked, under_bands
from opsbook.exports.recognise.word_by_word import also_meant
from opsbook.model.catalog import Catalog
from opsbook.model.facts import Fact, Facts, Parsed
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.language import Label
from opsbook.model.orders import Orders
from opsbook.model.records.export import Repeat

_NOTED = ("店铺名称", "店铺名", "店铺")  # a Store of an English note may be anything
_SHOP_NOTE = re.compile(rf"^[【\[]?(?:{'|'.join(_NOTED)})[】\]]?\s*[:：]\s*([^:：]+?)(?=\s+\S+[:：]|$)")


def parse(raw: RawTable, catalog: Catalog, known: Known = NOTHING_KNOWN) -> Parsed:
    """Turn a sheet into facts for one table.

    Args:
        raw: the sheet; never changed.
        catalog: whose exports.
        known: what the operator said of the columns of their own reports and of renamed ones.

    Returns:
        Facts in file order and every problem. A sheet that nobody claims has an empty kind and says why in its issues.
    """
    raw, matched = _claimed(raw, catalog, known)
    if isinstance(matched, Issue):
        header = raw.rows[matched.where.row - 1] if matched.code == "finer-rows" else ()
        return Parsed("", "", 0, {}, (), (), 0, (matched,), signature=signature(header) if header else "")
    left: Issue | None = None
    if matched.importer.orders:
        reading, shops, left = _read_orders(raw, matched, matched.importer.orders)
    else:
        raw, left = own_rows(raw.in_memory(), matched)
        shops = _as_one(_shops(raw, matched, _column(raw.rows[matched.row + 1 :], matched.shop)), raw.own)
        kept = kept_columns(matched, known)
        reading = _read(raw, matched, shops, kept) if matched.importer.stores or kept else _unread(raw, matched)
        reading.facts = with_kept(reading, known)
    facts = _settle(reading, catalog, add_up=_adds(known, matched.headers))
    told = [left] if left else []
    issues = [*told, *_about_header(raw, matched), *reading.issues, *_about_size(raw, matched, reading, facts)]
    return Parsed(
        kind=matched.importer.id,
        shop=shops[0] if len(shops) == 1 else "",
        header_row=matched.row + 1,
        mapping=matched.mapping,
        unknown=matched.unknown,
        facts=(Facts(matched.importer.table.name, tuple(facts), matched.importer.orders is not None),),
        rejected=reading.rejected,
        issues=tuple(sorted(issues, key=lambda issue: issue.where.row)),
        name=matched.importer.name,
        signature=signature(matched.headers),
    )


def _claimed(raw: RawTable, catalog: Catalog, known: Known) -> tuple[RawTable, HeaderMatch | Issue]:
    """A sheet and who reads it; a header of several rows has become one."""
    matched = claim(raw, catalog, known)
    if isinstance(matched, Issue):
        tried = ((one, claim(one, catalog, known)) for one in stacked(raw))
        return next(((one, found) for one, found in tried if isinstance(found, HeaderMatch)), (raw, matched))
    if (higher := _said_above(raw, matched, catalog, known)) is not None:
        return higher
    if not matched.repeated or matched.importer.grouped:
        return raw, matched
    banded = under_bands(raw, matched.row)
    return (raw, matched) if banded is raw else (banded, claim(banded, catalog, known))


def _said_above(
    raw: RawTable, matched: HeaderMatch, catalog: Catalog, known: Known
) -> tuple[RawTable, HeaderMatch] | None:
    """The same header on several rows above data that stands above the one found: that one only says it again."""
    if not any(map(is_data, raw.rows[: matched.row])):
        return None
    tried = ((one, claim(one, catalog, known)) for one in stacked(raw))
    of_same = ((one, found) for one, found in tried if isinstance(found, HeaderMatch) and found.row < matched.row)
    return next(((one, found) for one, found in of_same if found.importer.id == matched.importer.id), None)


def claim(raw: RawTable, catalog: Catalog, known: Known = NOTHING_KNOWN) -> HeaderMatch | Issue:
    """Find who reads a sheet: the one export it is, else a report the operator decided on, else a renamed export.

    Args:
        raw: the sheet.
        catalog: whose exports.
        known: what the operator said of columns.
    """
    exports = tuple(catalog.exports.values())
    matched = identify(raw, exports)
    if isinstance(matched, Issue) and matched.code == "finer-rows" and _adds(known, raw.rows[matched.where.row - 1]):
        return identify(raw, [in_parts(importer) for importer in exports if importer.finer])
    if isinstance(matched, HeaderMatch):
        renamed = identify(raw, (extended(matched.importer, known),)) if matched.importer.id in known else matched
        return renamed if isinstance(renamed, HeaderMatch) else matched
    if (own := own_report(raw, known)) is not None:
        return own
    renamed = identify(raw, [extended(importer, known) for importer in exports if importer.id in known])
    return renamed if isinstance(renamed, HeaderMatch) else matched


def _adds(known: Known, headers: Sequence[str]) -> bool:
    """Whether the operator said that the rows below a header are parts to be added up."""
    decided = known.get(signature(headers))
    return decided is not None and decided.adds


def _read(raw: RawTable, matched: HeaderMatch, shops: Sequence[str], kept: Collection[int]) -> Reading:
    """Read the rows, or refuse them all where the sheet as a whole cannot be used."""
    named = span_in_name(raw.file, raw.exported)
    fixed = span_in_notes(raw.rows[: matched.row]) or named
    reading = read_rows(raw, matched, fixed, kept)
    whole = _unusable(reading, fixed, named, shops)
    if whole is None:
        return reading
    return Reading(raw, matched, fixed, issues=[whole], rejected=len(reading.facts) + reading.rejected)


def _read_orders(raw: RawTable, matched: HeaderMatch, rules: Orders) -> tuple[Reading, tuple[str, ...], Issue | None]:
    """Add orders up to days; where one file holds several shops those of others are left out, or all refused."""
    from opsbook.exports.orders.paid_days import read_order_days  # noqa: PLC0415 - pandas; no other file needs it

    reading, named = read_order_days(raw, matched, rules)
    shops, left = _as_one(_shops(raw, matched, named), raw.own), None
    if len(shops) > 1:
        raw, left = own_rows(raw, matched)  # a long list is held in memory for this
    if left is not None:
        reading, named = read_order_days(raw, matched, rules)
        shops = _as_one(_shops(raw, matched, named), raw.own)
    if len(shops) > 1:
        whole = Issue("several-shops", Level.ERROR, Where(raw.file, raw.sheet), {"shops": tuple(map(mask, shops))})
        reading = Reading(raw, matched, None, issues=[whole], rejected=len(reading.facts) + reading.rejected)
    return reading, shops, left


def _as_one(shops: tuple[str, ...], own: Collection[str]) -> tuple[str, ...]:
    """Several spellings of one's own shop are one shop."""
    return shops[:1] if all(plain_shop(name) in own for name in shops) else shops


def _unread(raw: RawTable, matched: HeaderMatch) -> Reading:
    """A sheet that is known and of which nothing has a place."""
    where = Where(raw.file, raw.sheet, matched.row + 1)
    return Reading(
        raw, matched, None, issues=[Issue("nothing-stored", Level.INFO, where, {"kind": matched.importer.name})]
    )


def _unusable(reading: Reading, fixed: Span | None, named: Span | None, shops: Sequence[str]) -> Issue | None:
    where = Where(reading.raw.file, reading.raw.sheet)
    if len(shops) > 1:
        return Issue("several-shops", Level.ERROR, where, {"shops": tuple(map(mask, shops))})
    if reading.days.order.open:
        return _open_dates(reading)
    if "date" in reading.matched.columns:
        days = {fact.values["date"] for fact in reading.facts}
        # A total of several days shows one of them in its date column: only the file name tells.
        span = named if len(days) == 1 else None
    else:
        span = fixed
        if fixed is None:
            return Issue("no-date", Level.ERROR, where)
    if span is None or span.one_day:
        return None
    return Issue("not-daily", Level.ERROR, where, {"first": f"{span.first}", "last": f"{span.last}"})


def _open_dates(reading: Reading) -> Issue:
    """Name the date that may be two days, or the two that contradict each other."""
    dates, (at, *against) = list(date_cells(reading.raw, reading.matched)), reading.days.order.open
    row, position, text = dates[at]
    if not against:
        return Issue("open-dates", Level.ERROR, reading.where(row, position), {"value": quote_cell(text)})
    other_row, _, other = dates[against[0]]
    seen = {"value": quote_cell(text), "other": quote_cell(other), "row": other_row + 1}
    return Issue("mixed-dates", Level.ERROR, reading.where(row, position), seen)


def _column(rows: Sequence[Sequence[str]], at: int | None) -> Iterator[str]:
    return (row[at] for row in rows if at < len(row)) if at is not None else iter(())


def _shops(raw: RawTable, matched: HeaderMatch, named: Iterable[str]) -> tuple[str, ...]:
    """Name the shops that the cells of their column speak of, or the notes where there is none."""
    if matched.shop is not None:
        names = map(clean, named)
        # A header that comes again below is not a shop.
        return tuple(
            dict.fromkeys(name for name in names if name.strip("-") and plain_header(name) not in SHOP_HEADERS)
        )
    for row in (one for one in raw.rows[: matched.row] if not is_band(one)):
        for cell, beside in zip(row, (*row[1:], ""), strict=False):
            if found := _SHOP_NOTE.match(clean(cell)):
                return (found[1],)
            if plain_header(cell) in _NOTED and clean(beside):
                return (clean(beside),)
    return ()


def _settle(reading: Reading, catalog: Catalog, *, add_up: bool) -> list[Fact]:
    importer, key, facts = reading.matched.importer, reading.table.key, reading.facts
    if importer.repeat is Repeat.LOG:
        return facts
    if importer.tree:
        _notice_new_tree(reading, facts)
        facts = drop_parents(facts, importer.tree)
    if importer.repeat is Repeat.FIRST:
        facts, issues = take_first(facts, key)
        reading.issues += issues
    else:
        facts = settle_keys(reading, facts, Sums.of(reading, catalog.fields) if add_up else None)
    # An old and a new name of one channel in one file are two parts of it.
    return add_parts(rename(facts, importer.tree, importer.renamed), key) if importer.tree else facts


def _notice_new_tree(reading: Reading, facts: Sequence[Fact]) -> None:
    importer = reading.matched.importer
    marked = next((fact for fact in facts if fact.values[importer.tree[0]] == importer.new_tree), None)
    if marked is not None:
        reading.report("new-source-tree", Level.INFO, marked.where, name=importer.new_tree)


def _about_header(raw: RawTable, matched: HeaderMatch) -> list[Issue]:
    where = Where(raw.file, raw.sheet, matched.row + 1)
    gone = [source for source in matched.importer.columns if source.id not in matched.columns]
    renamed = near_misses(matched.unknown, gone)
    is_log = matched.importer.repeat is Repeat.LOG
    issues = [
        Issue(
            "renamed-column",
            Level.WARNING,
            Where(raw.file, raw.sheet, matched.row + 1, header),
            {"header": header, "name": name},
        )
        for header, name in renamed
    ]
    issues += [
        Issue(
            "column-means",
            Level.WARNING,
            Where(raw.file, raw.sheet, matched.row + 1, header),
            {"header": header, "name": name},
        )
        for header, name in _otherwise_called(matched, [header for header, _ in renamed])
    ]
    listed = (
        ("unknown-columns", matched.unknown),
        ("personal-columns", matched.personal),
        ("repeated-columns", () if is_log else matched.repeated),
    )
    issues += [Issue(code, Level.INFO, where, {"columns": tuple(names)}) for code, names in listed if names]
    if is_log and matched.repeated:  # platforms repeat columns on purpose; here one of two prices would stay for good
        issues.append(Issue("twin-columns", Level.WARNING, where, {"columns": matched.repeated}))
    if matched.importer.foreign:
        shown = currencies(raw, matched) or ("—",)
        issues.append(Issue("foreign-money", Level.INFO, where, {"currency": shown}))
    return issues


def _otherwise_called(matched: HeaderMatch, renamed: Sequence[str]) -> Iterator[tuple[str, Label]]:
    """Columns an export does not use though their names mean a field; of a list of orders a column is no day's figure."""
    importer = matched.importer
    if importer.orders or not importer.stores or importer.id.startswith(OWN):
        return
    labels = {column.id: column.label for column in importer.table.columns}
    rest = [header for header in matched.unknown if header not in renamed]
    for header, field in also_meant(rest, importer, matched.columns):
        yield header, labels[field]


def _says_why(reading: Reading) -> bool:
    """Whether it is told already why nothing came of the rows."""
    return any(issue.code == "none-paid" for issue in reading.issues)


def _about_size(raw: RawTable, matched: HeaderMatch, reading: Reading, facts: Sequence[Fact]) -> list[Issue]:
    where, below = Where(raw.file, raw.sheet), len(raw.rows) - matched.row - 1
    issues = []
    if matched.importer.cut_at and below >= matched.importer.cut_at:
        issues.append(Issue("cut-off", Level.WARNING, where, {"rows": below}))
    if not facts and not reading.rejected and matched.importer.stores and not _says_why(reading):
        issues.append(Issue("no-rows", Level.WARNING, where, {"kind": matched.importer.name}))
    return issues
