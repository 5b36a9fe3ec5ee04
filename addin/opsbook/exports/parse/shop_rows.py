"""Sheets that hold the rows of several shops: those of one's own are taken, the others counted and named."""

from collections.abc import Sequence
from dataclasses import replace

from opsbook.exports.parse.totals import cell, says_total
from opsbook.exports.platforms.normalize import clean, plain_header, plain_shop
from opsbook.exports.privacy.people import mask
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.recognise.match_header import SHOP_HEADERS, HeaderMatch
from opsbook.model.issues import Issue, Level, Where

NAMED = 10  # shops a sentence names
NO_NAME = "–"


def own_rows(raw: RawTable, matched: HeaderMatch) -> tuple[RawTable, Issue | None]:
    """The sheet with the rows of other shops made blank, so that every row keeps its number.

    Args:
        raw: the sheet; it says which names are those of this shop.
        matched: its header.

    Returns:
        The sheet itself where it has no rows of this shop, or no others: of such a file all is taken, or nothing.
    """
    if matched.shop is None or not raw.own:
        return raw, None
    raw = raw.in_memory()
    below = [(at, clean(cell(row, matched.shop))) for at, row in enumerate(raw.rows) if at > matched.row]
    mine = [(at, name) for at, name in below if plain_shop(name) in raw.own]
    gone = {at: name.strip("-") or NO_NAME for at, name in below if plain_shop(name) not in raw.own}
    others = {at: name for at, name in gone.items() if _is_row(raw.rows[at], name)}
    names = tuple(dict.fromkeys(others.values()))
    if not mine or not set(names) - {NO_NAME}:
        return raw, None
    seen = {"taken": len(mine), "shop": mine[0][1], "left": len(others), "shops": len(names)}
    shown = (*map(mask, names[:NAMED]), *(("…",) if len(names) > NAMED else ()))
    issue = Issue("rows-of-other-shops", Level.INFO, Where(raw.file, raw.sheet), {**seen, "named": shown})
    rows = tuple(() if at in gone else row for at, row in enumerate(raw.rows))
    return replace(raw, rows=rows), issue


def _is_row(row: Sequence[str], shop: str) -> bool:
    """Whether a row is more than a blank line, a total or the header once more."""
    return any(map(clean, row)) and plain_header(shop) not in SHOP_HEADERS and not any(map(says_total, row))
