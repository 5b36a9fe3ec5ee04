"""What the report of competitors gathers, and in which order."""

from opsbook.engine.refresh import recalculate_cached
from opsbook.features.competitors.ledger.report import peer_report

SHIRT, DRESS = "600000000001", "600000000002"


def test_the_most_alike_of_an_item_comes_first(memory_book):
    """Items as they stand in the comparison; confirmed pairs before others, refused ones not at all."""
    workbook = memory_book()
    workbook.upsert("PeerPrices", [{"n": 1, "item_id": DRESS}, {"n": 2, "item_id": SHIRT}])
    pairs = ((SHIRT, "1", 0.9, ""), (DRESS, "2", 0.7, ""), (DRESS, "3", 0.8, ""), (DRESS, "4", 0.6, "是"))
    workbook.upsert(
        "PeerMatches",
        [
            {"item_id": item, "shop": "素里", "peer_item_id": theirs, "similarity": alike, "same": same}
            for item, theirs, alike, same in (*pairs, (DRESS, "5", 0.95, "否"))
        ],
    )
    cells, _ = recalculate_cached(workbook)
    assert [row["peer_item_id"] for row in peer_report(workbook, cells, None).alike] == ["4", "3", "2", "1"]
