"""A figure that people type and files say as well: typed goes first, day by day, in every cell that reads it."""

from datetime import date

import pytest

from opsbook.engine.imports.importing import import_files
from opsbook.engine.refresh import cells_of, refresh
from opsbook.features.daily.metric_table import OPS_METRIC
from opsbook.hosts.files.host import FilesHost
from opsbook.model.language import LANGS
from opsbook.model.values import serial
from support.facts import NOW
from support.house import open_book

FIRST = serial(date(2026, 1, 5))
DAY = {"visitors": 100, "buyers": 10, "gmv": 1000, "refund_amount": 0, "ad_spend": 0}

# of a day with 1,000 paid by 10 buyers: what is typed, what was found, and the margin and AOV ratio worked by hand
WORKED = [
    ({"cogs": 400, "main_item_aov": 50}, {}, 0.6, 2),
    ({}, {"cogs": 250, "main_item_aov": 200}, 0.75, 0.5),
    ({"cogs": 400, "main_item_aov": 50}, {"cogs": 250, "main_item_aov": 200}, 0.6, 2),
    ({"cogs": 0}, {"cogs": 250, "main_item_aov": 200}, 1, 0.5),  # a typed 0 is a figure
    ({"cogs": "?"}, {"cogs": 250}, 0.75, None),  # a text is none
    ({}, {}, None, None),
]


def _row(day, typed, found):
    return {"date": day, **DAY, **typed, **{f"{name}_found": value for name, value in found.items()}}


def _shown(value):
    return (None, "") if value is None else (pytest.approx(value, rel=1e-12),)


@pytest.mark.parametrize("lang", LANGS)
def test_a_typed_figure_goes_before_a_found_one(lang, new_file, tmp_path):
    """Margin and AOV ratio of each day, in a workbook saved and opened again."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(new_file(lang).read_bytes())
    workbook = open_book(FilesHost(path))
    workbook.upsert("ShopDay", [_row(FIRST + at, *case[:2]) for at, case in enumerate(WORKED)])
    refresh(workbook)
    workbook.host.save()
    rows = {row["date"]: row for row in open_book(FilesHost(path)).rows("ShopDay")}
    for at, (typed, found, margin, ratio) in enumerate(WORKED):
        row = rows[FIRST + at]
        assert row["gross_margin"] in _shown(margin), (typed, found)
        assert row["aov_ratio"] in _shown(ratio), (typed, found)


# three days: shipped after 10 hours typed (30 found), 20 found, none known
HOURS = [({"ship_hours": 10}, {"ship_hours": 30}), ({}, {"ship_hours": 20}), ({}, {})]
REVIEWS = [({"negative_reviews": 2}, {"negative_reviews": 9}), ({}, {"negative_reviews": 5}), ({}, {})]


@pytest.mark.parametrize(
    ("name", "days", "of_the_day", "before", "week"),
    [
        ("ship_hours", HOURS, [10, 20, None], [None, 10, 20], 15),
        ("negative_reviews", REVIEWS, [2, 5, None], [None, 2, 5], 3.5),
    ],
)
def test_days_and_weeks_count_each_day_once(name, days, of_the_day, before, week, memory_book):
    """The day, the day before, and the mean of the seven days before: (10 + 20) / 2, and (2 + 5) / 2."""
    workbook = memory_book()
    workbook.upsert("ShopDay", [_row(FIRST + at, *case) for at, case in enumerate(days)])
    for at in range(3):
        workbook.host.write_name("the_day", FIRST + at)
        shown = _calculated(workbook, name)
        assert (shown["value"], shown["previous"]) == (of_the_day[at] or "", before[at] or "")
    workbook.host.write_name("the_day", FIRST + 3)
    assert _calculated(workbook, name)["mean7"] == week


def _calculated(workbook, name):
    cells = cells_of(workbook)
    at = list(cells.column("CalcMetric", "key")).index(name)
    return {column: cells.column("CalcMetric", column)[at] for column in ("value", "previous", "mean7")}


@pytest.mark.parametrize(("extra", "shown"), [({}, 7), ({"negative_reviews_found": 1}, "")])
def test_the_filtered_total_is_right_or_empty(extra, shown, memory_book):
    """Typed 2 and found 5 are 7; of a day that has both no total can choose, so none is told."""
    workbook = memory_book()
    workbook.upsert(
        "ShopDay", [_row(FIRST, {"negative_reviews": 2}, {}) | extra, _row(FIRST + 1, {}, {"negative_reviews": 5})]
    )
    refresh(workbook)
    assert workbook.host.read_name("filtered_negative_reviews") == shown


@pytest.mark.parametrize(
    ("head", "rows", "margin"),
    [
        (("支付金额", "成功退款金额", "成本", "成本（自动）"), [(1000, 0, 400, 250), (1000, 0, None, 250)], 0.675),
        (("支付金额", "成功退款金额", "成本（自动）"), [(1000, 0, 250), (1000, 0, 250)], 0.75),
        (("gmv", "refund_amount", "cogs", "cogs_found"), [(1000, 0, None, 250)], 0.75),
    ],
)
def test_the_worksheet_function_reads_both_columns(head, rows, margin):
    """A range with both columns gives (2000 - 400 - 250) / 2000 = 67.5 %."""
    assert OPS_METRIC("gross_margin", [list(head), *map(list, rows)]) == pytest.approx(margin)


def test_a_report_of_ones_own_never_writes_into_what_was_typed(shelf, tmp_path):
    """Its column 成本 goes beside: the typed cost stays, and counts."""
    file = tmp_path / "成本_20260401_093000.csv"
    file.write_text("日期,支付金额,成本\n2026-03-18,1000,250\n2026-03-19,1000,250\n", encoding="utf-8")
    day = serial(date(2026, 3, 18))
    shelf.workbook.upsert("ShopDay", [_row(day, {"cogs": 400}, {})])
    import_files(shelf.workbook, [file], NOW)
    headers = [row for row in shelf.workbook.rows("Mapping") if row["header"]]
    assert {row["header"]: row["field"] for row in headers}["成本"] == "成本"
    shelf.workbook.upsert(
        "Mapping", [{"signature": row["signature"], "header": row["header"], "confirmed": "是"} for row in headers]
    )
    import_files(shelf.workbook, [file], NOW)
    refresh(shelf.workbook)
    rows = {row["date"]: row for row in shelf.kept().rows("ShopDay")}
    assert [(rows[day + n]["cogs"], rows[day + n]["cogs_found"]) for n in range(2)] == [(400, 250), (None, 250)]
    assert rows[day]["gross_margin"] == pytest.approx(0.6)
