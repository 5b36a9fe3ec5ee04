"""Cells that quietly change results: `check` names every one, other commands go on and say how many there are."""

import pytest

from opsbook.engine.checks.checking import check
from opsbook.engine.checks.input_checks import check_inputs
from opsbook.engine.refresh import cells_of, refresh
from opsbook.engine.workbook import FIRST_DAY, LAST_DAY
from opsbook.hosts.files.host import FilesHost
from opsbook.model.schema import Kind
from opsbook.model.values import ErrorValue
from support import inbox
from support.facts import day_number
from support.house import TABLES, know_book, open_book, sheet_rules
from support.house import tell as describe
from support.packages import parts, write

DAY, MONTH = day_number("2026-03-18"), day_number("2026-03-01")
NA = ErrorValue("#N/A")
SOURCE = {"date": DAY, "source1": "淘内免费", "source2": "手淘搜索", "source3": "汇总"}

NAMES = [
    *(("year", value, "cell-no-number") for value in ("abc", True)),
    ("year", "2026", "cell-text-not-number"),
    *(("year", value, "cell-not-whole") for value in (1999, 2100, 2026.5, -1, 1e300)),
    ("year", None, "cell-blank"),
    ("year", 2026, ""),
    *(("year", value, "year-changed") for value in (2000, 2025, 2027, 2099)),
    *(("shop", value, code) for value, code in ((None, "cell-blank"), ("x", ""), (618, ""), (NA, "cell-error"))),
    *(("goal_metric", value, "") for value in ("支付金额", "净支付金额")),
    *(("goal_metric", value, "cell-no-choice") for value in ("支付", 1, True)),
    ("goal_metric", None, "cell-blank"),
    *(("cost_rate", value, "") for value in (None, 0, 0.55, 1)),
    *(("cost_rate", value, "cell-no-share") for value in (1.01, 55, -0.01, 1e300)),
    ("cost_rate", "55%", "cell-text-not-number"),
    *((name, 0, "") for name in ("window_items", "window_plans", "window_keywords")),
    *(("window_plans", value, "") for value in (None, 5, 400)),
    *(("window_plans", value, "cell-not-whole") for value in (401, -1, 2.5, 1e300)),
    ("window_plans", "五", "cell-no-number"),
    ("window_items", NA, "cell-error"),
    *(("peer_absent", value, code) for value, code in ((2, ""), (2.5, "cell-not-whole"), ("两次", "cell-no-number"))),
    *(
        ("peer_jump", value, code)
        for value, code in ((0.5, ""), (-0.1, "cell-out-of-range"), ("一半", "cell-no-number"))
    ),
    *(("style_similarity", value, code) for value, code in ((0.6, ""), (1, ""), (60, "cell-no-share"))),
    *(("peer_item", value, "") for value in (None, "磨毛四件套")),
    *(("year_goal", value, "") for value in (None, 0, 38_000_000, 1e13)),
    *(("year_goal", value, "cell-not-whole") for value in (-1, 0.5, 9_000_000_000.5, 1.1e13)),
    ("shop", "慕棉\ud83d", ""),  # half an emoji, as Excel's LEFT cuts it
    ("year_goal", "3800万", "cell-no-number"),
    *(("the_day", value, "") for value in (None, DAY, day_number("2025-01-01"), day_number("2026-12-31"))),
    *(("the_day", value, "day-not-in-book") for value in (day_number("2024-12-31"), day_number("2027-01-01"))),
    *(("the_day", value, "cell-no-day") for value in (0, -1, DAY + 0.5, 2_958_466, 1e300, "2026-99-99", True)),
]
CELLS = [
    *(("ShopDay", "visitors", value, "") for value in (None, 0, 12.5, 1e6)),
    *(("ShopDay", "visitors", value, "cell-no-number") for value in ("abc", "1,200件", True)),
    ("ShopDay", "visitors", " 1,200.5 ", "cell-text-not-number"),
    *(("ShopDay", "gmv", value, "cell-out-of-range") for value in (-0.01, 1e13, 1e30, 1e300, -1e300)),
    ("ShopDay", "gmv", NA, "cell-error"),
    ("ShopDay", "event", NA, "cell-error"),
    ("ShopDay", "note", "随便写", ""),
    *(("ShopDay", "bounce_rate", value, code) for value, code in ((1, ""), (1.01, "cell-no-share"), (55, "cell-no-share"))),
    *(("ShopDay", "partial", value, code) for value, code in (("是", ""), (None, ""), ("半天", "cell-no-choice"))),
    *(("ShopDay", "cogs", value, code) for value, code in ((0, ""), (-1, "cell-out-of-range"), ("x", "cell-no-number"))),
    *(("GoalMonth", "lock", value, "") for value in (None, 0, 300_000)),
    *(("GoalMonth", "lock", value, "cell-not-whole") for value in (1.1e13, 0.5)),
    ("GoalMonth", "lock", "30万", "cell-no-number"),
    *(("GoalMonth", "target_cvr", value, code) for value, code in ((0.03, ""), (3, "cell-no-share"))),
    ("GoalMonth", "weight", "x", "cell-no-number"),
    *(("GoalDay", "lock", value, code) for value, code in ((0, ""), (-3, "cell-not-whole"), ("x", "cell-no-number"))),
    *(("Thresholds", "direction", value, "") for value in (1, -1)),
    *(("Thresholds", "direction", value, "cell-no-choice") for value in (0, 2, "↑", True)),
    *(("Thresholds", "green", value, code) for value, code in ((None, ""), (0.9, ""), ("九成", "cell-no-number"), (1e300, "cell-out-of-range"))),
    *(("Thresholds", "green_base", value, code) for value, code in ((None, ""), ("同行转化率", ""), ("同行", "cell-unknown"))),
    *(("Thresholds", "red_base", value, code) for value, code in (("目标客单价", ""), (3, "cell-unknown"))),
    *(("Thresholds", "on", value, "") for value in ("是", "否", "yes", None)),
    ("Thresholds", "on", "开", "cell-no-choice"),
    *(("Thresholds", "metric", value, code) for value, code in (("支付转化率", ""), ("转化", "cell-unknown"))),
    *(("Thresholds", "scope", value, code) for value, code in (("店铺", ""), ("全店", "cell-no-choice"))),
]  # fmt: skip


