"""A list of orders from its first row to its last, some thousands of rows at a time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from opsbook.exports.orders.one_row import read_order
from opsbook.exports.orders.open_list import OrderList
from opsbook.exports.orders.spelling import Spelling
from opsbook.exports.orders.usual_rows import Rows, usual_orders
from opsbook.exports.parse.rows import Reading
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.reading.long_rows import LongRows
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.match_header import HeaderMatch
from opsbook.model.issues import Level
from opsbook.model.orders import Orders

AT_ONCE = 20_000  # rows: enough to be quick, few enough to be small


def read_order_list(
    raw: RawTable, matched: HeaderMatch, rules: Orders, spelled: Spelling, at_once: int = AT_ONCE
) -> OrderList:
    """Read every order below the header, paid or not.

    Args:
        raw: the sheet.
        matched: its header.
        rules: what its columns are.
        spelled: how its days and figures are written.
        at_once: how many rows are looked at together.
    """
    width = _usual_width(raw, matched)
    steady = _steady(raw, matched, width)
    found = OrderList.of(Reading(steady, matched, None, days=spelled.days, decimals=spelled.decimals), rules)
    rows = enumerate(islice(raw.rows, matched.row + 1, None), matched.row + 1)
    while some := dict(islice(rows, at_once)):
        if kept := _in_place(found, some, width):
            _read_some(found, kept)
    return found


def _usual_width(raw: RawTable, matched: HeaderMatch) -> int:
    """How many cells a row has, its blank end included: as many as the header, or as most where they have more."""
    width, first = len(matched.headers), matched.row + 1
    below = raw.rows if isinstance(raw.rows, LongRows) else raw.rows[first:]
    if (below.widest if isinstance(below, LongRows) else max(map(len, below), default=0)) <= width:
        return width
    lengths = Counter(len(row) for row in islice(raw.rows, first, None) if any(map(clean, row)))
    return max(width, lengths.most_common(1)[0][0] if lengths else 0)


def _has_slipped(row: Sequence[str], matched: HeaderMatch, width: int) -> bool:
    """Whether a comma in an address or a remark has moved the columns of a row: it is longer than header and most rows."""
    beyond = row[len(matched.headers) :]
    return bool(beyond) and (any(map(clean, beyond)) or (len(row) > width and any(map(clean, row))))


def _steady(raw: RawTable, matched: HeaderMatch, width: int) -> RawTable:
    """The sheet without rows that have slipped, where cells are merged: what they hold is nobody's."""
    if not raw.shared:
        return raw
    first, rows = matched.row + 1, raw.rows
    kept = (() if at >= first and _has_slipped(row, matched, width) else row for at, row in enumerate(rows))
    return replace(raw, rows=tuple(kept))


def _in_place(found: OrderList, rows: Rows, width: int) -> Rows:
    """Report the rows that have slipped, and name the shops that the others are of."""
    matched = found.reading.matched
    slipped = {at for at, row in rows.items() if len(row) > len(matched.headers) and _has_slipped(row, matched, width)}
    for at in sorted(slipped):
        found.reading.report("slipped-row", Level.ERROR, found.reading.where(at))
        found.refuse(at, rows[at])
    kept = {at: row for at, row in rows.items() if at not in slipped} if slipped else rows
    if (shop := matched.shop) is not None:
        found.shops.update(dict.fromkeys(row[shop] for row in kept.values() if shop < len(row)))
    return kept


def _read_some(found: OrderList, rows: Rows) -> None:
    """Read some rows: at once where they are as usual, the others one by one."""
    usual = usual_orders(found, rows)
    for at in sorted(rows.keys() - set(usual.index)):
        if found.is_order(rows[at]):
            read_order(found, at, rows[at])
    found.orders.put_many(usual)
