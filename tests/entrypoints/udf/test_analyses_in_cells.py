"""Analyses in cells: hand-worked answers, equal to the pure functions behind them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from opsbook import __version__, udf
from opsbook.engine.functions.words import ACTION, FINDING, LIGHT, REASON, VERDICT
from opsbook.features.daily.metrics import METRIC
from opsbook.features.diagnosis.anomaly import Finding, anomaly
from opsbook.features.diagnosis.bridge import bridge
from opsbook.features.experiments.proportions import Sample, Verdict, ab_test, sample_size
from opsbook.features.promotion.keywords import Action, Keyword, Reason, keyword_action
from opsbook.features.stock.replenishment import reorder_point, safety_stock
from support.house import FUNCTION
from support.house import THRESHOLDS as DEFAULTS
from support.sources import ROOT
from support.udf_examples import EXAMPLES


@pytest.fixture(autouse=True)
def english(speak):
    """Words are compared in English here; Chinese ones have a test of their own."""
    speak("en")


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (FINDING, Finding),
        (VERDICT, Verdict),
        (ACTION, Action),
        (REASON, Reason),
    ],
    ids=["finding", "verdict", "action", "reason"],
)
def test_every_outcome_has_words(words, ids):
    """Each outcome an analysis can have is said in both languages."""
    assert set(words) == {one.value for one in ids}
    assert all(label.zh and label.en for label in words.values())


def test_every_light_has_words():
    """Three lights, whichever way is better."""
    assert set(LIGHT) == {(light, direction) for light in (1, 0, -1) for direction in (1, -1)}


def test_a_bridge_adds_up_to_the_gap():
    """Visitors double, nothing else moves: 100 x 0.02 x 50 to 200 x 0.02 x 50 is 100 yuan by visitors."""
    assert udf.OPS_BRIDGE([100, 0.02, 50], [200, 0.02, 50]) == [
        ["Visitors", 100.0],
        ["Pay conversion", 0.0],
        ["AOV", 0.0],
        ["Gap", 100.0],
    ]


@given(st.lists(st.floats(0, 1e6), min_size=6, max_size=6))
def test_a_bridge_is_the_pure_one(factors):
    """Effects are those of the pure function, and sum to the gap exactly."""
    *effects, (_, gap) = udf.OPS_BRIDGE([[factor] for factor in factors[:3]], factors[3:])
    assert [amount for _, amount in effects] == [one.amount for one in bridge(factors[:3], factors[3:]).effects]
    assert sum(amount for _, amount in effects) == gap


def test_sources_share_the_gap():
    """Search: (150 - 100)(3 + 2)/2 = 125 by volume and (3 - 2)(150 + 100)/2 = 125 by rate; 推荐 lost all its 30."""
    before = [["来源", "访客数", "支付金额"], ["搜索", 60, 120], ["搜索", 40, 80], ["推荐", 10, 30]]
    assert udf.OPS_SOURCE_EFFECTS(before, [["搜索", 150, 450]]) == [
        ["搜索", 125.0, 125.0, 250.0],
        ["推荐", -30.0, 0.0, -30.0],
        ["Gap", 95.0, 125.0, 220.0],
    ]


@pytest.mark.parametrize("total", ["合计", "总 计", "汇总", "小计：", " Total ", "Grand total", "sum"])
def test_a_total_is_no_source(total):
    """An export's own total row is left out on either side, so that nothing counts twice, and the answer says so once."""
    rows = [["搜索", 100, 200], ["推荐", 10, 30]]
    later = [["搜索", 150, 450], ["推荐", 20, 40]]
    given = udf.OPS_SOURCE_EFFECTS([*rows, [total, 110, 230]], [[total, 170, 490], *later])
    *sources, gap = udf.OPS_SOURCE_EFFECTS(rows, later)
    assert given == [*sources, [total.strip(), "a total, left out", "", ""], gap]


