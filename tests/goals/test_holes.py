"""A month that lacks a day says so: what is made of the others is neither judged nor drawn on to the month's end."""

import json
import shutil
from datetime import date

import pytest

from opsbook.engine.refresh import refresh
from opsbook.features.daily.metrics import METRIC
from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import serial
from support.house import open_book

FIRST = serial(date(2026, 11, 1))
TENTH = FIRST + 9
EVEN = dict.fromkeys(range(30), 10)


@pytest.fixture
def november(memory_book, new_file):
    """30 days of equal weight and a goal of 3,000: 100 a day."""

    def book(lang="zh", weights=EVEN):
        workbook = memory_book() if lang == "zh" else open_book(FilesHost(new_file(lang)))
        workbook.upsert("GoalMonth", [{"month": FIRST, "lock": 3000}])
        workbook.upsert("GoalDay", [{"date": FIRST + at, "weight": weight} for at, weight in weights.items()])
        return workbook

    return book


def sell(workbook, days, shown=TENTH, **more):
    """100 a day, the first of November being day 1."""
    workbook.upsert("ShopDay", [{"date": FIRST + day - 1, "gmv": 100, **more} for day in days])
    workbook.host.write_name("the_day", shown)
    cells, _ = refresh(workbook)
    return cells


ALL = range(1, 11)
WITHOUT_6 = [day for day in ALL if day != 6]


def month(cells):
    """Sold, due, pace, forecast, days known, days missing."""
    return [cells.name(f"month_{name}") for name in ("actual", "due", "pace", "forecast", "known", "missing")]


def test_a_whole_month_to_date_is_judged_and_drawn_on(november):
    """10 of 30 days sold what they should: 1,000 of 1,000, and 3,000 at the end."""
    cells = sell(november(), ALL)
    assert month(cells) == [1000, 1000, 1, 3000, 10, 0]
    assert (cells.name("card_month_light"), cells.name("month_gap")) == (1, "")
    assert cells.name("dash_label") == "结论"


@pytest.mark.parametrize(
    ("days", "known", "gap", "chip"),
    [
        pytest.param(WITHOUT_6, 9, "缺 11-06", "缺 1 天", id="one day inside"),
        pytest.param(range(2, 11), 9, "缺 11-01", "缺 1 天", id="the first day"),
        pytest.param([*range(1, 5), *range(7, 11)], 8, "缺 2 天", "缺 2 天", id="two days"),
        pytest.param([10], 1, "缺 9 天", "缺 9 天", id="a book that begins on the day shown"),
        pytest.param(range(1, 10), 9, "缺 11-10", "缺 1 天", id="the day shown itself"),
    ],
)
def test_a_month_that_lacks_days_is_made_of_the_others(days, known, gap, chip, november):
    """Sold and due are those of the days present; no light, no forecast, and the days are named."""
    cells = sell(november(), days)
    sold = 100 * known
    assert month(cells) == [sold, sold, 1, "", known, 10 - known]
    assert (cells.name("month_gap"), cells.name("card_month_light")) == (gap, chip)
    assert cells.name("month_line_month_forecast") == "补齐后算"
    said = f"到齐的 {known} 天累计 {sold} 元，应达 {sold} 元，进度 100.0%；{gap}，不估月末，月目标 3,000 元"
    assert cells.name("dash_month") == said
    assert cells.name("tile_left_note") == f"还有 20 天；{gap}，偏高"  # what a missing day sold counts as nothing there
    lights = dict(zip(cells.facts["Thresholds"]["key"], cells.column("Thresholds", "light"), strict=True))
    assert lights["month_pace|shop"] == ""


def test_nothing_sold_is_known(november):
    """0 on the 6th: 900 of 1,000, and 2,700 at the end."""
    workbook = november()
    workbook.upsert("ShopDay", [{"date": FIRST + 5, "gmv": 0}])
    assert month(sell(workbook, WITHOUT_6)) == [900, 1000, 0.9, 2700, 10, 0]


@pytest.mark.parametrize(("lang", "phase"), [("zh", "休业"), ("zh", "停业"), ("en", "closed"), ("en", "Closed")])
def test_a_day_on_which_the_shop_was_closed_is_not_missing(lang, phase, november):
    """An event of that phase says so; the day has nothing to reach: 29 days share 2,900."""
    workbook = november(lang)
    workbook.upsert("GoalMonth", [{"month": FIRST, "lock": 2900}])
    workbook.upsert("Events", [{"event": "装修", "phase": phase, "start": FIRST + 5, "end": FIRST + 5}])
    cells = sell(workbook, WITHOUT_6)
    assert [cells.name(name) for name in ("month_missing", "month_gap", "card_month_light")] == [0, "", 1]
    assert [cells.name(f"month_{name}") for name in ("actual", "due", "sum")] == [900, 900, 2900]
    assert cells.name("card_gmv_vs_mean7") == 0