LEDGER = [
    *(("Peers", "role", value, code) for value, code in (("标杆", ""), (None, ""), ("老大", "cell-no-choice"))),
    *(("Peers", "since", value, code) for value, code in ((DAY, ""), ("去年", "cell-no-day"))),
    *(("PeerMatches", "same", value, code) for value, code in (("是", ""), ("否", ""), ("对", "cell-no-choice"))),
    *(("PeerMatches", "complaint", value, code) for value, code in (("已投诉", ""), ("投诉了", "cell-no-choice"))),
    *(("PeerMatches", "similarity", value, code) for value, code in ((1, ""), (82, "cell-no-share"))),
    *(("PeerLog", "listed_on", value, code) for value, code in ((DAY, ""), ("2026.11.12", "cell-text-not-day"), ("2026.13.12", "cell-no-day"))),
    *(("PeerLog", "price", value, code) for value, code in ((0, ""), ("99元", "cell-no-number"), (-1, "cell-out-of-range"))),
    *(("PeerLost", "lost_users", value, code) for value, code in ((3, ""), ("三", "cell-no-number"))),
]  # fmt: skip
KEYS = {
    "Peers": {"shop": "慕棉"},
    "PeerMatches": {"item_id": "1", "shop": "慕棉", "peer_item_id": "2"},
    **{key: {"date": DAY, "shop": "慕棉", "item_id": "2"} for key in ("PeerLog", "PeerLost")},
}


def issues_of(workbook):
    cells = cells_of(workbook)
    return check_inputs(workbook, cells.facts, cells)


