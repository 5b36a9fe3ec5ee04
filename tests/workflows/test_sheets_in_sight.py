"""Sheets come into sight when they have something to say, or when somebody says so on Settings."""

import pytest

from opsbook.book.compile.input_models import wrong_value
from opsbook.engine.refresh import refresh
from opsbook.ooxml.book import BookXml

PEER_LOG, MAPPING = "竞品日志", "对应"
ROW = {"date": 46100.0, "shop": "素里", "item_id": "600000000001", "price": 99.0}


def _settled(shelf, **said):
    shelf.workbook.upsert("Features", [{"feature": feature, "on": word} for feature, word in said.items()])
    refresh(shelf.workbook)
    return shelf.kept()


def _told(workbook):
    return {row["feature"]: (row["on"], row["state"]) for row in workbook.rows("Features")}


def test_a_new_workbook_shows_what_has_something_to_say(shelf):
    """Neither a peer was logged nor a report asked about; calculations are nobody's to read."""
    workbook = _settled(shelf)
    assert _told(workbook) == {PEER_LOG: ("自动", "隐藏"), MAPPING: ("自动", "隐藏")}
    assert [workbook.host.in_sight(table) for table in ("PeerLog", "Mapping", "CalcMetric")] == [False] * 3
    assert all(workbook.host.in_sight(table) for table in ("ShopDay", "GoalDay", "Peers", "Imports"))


def test_a_sheet_appears_with_its_first_row_and_stays(shelf):
    """Also when the row goes again; the others stay away."""
    shelf.workbook.upsert("PeerLog", [ROW])
    workbook = _settled(shelf)
    assert _told(workbook) == {PEER_LOG: ("自动", "显示"), MAPPING: ("自动", "隐藏")}
    workbook.host.drop_rows("PeerLog", [(46100.0, "素里", "600000000001")], ("日期", "店铺", "商品ID"))
    refresh(workbook)
    assert workbook.host.in_sight("PeerLog")


@pytest.mark.parametrize("yes", ["是", "Yes", "yes", "YES"])
def test_who_wants_to_type_switches_it_on(shelf, yes):
    """In either language, and written as people write it."""
    assert _settled(shelf, 对应=yes).host.in_sight("Mapping")


@pytest.mark.parametrize(
    ("word", "code"), [("no", ""), ("自动", ""), ("不要", "cell-no-choice"), (5.0, "cell-no-choice")]
)
def test_a_word_without_effect_is_told_with_those_that_have_one(shelf, word, code):
    """What `check` passes over counts, and what does not count `check` names."""
    rules = next(one.columns["Features"] for one in shelf.workbook.plan.sheet_rules if "Features" in one.columns)
    assert wrong_value(rules["on"], word) == code


@pytest.mark.parametrize("no", ["否", "No", "no"])
def test_no_hides_what_is_filled_and_loses_nothing(shelf, no):
    """Its rows are there when it is switched on again."""
    shelf.workbook.upsert("PeerLog", [ROW])
    workbook = _settled(shelf, 竞品日志=no)
    assert not workbook.host.in_sight("PeerLog")
    assert [row["price"] for row in workbook.rows("PeerLog") if row["shop"]] == [99.0]
    workbook.upsert("Features", [{"feature": PEER_LOG, "on": "自动"}])
    refresh(workbook)
    assert workbook.host.in_sight("PeerLog")


def test_the_guide_leads_to_no_sheet_that_cannot_be_seen(shelf):
    """Its line says so instead of a link, and is a link again once the sheet is there."""
    workbook = _settled(shelf)
    assert workbook.setting("link_to_peer_log") == "竞品日志（隐藏）"
    workbook.upsert("PeerLog", [ROW])
    refresh(workbook)
    assert workbook.setting("link_to_peer_log") == "竞品日志 →"


def test_the_sheet_in_front_is_not_hidden(new_file, tmp_path):
    """Excel opens no workbook whose sheet in front is out of sight."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(new_file("zh").read_bytes())
    book = BookXml(path.read_bytes(), path.name)
    assert book.workbook.viewed() == "今日看板"
    assert book.workbook.hidden() == {PEER_LOG, MAPPING, "计算"}