def test_of_net_amounts_a_day_without_refunds_is_missing(november):
    """Where goals are net of refunds, sales of a day whose refunds nobody knows are no amount."""
    workbook = november()
    workbook.host.write_name("goal_metric", METRIC["net_gmv"].label["zh"])
    workbook.upsert("ShopDay", [{"date": FIRST + 5, "gmv": 100}])
    cells = sell(workbook, WITHOUT_6, refund_amount=10)
    assert month(cells) == [810, 900, 0.9, "", 9, 1]
    assert cells.name("month_gap") == "缺 11-06"


@pytest.mark.parametrize(
    ("days", "early", "forecast", "said"),
    [
        pytest.param(4, 10, "", "；再有 1 天估月末", id="4 days"),
        pytest.param(5, 10, 3000, "；照此预计月末 3,000 元", id="5 days, a sixth of the weight"),
        pytest.param(5, 8.8, "", "；月初，先不估月末", id="5 days, less than 15 %: 44 of 294"),
        # 458 sold are 5/7 of 45/295 and 2/7 of 5/30 of the month
        pytest.param(5, 9, 2925, "；照此预计月末 2,925 元", id="5 days, more than 15 %: 45 of 295"),
    ],
)
def test_no_forecast_before_five_days_and_15_percent(days, early, forecast, said, november):
    """The month's end is told when enough of it is known; each of the first days weighs `early`, the others 10."""
    weights = {at: early if at < 5 else 10 for at in range(30)}
    cells = sell(november(weights=weights), (), shown=FIRST + days - 1)
    goals = dict(zip(cells.facts["GoalDay"]["date"], cells.column("GoalDay", "goal"), strict=True))
    workbook = november(weights=weights)
    workbook.upsert("ShopDay", [{"date": FIRST + at, "gmv": goals[FIRST + at]} for at in range(days)])
    cells = sell(workbook, (), shown=FIRST + days - 1)
    assert cells.name("month_forecast") == (forecast and pytest.approx(forecast, abs=10))
    assert (said in cells.name("dash_month")) or forecast == 3000
    assert cells.name("month_missing") == 0


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        pytest.param(ALL, 0, id="whole"),
        pytest.param(WITHOUT_6, "缺 11-06", id="one day"),
        pytest.param([*range(1, 5), *range(7, 11)], "缺 2 天", id="two days"),
        pytest.param([1, 2, *range(4, 11)], "缺 11-03", id="the first of the seven"),
        pytest.param([1, *range(3, 11)], 0, id="the eighth day before"),
    ],
)
def test_a_mean_of_seven_days_is_made_of_seven(days, shown, november):
    """Against the 3rd to the 9th; where a day of them lacks its name stands there instead."""
    assert sell(november(), days).name("card_gmv_vs_mean7") == shown


def test_seven_whole_days_are_compared_as_they_were(november):
    """100 a day for 5 of 50 visitors, 10 refunded; then 250 for 8 of 100, 5 refunded: 1.5, 1, −2 points, 0.5625, −8 points."""
    workbook = november()
    day = {"visitors": 50, "buyers": 5, "gmv": 100, "refund_amount": 10}
    workbook.upsert("ShopDay", [{"date": FIRST + at, **day} for at in range(9)])
    workbook.upsert("ShopDay", [{"date": TENTH, "visitors": 100, "buyers": 8, "gmv": 250, "refund_amount": 5}])
    workbook.host.write_name("the_day", TENTH)
    cells, _ = refresh(workbook)
    seen = [cells.name(f"card_{name}_vs_mean7") for name in ("gmv", "visitors", "cvr", "aov", "refund_rate")]
    assert seen == [1.5, 1, -2, 0.563, -8]


def test_periods_that_are_over_name_what_they_lack(november):
    """Months, quarters and weeks: attainment over whole ones, else the missing day or their number."""
    workbook = november()
    october = serial(date(2026, 10, 1))
    workbook.upsert("GoalMonth", [{"month": october, "lock": 3100}])
    days = [october + at for at in range(31) if at not in {14, 15}]
    workbook.upsert("ShopDay", [{"date": one, "gmv": 100} for one in days])
    september = serial(date(2026, 9, 1))
    workbook.upsert("GoalMonth", [{"month": september, "lock": 6000}])
    workbook.upsert("ShopDay", [{"date": september + at, "gmv": 100} for at in range(30)])
    cells = sell(workbook, [*range(1, 5), *range(6, 11)])
    months = cells.column("GoalMonth", "attainment")
    assert months[7:] == ["", 0.5, "缺 2 天", "", ""]
    assert cells.column("GoalWeek", "attainment")[:2] == [1, "缺 11-05"]
    assert cells.column("GoalQuarter", "attainment") == ["", "", "缺 62 天", ""]


