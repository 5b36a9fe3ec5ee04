"""Competitors' items that look like ours, for the operator to judge."""

from collections.abc import Collection, Iterator, Sequence

from opsbook.engine.workbook import Workbook
from opsbook.features.competitors.ledger.news import newest_titles
from opsbook.features.competitors.ledger.reading import text_of
from opsbook.features.competitors.ledger.rows import Row, replace_rows
from opsbook.features.competitors.ledger.rules import style_rule
from opsbook.features.competitors.rules.renamed import PLATFORM_DIGITS
from opsbook.features.competitors.rules.sighting import Log
from opsbook.features.competitors.titles.same_style import Match, OwnItem, StyleRule, candidates
from opsbook.features.competitors.words import SAME_STYLE, id_of

ANYTHING = StyleRule(similarity=0, image_likeness=0)
JUDGEMENTS = ("same", "complaint", "note")

Pair = tuple[str, str, str]  # our item, the shop, its item


def write_matches(
    workbook: Workbook, log: Log, items: Sequence[OwnItem], gone: Collection[tuple[str, str]]
) -> frozenset[str]:
    """Write the pairs that look alike; one that the operator judged stays whatever its titles say now.

    Args:
        workbook: the open workbook.
        log: what was seen of competitors.
        items: our own items.
        gone: shop and item of those off sale.

    Returns:
        Our items that stand in a pair the operator has not refused.
    """
    _follow_shops(workbook, log)
    found = candidates(items, log, style_rule(workbook), gone) if log and items else ()
    known = {(one.item_id, one.shop, one.peer_item_id) for one in found}
    judged = {_pair(row) for row in workbook.rows("PeerMatches") if _is_judged(row)} - known
    replace_rows(workbook, "PeerMatches", _rows((*found, *_compared(judged, items, log)), log, items))
    kept = [row for row in workbook.rows("PeerMatches") if id_of(SAME_STYLE, row["same"]) != "no"]
    return frozenset(text_of(row["item_id"]) for row in kept)


def _follow_shops(workbook: Workbook, log: Log) -> None:
    """What the operator said of an item goes with it when its shop takes another name."""
    shops = {row.item_id: row.shop for row in sorted(log, key=lambda row: row.day)}
    here = {(row.shop, row.item_id) for row in log}
    rows = {_pair(row): row for row in workbook.rows("PeerMatches")}
    moved: list[Row] = []
    for (item, shop, theirs), row in rows.items():
        follows = theirs in shops and len(theirs) >= PLATFORM_DIGITS and (shop, theirs) not in here
        if not follows or not _is_judged(row):
            continue
        key = {"item_id": item, "peer_item_id": theirs}
        standing = rows.get((item, shops[theirs], theirs), {})
        said = {name: row[name] for name in JUDGEMENTS if text_of(row[name]) and not text_of(standing.get(name))}
        moved += [{**key, "shop": shops[theirs], **said}, {**key, "shop": shop, **dict.fromkeys(JUDGEMENTS, "")}]
    if moved:
        workbook.upsert("PeerMatches", moved)


def _is_judged(row: Row) -> bool:
    return any(text_of(row[name]) for name in JUDGEMENTS)


def _pair(row: Row) -> Pair:
    return text_of(row["item_id"]), text_of(row["shop"]), text_of(row["peer_item_id"])


def _compared(pairs: Collection[Pair], items: Sequence[OwnItem], log: Log) -> Iterator[Match]:
    """How alike the pairs are, however little that is."""
    if not pairs:
        return
    ours, theirs = {pair[0] for pair in pairs}, {pair[1:] for pair in pairs}
    own = [one for one in items if one.item_id in ours]
    seen = [row for row in log if (row.shop, row.item_id) in theirs]
    for match in candidates(own, seen, ANYTHING):
        if (match.item_id, match.shop, match.peer_item_id) in pairs:
            yield match


def _rows(matches: Sequence[Match], log: Log, items: Sequence[OwnItem]) -> Iterator[Row]:
    ours, titles = {one.item_id: one.title for one in items}, newest_titles(log)
    for match in matches:
        yield {
            "item_id": match.item_id,
            "title": ours[match.item_id],
            "shop": match.shop,
            "peer_item_id": match.peer_item_id,
            "peer_title": titles.get((match.shop, match.peer_item_id)),
            "similarity": match.similarity,
            "image_likeness": match.image_likeness,
        }
