"""The five lines of a morning, word for word, from cells as they may stand in a workbook."""

from types import SimpleNamespace

import pytest

from opsbook.model.issues import Issue, Level
from support.house import CATALOG, five_lines, voice

DAY = 46338  # 2026-11-12
SHOWN = {
    "the_day": DAY,
    "shown_day": DAY,
    "card_gmv": 9000.0,
    "card_gmv_light": -1,
    "dash_status_text": "达成 75%",
    "dash_month": "本月 40%",
    "dash_bridge": "访客少了",
    "alert_1_metric": "支付转化率",
    "alert_1_now": "1.2%",
    "alert_1_bound": "2%",
    "alert_1_owner": "运营",
    "alert_1_advice": "看详情页",
}
WARNING, NOTE = Issue("unreadable-file", Level.WARNING), Issue("equal-rows", Level.INFO)
MISSING = tuple(Issue("x", Level.INFO, seen={"report": name, "day": "2026-11-12"}) for name in ("商品", "计划"))


class Cells:
    """A calculated workbook as far as the lines read it."""

    def __init__(self, lang="zh", events=(), **changed):
        self.lang = lang
        self._names = SHOWN | changed
        columns = ("date", "shop", "kind", "watched")
        self.facts = {"PeerEvents": {name: [event[at] for event in events] for at, name in enumerate(columns)}}

    def name(self, name):
        return self._names[name]


def lines(cells, *more):
    workbook = SimpleNamespace(lang=cells.lang, catalog=CATALOG, voice=voice(cells.lang))
    return five_lines(workbook, cells, *more)


def line(at, cells=None, issues=(), missing=(), strange=0):
    return lines(cells or Cells(), issues, missing, strange)[at]


def test_the_lines_are_five():
    """Met? Pace? What moved? What now? What is missing?"""
    assert lines(Cells(), ()) == (
        "达标：2026-11-12 ▼ 达成 75%",
        "进度：本月 40%",
        "变化：访客少了",
        "要做：支付转化率 1.2%（界线 2%），运营：看详情页",
        "问题：没有",
    )


@pytest.mark.parametrize(
    ("light", "sign"), [(1, "▲ "), (0, "● "), (-1, "▼ "), ("", ""), (None, ""), (2, " ")], ids=repr
)
def test_the_goal_has_the_sign_of_its_light(light, sign):
    """No light, no sign; a light that is none of the three shows nothing."""
    assert line(0, Cells(card_gmv_light=light)) == f"达标：2026-11-12 {sign}达成 75%"


@pytest.mark.parametrize(("cell", "shown"), [("本月 40%", "本月 40%"), (None, ""), (0.4, ""), ("", "")], ids=repr)
def test_what_is_no_text_is_left_out(cell, shown):
    """A sentence is a text; a cell somebody overwrote with a number is none."""
    assert line(1, Cells(dash_month=cell)) == f"进度：{shown}"


@pytest.mark.parametrize(
    ("changed", "action"),
    [
        pytest.param({"alert_1_metric": ""}, "各项指标都在线内，照计划走", id="nothing is lit"),
        pytest.param({"alert_1_metric": "", "card_gmv": 0.0}, "各项指标都在线内，照计划走", id="nothing sold"),
        pytest.param({"alert_1_metric": "", "card_gmv": ""}, "先导入这一天的店铺报表", id="no day"),
        pytest.param({"alert_1_metric": None, "card_gmv": None}, "先导入这一天的店铺报表", id="nothing at all"),
    ],
)
def test_without_a_light_the_next_step_is_another(changed, action):
    """A day without data is not a day on which all is well."""
    assert line(3, Cells(**changed)) == f"要做：{action}"


@pytest.mark.parametrize(
    ("issues", "missing", "strange", "zh", "en"),
    [
        pytest.param((), (), 0, "没有", "none", id="none"),
        pytest.param((NOTE,), (), 0, "没有", "none", id="a note is no problem"),
        pytest.param((WARNING,), (), 0, "导入时有 1 个问题", "issues on import: 1", id="one"),
        pytest.param(
            (WARNING, NOTE, WARNING), (), 0, "导入时有 2 个问题", "issues on import: 2", id="notes do not count"
        ),
        pytest.param((), (), 3, "有 3 格内容可能影响结果", "cells that may change results: 3", id="cells"),
        pytest.param((), MISSING[:1], 0, "2026-11-12 还缺：商品", "missing for 2026-11-12: 商品", id="a report"),
        pytest.param(
            (WARNING,),
            MISSING,
            1,
            "2026-11-12 还缺：商品、计划；导入时有 1 个问题；有 1 格内容可能影响结果",
            "missing for 2026-11-12: 商品, 计划; issues on import: 1; cells that may change results: 1",
            id="all of them",
        ),
    ],
)
def test_problems_are_named_one_after_the_other(issues, missing, strange, zh, en):
    """What is missing first, then the import, then the cells; in the book's language."""
    assert line(4, Cells(), issues, missing, strange) == f"问题：{zh}"
    assert line(4, Cells("en"), issues, missing, strange) == f"Problems: {en}"


@pytest.mark.parametrize(
    ("events", "clause"),
    [
        pytest.param([], "", id="none"),
        pytest.param([(DAY, "甲", "降价", "")], "；竞店：降价 1（甲）", id="of the day shown"),
        pytest.param([(DAY - 1, "甲", "降价", "")], "", id="of the day before"),
        pytest.param([(DAY + 3, "甲", "降价", "")], "；竞店：降价 1（甲）", id="since then"),
        pytest.param([(DAY, "甲", "降价", "否")], "", id="of a shop nobody watches any more"),
        pytest.param([(DAY, "甲", "降价", "是")], "；竞店：降价 1（甲）", id="of a watched one"),
        pytest.param([("?", "甲", "降价", "")], "", id="of no day"),
        pytest.param(
            [(DAY, "乙", "上新", ""), (DAY, "甲", "涨价", ""), (DAY, "甲", "上新", ""), (DAY, "丙", "自定", "")],
            "；竞店：涨价 1、上新 2、自定 1（甲等 3 家）",
            id="several: kinds in their order, the busiest shop by name",
        ),
    ],
)
def test_what_competitors_did_is_a_clause_of_what_moved(events, clause):
    """Counted by kind, from the day shown on."""
    assert line(2, Cells(events=events)) == f"变化：访客少了{clause}"