def test_a_source_known_by_half_is_left_out_and_said():
    """A source with visitors but no GMV is no part of the sum."""
    lines = udf.OPS_SOURCE_EFFECTS([["A", 10, 20], ["B", 5, None]], [["A", 10, 30], ["B", 5, 10]])
    assert lines[1] == ["B", "visitors or GMV missing", "", ""]
    assert lines[2][3] == 10.0


@pytest.mark.parametrize(
    ("value", "history", "finding"),
    [
        (40, [100, 104, 96, 101, 99], "unusually low"),
        (160, [100, 104, 96, 101, 99], "unusually high"),
        (101, [100, 104, 96, 101, 99], "normal"),
        (125, [100, 120, 80, 100, 110], "normal"),  # 0.6745 x 25 / 10 = 1.69 of 3.5: such swings are usual here
        (40, [100, 104, 96], "not enough history"),
        (40, [100, 104, 96, "-", None], "not enough history"),
        (None, [100, 104, 96, 101, 99], "no value"),
    ],
)
def test_an_unusual_day_is_named(value, history, finding):
    """One row: the finding, then robust z, usual value and change as the pure function has them."""
    figures = [one if isinstance(one, int) else None for one in history]
    pure = anomaly(value, figures)
    expected = [finding, *("" if one is None else one for one in (pure.z, pure.expected, pure.change))]
    assert udf.OPS_ANOMALY(value, [[one] for one in history]) == expected


def test_limits_of_anomalies_may_be_given():
    """A change of 4 % is reported once the limits are set to it."""
    assert udf.OPS_ANOMALY(104, [100, 101, 99, 100, 100], 1, 0.04)[0] == "unusually high"


@pytest.mark.parametrize(
    ("value", "metric", "lines", "light"),
    [
        (0.03, "refund_rate", None, "▲ ok"),
        (0.04, "refund_rate", None, "● near"),
        (0.05, "refund_rate", None, "▼ over"),
        (3.5, "depth", None, "▲ met"),
        (3.49, "访问深度", None, "● near"),
        (2.49, "depth", None, "▼ low"),
        (0.029, "cvr", [0.04, 0.03], "▼ low"),
        (0.03, "cvr", [[0.04], [0.03]], "● near"),
        (0.03, "cvr", [None, 0.03], ""),
        (0.04, "cvr", [0.04, None], "▲ met"),
        (None, "depth", None, ""),
    ],
)
def test_a_light_follows_its_lines(value, metric, lines, light):
    """On the green line is met where higher is better; built-in lines unless others are given."""
    assert udf.OPS_STATUS(value, metric, lines) == light


@pytest.mark.parametrize(
    ("metric", "lines"),
    [
        pytest.param("cvr", [0.03, 0.04], id="higher is better"),
        pytest.param("refund_rate", [0.05, 0.04], id="lower is better"),
        pytest.param("depth", [["指标", "范围", "绿线", "红线", "启用"], ["访问深度", "店铺", 2, 3, "是"]], id="table"),
    ],
)
def test_lines_that_are_swapped_judge_nothing(metric, lines):
    """A green line worse than the red one gives no light; the same value for both is allowed."""
    assert "is worse than the red line" in udf.OPS_STATUS(0.035, metric, lines)
    assert udf.OPS_STATUS(0.04, "cvr", [0.04, 0.04]) == "▲ met"


THRESHOLDS = [
    ["指标", "范围", "绿线", "绿线基准", "红线", "红线基准", "绿线界", "红线界", "启用"],
    ["访问深度", "商品", 9, None, 8, None, 9, 8, "是"],
    ["访问深度", "店铺", 2, None, 1, None, 2, 1, "是"],
    ["支付转化率", "店铺", 1, "同行转化率", 0.9, "同行转化率", 0.04, 0.036, "是"],
    ["客单价倍数", "店铺", 1.5, None, 1.3, None, 1.5, 1.3, "否"],
]