def put(workbook, table, column, value):
    """Change one cell of the row of a day, a month or the conversion's threshold, whatever it becomes."""
    key = {"ShopDay": DAY, "GoalDay": DAY, "GoalMonth": MONTH, "Thresholds": "cvr|shop"}[table]
    place = workbook.host._tables[table]
    at = next(at for at, row in enumerate(place.rows) if key in [cell.value for cell in row])
    place.rows[at][place.headers.index(workbook.header(table, column))].value = value
    return place.first_row + at


@pytest.mark.parametrize(("name", "value", "code"), NAMES)
def test_a_named_cell_must_hold_what_it_is_for(name, value, code, memory_book):
    """Text where a number is wanted, numbers out of range, unknown words: each boundary, and one past it."""
    workbook = memory_book()
    workbook.host._names[name].cell.value = value
    found = issues_of(workbook)
    assert [issue.code for issue in found] == ([code] if code else [])
    assert all((issue.where.sheet, issue.where.cell) == workbook.host.locate(name) for issue in found)


@pytest.mark.parametrize(("table", "column", "value", "code"), CELLS)
def test_a_table_cell_must_hold_what_its_column_is_for(table, column, value, code, memory_book):
    """The same for every kind of column, facts and the operator's own; the address is the one Excel shows."""
    workbook = memory_book()
    row = put(workbook, table, column, value)
    found = issues_of(workbook)
    assert [issue.code for issue in found] == ([code] if code else [])
    assert all(issue.where.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(row) for issue in found)


@pytest.mark.parametrize(("table", "column", "value", "code"), LEDGER)
def test_a_cell_of_the_competitors_must_hold_what_its_column_is_for(table, column, value, code, memory_book):
    """Words of the drop-downs, dates and figures, whether typed, pasted or imported."""
    workbook = memory_book()
    workbook.upsert(table, [{**KEYS[table], column: value}])
    assert [issue.code for issue in issues_of(workbook)] == ([code] if code else [])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_good_book_has_no_strange_cell(lang, new_file, demo_folder):
    """New books and the demo's, in both languages."""
    assert issues_of(open_book(FilesHost(new_file(lang)))) == ()
    assert issues_of(open_book(FilesHost(demo_folder(lang) / "OpsBook-demo.xlsx"))) == ()


def test_every_input_column_is_looked_at():
    """Every column of ours that is no formula is expected to hold something, but for what judges itself or is written anew."""
    looked = {
        (table, column) for sheet in sheet_rules("zh") for table, known in sheet.columns.items() for column in known
    }
    inputs = {
        (table.name, column.id)
        for table in TABLES
        for column in table.columns
        if column.kind is not Kind.FORMULA
        and table.name not in {"Events", "PeerEvents", "PeerNews", "Options", "GoalKept"}
    }
    assert looked == inputs


@pytest.mark.parametrize(
    ("rows", "twice"),
    [
        pytest.param(({**SOURCE, "gmv": 1}, {**SOURCE, "gmv": 2}), True, id="the whole key"),
        pytest.param(({**SOURCE, "gmv": 1}, {**SOURCE, "source3": "其他", "gmv": 2}), False, id="a part of it"),
        pytest.param(
            ({**SOURCE, "source1": "618"}, {**SOURCE, "source1": 618}), True, id="digits as text and as number"
        ),
    ],
)
def test_a_row_that_stands_twice_is_named(rows, twice, memory_book):
    """The lower row is named with the upper one's number: sums would count both."""
    workbook = memory_book()
    workbook.upsert("SourceDay", [{**SOURCE, "source1": f"x{at}"} for at in range(2)])
    place = workbook.host._tables["SourceDay"]
    for at, row in enumerate(rows):
        for column, value in row.items():
            place.rows[at][place.headers.index(workbook.header("SourceDay", column))].value = value
    found = issues_of(workbook)
    assert [issue.code for issue in found] == ["cell-twice"] * twice
    if twice:
        assert found[0].seen["other"] == place.first_row
        assert found[0].where.cell.endswith(str(place.first_row + 1))


