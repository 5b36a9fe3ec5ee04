"""A peer that takes another name keeps its history: nothing is told twice, and what the operator said stays."""

import pytest

from opsbook.engine.checks.checking import check
from opsbook.engine.refresh import refresh
from opsbook.model.values import serial
from support.books import SHOP
from support.peer_files import LEADER, QUILT, RIVAL, SHEETS
from support.sightings import on

OURS, TITLE, NEW = "600000000001", "水洗棉四件套纯色床单被套", "慕棉生活旗舰店"


def _look(workbook, day, shop):
    rows = {SHEETS: {"title": TITLE, "season": "秋冬"}, QUILT: {"title": "羽绒被"}}
    key = {"date": serial(on(day)), "shop": shop, "price": 199.0}
    workbook.upsert("PeerLog", [{**key, "item_id": item, **more} for item, more in rows.items()])


@pytest.fixture
def judged(memory_book):
    """A peer looked at twice, its copy of our item confirmed and complained of."""
    workbook = memory_book()
    workbook.host.write_name("shop", SHOP)
    workbook.upsert("Peers", [{"shop": LEADER}, {"shop": RIVAL}])
    workbook.upsert("ItemDay", [{"date": serial(on(7)), "item_id": OURS, "title": TITLE, "visitors": 9}])
    _look(workbook, -200, LEADER)
    _look(workbook, 7, LEADER)
    refresh(workbook)
    key = {"item_id": OURS, "shop": LEADER, "peer_item_id": SHEETS}
    workbook.upsert("PeerMatches", [{**key, "same": "是", "complaint": "已投诉"}])
    return workbook


def _rename(workbook, *shops):
    rows = workbook.columns("Peers")["shop"]
    workbook.host.drop_rows("Peers", [(shop,) for shop in rows if shop], [workbook.header("Peers", "shop")])
    workbook.upsert("Peers", [{"shop": shop} for shop in shops])


@pytest.mark.parametrize(
    ("listed", "stands_as", "warned"),
    [
        pytest.param((NEW, RIVAL), NEW, [], id="the list follows"),
        pytest.param((LEADER, RIVAL), LEADER, [(LEADER, NEW)], id="the list does not"),
        pytest.param((LEADER, RIVAL, NEW), NEW, [(LEADER, NEW)], id="both are listed"),
    ],
)
def test_a_shop_under_a_new_name_is_the_same_shop(listed, stands_as, warned, judged):
    """Goods of the year before are not launched by a new name, and a confirmed copy stays confirmed, once."""
    _rename(judged, *listed)
    _look(judged, 14, NEW)
    refresh(judged)
    assert [row["kind"] for row in judged.rows("PeerEvents") if row["kind"]] == []
    assert [row["launched"] for row in judged.rows("PeerSeasons") if row["season"]] == [0]
    pairs = [row for row in judged.rows("PeerMatches") if row["shop"]]
    assert [(row["shop"], row["peer_item_id"], row["same"], row["complaint"]) for row in pairs] == [
        (stands_as, SHEETS, "是", "已投诉")
    ]
    found = [issue.seen for issue in check(judged) if issue.code == "peer-renamed"]
    assert found == [{"old": old, "new": new} for old, new in warned]


def test_a_name_replaced_everywhere_takes_the_judgement_along(judged):
    """Search and replace in the list and the log: the pair stands under the new name, what was said with it."""
    rows = judged.rows("PeerLog")
    judged.host.drop_rows("PeerLog", [(row["date"], LEADER, row["item_id"]) for row in rows], _key(judged))
    judged.upsert("PeerLog", [{**row, "shop": NEW} for row in rows if row["shop"]])
    _rename(judged, NEW, RIVAL)
    refresh(judged)
    (pair,) = [row for row in judged.rows("PeerMatches") if row["shop"]]
    assert (pair["shop"], pair["same"], pair["complaint"]) == (NEW, "是", "已投诉")


def test_our_own_shop_among_the_peers_is_told(judged):
    """Typed into the list in whatever spelling, it would count as a competitor."""
    judged.upsert("Peers", [{"shop": f" {SHOP} "}])
    assert [issue.seen["shop"] for issue in check(judged) if issue.code == "own-shop-listed"] == [SHOP]


def _key(workbook):
    return [workbook.header("PeerLog", name) for name in ("date", "shop", "item_id")]