@pytest.mark.parametrize(
    ("value", "metric", "light"),
    [
        pytest.param(2, "depth", "▲ met", id="the shop's row, not the item's"),
        pytest.param(0.0399, "cvr", "● near", id="times a base: the line shown"),
        pytest.param(9, "aov_ratio", "", id="switched off"),
    ],
)
def test_the_operators_own_thresholds_win(value, metric, light):
    """The Thresholds table as it stands on its sheet decides."""
    assert udf.OPS_STATUS(value, metric, THRESHOLDS) == light


@pytest.mark.parametrize(("lang", "sheet", "corner"), [("zh", "阈值", "范围"), ("en", "Thresholds", "Scope")])
def test_a_new_workbooks_thresholds_are_the_built_in_ones(lang, sheet, corner):
    """The Thresholds table as a template holds it gives every light that the built-in lines give."""
    book = CalamineWorkbook.from_path(str(ROOT / "templates" / f"opsbook-{lang}.xlsx"))
    lines = book.get_sheet_by_name(sheet).to_python()
    head = next(place for place, line in enumerate(lines) if corner in line)
    own = [one for one in DEFAULTS if one.scope == "shop" and one.base is None and one.green and one.metric in METRIC]
    assert len(own) > 5
    for one in own:
        values = [one.green, one.green * 0.999, one.green * 1.001, one.red, one.red * 0.999, one.red * 1.001]
        assert udf.OPS_STATUS(values, one.metric, lines[head:]) == udf.OPS_STATUS(values, one.metric)


def test_a_column_of_lights():
    """Every value of a range gets its light."""
    assert udf.OPS_STATUS([[0.03], [0.06], [None]], "refund_rate") == [["▲ ok"], ["▼ over"], [""]]


@pytest.mark.parametrize(
    ("returning", "lights"),
    [
        (None, ["▲ ok", "▲ met"]),
        ("否", ["▲ ok", "▲ met"]),
        ("是", ["● near", "● near"]),
        (True, ["● near", "● near"]),
    ],
)
def test_returning_visitors_are_judged_more_strictly(returning, lights):
    """A bounce rate of 0.55 and 3.6 pages are fine for new visitors; returning ones should do below 0.5 and 4."""
    lines = udf.OPS_PAGE_HEALTH(1.6, 0.55, 3.6, None, returning)
    assert [lines[1][2], lines[2][2]] == lights


@pytest.mark.parametrize("cell", ["maybe", "#N/A", -2146826246, 2.0], ids=repr)
def test_yes_or_no_is_not_guessed(cell):
    """Anything else is refused, and an error cell is no blank."""
    assert "must be yes or no" in udf.OPS_PAGE_HEALTH(1.6, 0.55, 3.6, None, cell)
    assert "must be yes or no" in udf.OPS_KEYWORD_ACTION(400, 40, 600, 6000, 0.3, None, None, cell)[0][0]


def test_pages_are_as_healthy_as_the_worst_figure():
    """1.6 is met, 0.65 lies between 0.6 and 0.7, 2.4 is below 2.5: the pages are low."""
    assert udf.OPS_PAGE_HEALTH(1.6, 0.65, 2.4) == [
        ["AOV ratio", 1.6, "▲ met"],
        ["Bounce rate", 0.65, "● near"],
        ["Visit depth", 2.4, "▼ low"],
        ["Overall", "", "▼ low"],
    ]


def test_an_ab_test_in_cells():
    """Newcombe's own example, 56 of 70 against 48 of 80: difference 0.2, interval 0.0524 to 0.3339."""
    lines = dict(udf.OPS_AB_TEST(80, 48, 70, 56))
    pure = ab_test(Sample(48, 80), Sample(56, 70))
    assert lines["Verdict"] == "B is better: switch"
    assert [round(lines[name], 4) for name in ("Difference, low end", "Difference, high end")] == [0.0524, 0.3339]
    assert [*lines.values()][:6] == [pure.rate_a, pure.rate_b, pure.difference, pure.low, pure.high, pure.p_value]


def test_no_verdict_before_the_planned_sample():
    """With 80 and 70 of 100 planned visitors it is too early, whatever the numbers look like."""
    assert udf.OPS_AB_TEST(80, 48, 70, 56, 100)[-1] == ["Verdict", "too early to say"]