def test_two_thresholds_of_one_place_and_one_without_a_key_are_named(memory_book):
    """The same 顺序 twice, and a row whose key was cleared."""
    workbook = memory_book()
    put(workbook, "Thresholds", "order", 1)
    at = workbook.host._tables["Thresholds"].headers.index("键")
    workbook.host._tables["Thresholds"].rows[-1][at].value = None
    assert sorted(issue.code for issue in issues_of(workbook)) == ["cell-blank", "cell-twice"]


def test_a_day_without_its_date_and_one_that_is_no_date_are_named(memory_book):
    """A row of figures needs its day; a row of blanks is a placeholder."""
    workbook = memory_book()
    workbook.upsert("SourceDay", [SOURCE])
    place = workbook.host._tables["SourceDay"]
    day = place.headers.index("日期")
    for value, code in ((None, "cell-blank"), ("3月18日", "cell-no-day"), (20_260_318, "cell-no-day")):
        place.rows[0][day].value = value
        assert [issue.code for issue in issues_of(workbook)] == [code]
    for value in (FIRST_DAY, LAST_DAY):
        place.rows[0][day].value = value
        assert issues_of(workbook) == ()
    for cell in place.rows[0]:
        cell.value = cell.value if cell.formula else None
    assert issues_of(workbook) == ()


def test_goals_that_cannot_add_up_are_named(memory_book):
    """Day locks above their month, month locks above the year: one issue per month, at its manual goal."""
    workbook = memory_book()
    workbook.host.write_name("year_goal", 1000)
    put(workbook, "GoalMonth", "lock", 300)
    put(workbook, "GoalDay", "lock", 300)
    assert issues_of(workbook) == ()
    put(workbook, "GoalDay", "lock", 301)
    (found,) = issues_of(workbook)
    assert (found.code, found.seen["month"]) == ("goals-contradict", "2026-03")
    assert found.seen["seen"] == "锁定的日目标超过月目标"
    put(workbook, "GoalDay", "lock", 300)
    put(workbook, "GoalMonth", "lock", 1001)
    assert [issue.seen["seen"] for issue in issues_of(workbook)] == ["锁定的月目标超过年目标"]


READ_ALOUD = [
    ("shop", None, "「店铺名」空着。请填上。", "Shop is blank. Fill it in."),
    (
        "cost_rate",
        55,
        "「成本率」应在 0 到 100% 之间，现在是 55。3.2% 请写成 3.2% 或 0.032，不要写 3.2。",
        "Cost rate should be between 0 and 100% and is 55. Write 3.2% as 3.2% or 0.032, not as 3.2.",
    ),
    (
        "window_plans",
        -1,
        "「计划保留天数」应是 0 到 400 的整数，现在是 -1。请改成这个范围里的整数。",
        "Days of plans kept should be a whole number from 0 to 400 and is -1. Make it a whole number of that range.",
    ),
    (
        "year_goal",
        "3800万",
        "「年目标」应是数字，现在是「3800万」，计算时当作没有填。请改成数字（不带单位和文字），或清空。",
        "Year goal should be a number and holds 3800万; it is left out of every sum. Make it a number without words or units, or clear the cell.",
    ),
    (
        "year",
        2027,
        "「年份」改成了 2027，日报和目标的日期还是 2026 年的，导入和目标会对不上。请改回 2026；新的一年请另建一本：opsbook new … --from 这本工作簿。",
        "Year was changed to 2027, while the days and goals are still of 2026: imports and goals go astray. Put 2026 back; for a new year make a new workbook: opsbook new … --from this one.",
    ),
    (
        "goal_metric",
        "GMV2",
        "「目标口径」只能是 支付金额、净支付金额，现在是「GMV2」，没有起作用。请改成其中之一。",
        "Goal measure can only be GMV, Net GMV; it holds GMV2, which has no effect. Make it one of them.",
    ),
    (
        "main_item",
        NA,
        "「主推款商品ID」是错误值 #N/A，用到它的公式也会出错。请改成正确的内容，或清空。",
        "Main item ID holds the error #N/A; formulas that use it show errors too. Correct it, or clear the cell.",
    ),
]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "value", "zh", "en"), READ_ALOUD)
def test_the_sentence_says_what_where_and_what_to_do(name, value, zh, en, lang, new_file):
    """Sheet and address as Excel shows them, what was seen, what to do next."""
    workbook = open_book(FilesHost(new_file(lang)))
    sheet, cell = workbook.host.locate(name)
    if isinstance(value, ErrorValue):
        book = workbook.host.book
        where, row, column = book.cell_named(name)
        where.put(row, column, f'<c r="{cell}" t="e"><v>{value}</v></c>')
    else:
        workbook.host.write_name(name, value)
    (found,) = (issue for issue in check(workbook) if issue.code.startswith(("cell-", "year-")))
    place = f"{sheet} · {cell}"
    assert describe(found, lang) == (f"{place}：{zh}" if lang == "zh" else f"{place}: {en}")