def test_the_charts_leave_the_day_out(november):
    """No column on the day; later ones are of their own kind; the axis of the last days says which lack."""
    cells = sell(november(), WITHOUT_6)
    actual, after = cells.column("CalcMonth", "actual"), cells.column("CalcHoles", "after")
    assert actual[:11] == [*(pytest.approx(at / 100) for at in range(1, 6)), "", "", "", "", "", ""]
    assert after[:11] == ["", "", "", "", "", "", *(pytest.approx(at / 100) for at in range(6, 10)), ""]
    assert cells.column("CalcMonth", "mark")[9] == pytest.approx(0.09)
    assert set(cells.column("CalcMonth", "forecast")) == {""}
    assert cells.column("CalcDays", "tick")[-5] == "缺"


@pytest.mark.parametrize(
    ("lang", "label", "second"),
    [
        ("zh", "结论\n缺 4 天", "11-02、11-04、11-06 等 4 天没有店铺日报：本月按到齐的 6 天算，补齐后再估月末。"),
        (
            "en",
            "Brief\ngap 4",
            "No shop report for 11-02, 11-04, 11-06 … (4 days): the month counts the days present (6), no forecast yet.",
        ),
    ],
)
def test_the_brief_names_the_first_three(lang, label, second, november):
    """Its label says how many days, its second line which and what is therefore made of the others."""
    cells = sell(november(lang), [1, 3, 5, 7, 9, 10])
    assert cells.name("dash_label") == label
    assert second in cells.name("dash_conclusion").split("\n")[1]


def test_every_report_says_which_day_of_the_last_week_it_lacks(november):
    """Of a report that has begun: the day, or how many; one that came late begins with its first day."""
    workbook = november()
    source = {"source1": "付费推广", "source2": "直通车", "source3": "", "visitors": 5}
    workbook.upsert("SourceDay", [{"date": FIRST + at - 1, **source} for at in (3, 4, 6, 7, 8, 9, 10)])
    workbook.upsert("ItemDay", [{"date": FIRST + at - 1, "item_id": "600000000001", "visitors": 5} for at in (8, 10)])
    workbook.upsert("PlanDay", [{"date": FIRST + at - 1, "plan_id": "1", "ad_spend": 5} for at in (1, 2)])
    cells = sell(workbook, WITHOUT_6)
    seen = [cells.name(f"data_{one}_behind") for one in ("shop", "sources", "items", "plans")]
    assert seen == ["11-06", "11-05", "11-09", 8]
    assert [cells.name(f"data_{one}_state") for one in ("shop", "sources", "items", "plans")] == [
        "●缺 1 天",
        "●缺 1 天",
        "●缺 1 天",
        0,
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "查看日期所在的月缺 3 天的店铺日报：2026-11-02、2026-11-06…2026-11-07。"),
        ("en", "Days of the month shown without a Shop report (3): 2026-11-02, 2026-11-06…2026-11-07."),
    ],
)
def test_check_and_daily_name_the_days_and_are_no_success(lang, words, demo_folder, run, tmp_path):
    """The demo without three days of its month: exit code 1, in words and in the answer."""
    book = tmp_path / "book.xlsx"
    shutil.copy(demo_folder(lang) / "OpsBook-demo.xlsx", book)
    workbook = open_book(FilesHost(book))
    taken = [serial(date(2026, 11, at)) for at in (2, 6, 7)]
    workbook.upsert("ShopDay", [{"date": one, "gmv": "", "visitors": ""} for one in taken])
    workbook.host.save()
    told = run("check", book)
    assert told.code == 1
    assert words in told.err
    morning = run("daily", book, demo_folder(lang) / "inbox", "--json")
    assert morning.code == 1
    assert json.loads(morning.out)["missing_days"] == ["2026-11-02", "2026-11-06", "2026-11-07"]
    assert json.loads(run("refresh", book, "--json").out)["missing_days"] == ["2026-11-02", "2026-11-06", "2026-11-07"]


def test_the_demo_lacks_nothing(demo_folder):
    """Its month is whole: the morning ends well and names no day."""
    answer = json.loads((demo_folder("zh").parent / "answer.json").read_text("utf-8"))
    assert "问题：没有" in answer["lines"]