def test_more_confidence_widens_the_interval():
    """The interval of 99 % contains that of 95 %."""
    usual, sure = (dict(udf.OPS_AB_TEST(80, 48, 70, 56, None, level)) for level in (None, 0.99))
    assert sure["Difference, low end"] < usual["Difference, low end"]


def test_sample_sizes():
    """Column and defaults equal the pure function; a published case is 77 per group (0.5 to 0.75, power 0.9)."""
    assert udf.OPS_SAMPLE_SIZE([[0.05], [None]], 0.1) == [[float(sample_size(0.05, 0.1))], [""]]
    assert udf.OPS_SAMPLE_SIZE(0.5, 0.5, 0.9) == 77.0


def test_keywords_get_an_action_and_its_reason():
    """40 orders of 400 clicks at a margin of 0.3 earn their bid; 3 clicks say nothing yet."""
    lines = udf.OPS_KEYWORD_ACTION([[400], [3]], [[40], [0]], [[600], [1]], [[6000], [0]], 0.3, None, [[4], [None]])
    assert lines[0][0] == "raise"
    assert lines[0][1].startswith("ROI 10.00 (")
    assert lines[0][1].endswith("is above break-even 3.33")
    assert lines[1] == ["watch", "too few clicks yet"]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param((400, 40, 600, 6000, 0.3, None, 1), "watch", id="first already"),
        pytest.param((400, 40, 600, 1000, 0.3), "lower", id="below break-even"),
        pytest.param((400, 0, 600, 0, 0.3, 0.05), "delete", id="hopeless"),
        pytest.param((40, 4, 60, 600, 0.3, None, None, "否"), "add", id="sold without a bid"),
        pytest.param((40, 4, 60, 600, 0.3, None, None, False), "add", id="a truth value"),
        pytest.param((40, 4, 60, 600, 0.3, None, None, "maybe"), "#OPS! bid must be yes or no; seen: maybe. Write yes or no; blank is yes.", id="unclear"),
    ],
)  # fmt: skip
def test_a_keyword_is_judged_by_its_evidence(figures, expected):
    """Raise, lower, delete, watch and add; a refused figure says so in its row."""
    assert udf.OPS_KEYWORD_ACTION(*figures)[0][0] == expected


def test_a_reason_tells_the_click_rate():
    """400 clicks of 20,000 impressions: 2 %, Wilson 1.81 % to 2.20 %; more clicks than impressions are refused."""
    action, reason = udf.OPS_KEYWORD_ACTION(400, 40, 600, 6000, 0.3, None, None, None, 20_000)[0]
    assert (action, reason.split("; ")[1]) == ("raise", "CTR 2.00% (1.81%–2.20%)")
    assert (
        "clicks (400) exceeds impressions (399)"
        in udf.OPS_KEYWORD_ACTION(400, 40, 600, 6000, 0.3, impressions=399)[0][0]
    )


def test_a_refused_keyword_leaves_its_neighbours():
    """Half an order is no order: its row says so, the next row is judged."""
    wrong, fine = udf.OPS_KEYWORD_ACTION([400, 400], [4.5, 40], 600, 6000, 0.3)
    assert "orders is 4.5; it must be a whole number" in wrong[0]
    assert (wrong[1], fine[0]) == ("", "raise")


def test_keywords_are_judged_as_the_pure_function_does():
    """The action is that of the pure function for the same figures."""
    advice = keyword_action(Keyword(None, 300, 9, 450.0, 1500.0), 0.4, shop_cvr=0.04)
    assert udf.OPS_KEYWORD_ACTION(300, 9, 450, 1500, 0.4, 0.04)[0][0] == ACTION[advice.action.value].en