def test_check_names_all_of_them_in_sheet_order_and_other_commands_go_on(book, run, tmp_path):
    """check ends with 1 and one line per cell, sheet by sheet; refresh, goal, import end with 0 and one sentence, daily with 1 for its month lacks days."""
    host = FilesHost(book)
    workbook = open_book(host)
    host.write_name("cost_rate", "abc")
    host.write_name("the_day", 1e300)
    days = [day_number(f"2026-05-{day:02}") for day in range(1, 32)]
    workbook.upsert("ShopDay", [{"date": day, "visitors": "x", "pageviews": "x"} for day in days])
    refresh(workbook)
    host.save()
    answer = run("check", book)
    assert answer.code == 1
    lines = answer.err.splitlines()
    assert len(lines) == 2 + 2 * 31
    assert [line.split(" · ")[0] for line in (lines[0], lines[1], lines[-2], lines[-1])] == [
        "! 今日看板",
        "! 日报",
        "! 日报",
        "! 设置",
    ]
    sentence = "有 64 格内容可能影响结果（opsbook check 逐格列出）。"
    exports = tmp_path / "in"
    inbox.shop(exports, {"2026-03-18": {"访客数": 20, "支付金额": 200}})
    for words in (["refresh", book], ["goal", book, "--year", 2026, "100"], ["import", book, exports]):
        answer = run(*words)
        assert (answer.code, sentence in answer.out) == (0, True)
    answer = run("daily", book, exports)
    assert (answer.code, "有 63 格内容可能影响结果" in answer.out) == (1, True)


def test_rows_pasted_below_the_peer_log_are_named(book):
    """Where a table does not grow by itself, rows right below it count for nothing: check says so, with the cell."""
    workbook = open_book(FilesHost(book))
    workbook.upsert("PeerLog", [{"date": DAY + at, "shop": "甲店", "item_id": "601", "price": 9.0} for at in range(2)])
    assert check_inputs(workbook, {"PeerLog": workbook.columns("PeerLog")}) == ()
    refresh(workbook)
    workbook.host.save()
    everything = parts(book)
    (log,) = (name for name, content in everything.items() if b'displayName="PeerLog"' in content)
    write(book, everything | {log: everything[log].replace(b'"B4:N6"', b'"B4:N5"')})
    (found,) = (one for one in check(open_book(FilesHost(book))) if one.code != "stale-figures")
    assert (found.code, found.where.sheet, found.where.cell) == ("rows-below", "竞品日志", "B6")


def test_a_peer_log_under_another_name_is_a_lost_table(book):
    """What is pasted below a table is not sought below one that is gone."""
    everything = parts(book)
    (log,) = (name for name, content in everything.items() if b'displayName="PeerLog"' in content)
    write(book, everything | {log: everything[log].replace(b'"PeerLog"', b'"Log1"')})
    (found,) = check(know_book(FilesHost(book)))
    assert (found.code, found.seen) == ("missing-tables", {"tables": ("PeerLog",)})