def test_stock_in_cells():
    """d 150, s_d 16, L 5, s_L 1 at 95 %: 1.645 x sqrt(5 x 256 + 22500) = 253.6; 750 more is the reorder point."""
    pure = safety_stock(0.95, 5, 150, 16, 1)
    assert udf.OPS_SAFETY_STOCK([[150]], 16, 5, 1) == [[pure]]
    assert round(pure, 1) == 253.6
    assert udf.OPS_REORDER_POINT(150, 16, 5, 1) == reorder_point(150, 5, pure)
    assert udf.OPS_SAFETY_STOCK(150, 16, 5) == safety_stock(0.95, 5, 150, 16, 0)
    assert udf.OPS_DAYS_OF_COVER([[120], [0], [None]], [[8], [8], [8]]) == [[15.0], [0.0], [""]]
    assert udf.OPS_DAYS_OF_COVER(120, 0) == ""


@pytest.mark.parametrize("blank", [None, "", " "], ids=repr)
@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("OPS_SAFETY_STOCK", (150.0, 16.0, 5.0)),
        ("OPS_REORDER_POINT", (150.0, 16.0, 5.0)),
        ("OPS_SAMPLE_SIZE", (0.05, 0.1)),
        ("OPS_AB_TEST", (80.0, 48.0, 70.0, 56.0)),
        ("OPS_KEYWORD_ACTION", (400.0, 40.0, 600.0, 6000.0, 0.3)),
        ("OPS_ANOMALY", (40.0, [100.0, 104.0, 96.0, 101.0])),
        ("OPS_GOAL_DAYS", (310_000.0, "2026-11")),
        ("OPS_CATCHUP", (1000.0, 400.1, [[1.0, 2.0]])),
        ("OPS_PAGE_HEALTH", (1.6, 0.65, 2.4)),
        ("OPS_STATUS", (0.03, "refund_rate")),
    ],
)
def test_a_blank_optional_cell_means_its_default(name, needed, blank):
    """An optional argument that is a blank cell counts as left out, in every function."""
    function = getattr(udf, name)
    optional = sum(one.optional for one in FUNCTION[name].arguments)
    assert function(*needed, *[blank] * optional) == function(*needed)


def test_blank_cells_of_a_range_mean_the_default():
    """Cell by cell; a text where a number belongs is refused there."""
    levels = [[0.99], [None], ["high"]]
    [[high], [usual], [refused]] = udf.OPS_SAFETY_STOCK([[150], [150], [150]], 16, 5, None, levels)
    assert (high, usual) == (safety_stock(0.99, 5, 150, 16, 0), safety_stock(0.95, 5, 150, 16, 0))
    assert refused.startswith("#OPS! Row 3, column 1 of service_level must be a number; seen: high.")


def test_prices_and_titles():
    """110 over a median of 100 is 1.1; a title whose words moved is nearly the same one."""
    assert udf.OPS_PRICE_INDEX(110, [[90], [100], [None], [120]]) == 1.1
    assert udf.OPS_PRICE_INDEX(110, [None, "-"]) == ""
    assert udf.OPS_TITLE_SIMILARITY(["法式碎花连衣裙", "a", None], "【新款】法式碎花连衣裙") == [1.0, 0.0, ""]
    assert udf.OPS_TITLE_SIMILARITY("【新款】2026！", "法式碎花连衣裙") == ""


def test_the_version():
    """The package's own."""
    assert udf.OPS_VERSION() == __version__


CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.integers(-10, 10**6).map(float),
    st.sampled_from(["", "cvr", "#N/A", "2026-11", "日期", "支付金额", "是"]),
    st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2100, 1, 1)),
)
BLOCK = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=4)
)


@pytest.mark.parametrize("name", [name for name, arguments in EXAMPLES.items() if arguments])
@settings(max_examples=25)
@given(data=st.data())
def test_nothing_in_cells_is_unforeseen(name, data):
    """Whatever cells are chosen, the answer is an answer or says what is wrong, never that something failed."""
    example = EXAMPLES[name]
    cells = [data.draw(st.one_of(st.just(one), BLOCK)) for one in example]
    answer = getattr(udf, name)(*cells)
    assert "could not be calculated" not in str(answer)
