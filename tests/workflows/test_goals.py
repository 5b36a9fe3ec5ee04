"""Goals after every command: whole yuan, exact, and refused where they cannot be."""

import json
from datetime import date

import openpyxl
import pytest

from opsbook.engine.imports.importing import import_files
from opsbook.engine.refresh import refresh
from opsbook.features.daily.metrics import METRIC
from opsbook.features.goals.goal_setting import set_month_goal, set_year_goal
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import GoalRefusedError, UsageError
from support import inbox
from support.facts import NOW, day_number, row
from support.house import TABLE, open_book

GOAL = 38_000_001  # leaves a remainder wherever it is split


def goals(workbook):
    """Month goals by month, and day goals by month and day, as the cells show them."""
    months = {one["month"]: one["goal"] for one in workbook.rows("GoalMonth")}
    days = {}
    for one in workbook.rows("GoalDay"):
        days.setdefault(one["month"], {})[one["date"]] = one["goal"]
    return months, days


def assert_exact(workbook, total):
    """Days sum to their month, months to the year, all of them whole yuan."""
    months, days = goals(workbook)
    assert sum(months.values()) == total
    assert {month: sum(parts.values()) for month, parts in days.items()} == months
    assert all(float(goal).is_integer() for parts in days.values() for goal in parts.values())
    assert (len(months), sum(map(len, days.values()))) == (12, 365)


def test_goals_are_exact_after_every_command(book, run, tmp_path):
    """new, goal --year, import, goal --month, typed locks and refresh: the file's cells always add up."""
    days = {f"2026-03-{day:02}": {"访客数": 900, "支付金额": 90_000.37} for day in range(1, 19)}
    sales = inbox.shop(tmp_path / "in", days)
    assert run("goal", book, "--year", 2026, GOAL).code == 0
    assert_exact(open_book(FilesHost(book)), GOAL)
    assert run("import", book, sales).code == 0
    assert_exact(open_book(FilesHost(book)), GOAL)
    assert run("goal", book, "--month", "2026-04", 3_333_333).code == 0
    assert_exact(open_book(FilesHost(book)), GOAL)
    workbook = open_book(FilesHost(book))
    workbook.upsert(
        "GoalDay", [{"date": day_number("2026-03-20"), "lock": 77_777}, {"date": day_number("2026-04-05"), "lock": 0}]
    )
    workbook.upsert("GoalMonth", [{"month": day_number("2026-12-01"), "lock": 5_000_003}])
    workbook.host.save()
    assert run("refresh", book).code == 0
    workbook = open_book(FilesHost(book))
    assert_exact(workbook, GOAL)
    assert goals(workbook)[1][day_number("2026-04-01")][day_number("2026-04-05")] == 0
    assert {one["check"] for one in workbook.rows("GoalMonth")} == {""}


@pytest.mark.libreoffice
def test_goals_are_exact_after_libreoffice(demo_folder, verified):
    """The demo book's goals, locks among them, add up, and LibreOffice calculates every one of them the same."""
    workbook = open_book(FilesHost(demo_folder("zh") / "OpsBook-demo.xlsx"))
    assert_exact(workbook, workbook.number("year_goal"))
    assert any(one["lock"] for one in workbook.rows("GoalDay"))
    assert any(one["lock"] for one in workbook.rows("GoalMonth"))
    assert verified("zh", "libreoffice")["differences"] == 0


def test_anaplans_hold_example_comes_out_of_the_workbook(memory_book):
    """Weights 10, 20, 30 and a total of 100, the second held at 20: 20, 20, 60. All other days are held at 0."""
    workbook = memory_book()
    three = [day_number(f"2026-05-{day:02}") for day in (11, 12, 13)]
    others = [one["date"] for one in workbook.rows("GoalDay") if one["month"] == day_number("2026-05-01")]
    workbook.upsert("GoalDay", [{"date": day, "lock": 0} for day in others if day not in three])
    workbook.upsert("GoalDay", [{"date": day, "weight": 10 * at} for at, day in enumerate(three, 1)])
    workbook.upsert("GoalDay", [{"date": three[1], "lock": 20}])
    set_month_goal(workbook, date(2026, 5, 1), 100, again=False)
    workbook.upsert("GoalDay", [{"date": day, "weight": 10 * at} for at, day in enumerate(three, 1)])
    refresh(workbook)
    assert [goals(workbook)[1][day_number("2026-05-01")][day] for day in three] == [20, 20, 60]


@pytest.fixture
def with_goal(memory_book):
    """A book with a year's goal and nothing sold."""
    workbook = memory_book()
    set_year_goal(workbook, 2026, 12_000_000, again=False)
    refresh(workbook)
    return workbook


@pytest.mark.parametrize(("amount", "refused"), [(999, True), (1000, False), (1001, False)])
def test_a_month_below_its_day_locks_is_refused(amount, refused, with_goal):
    """Locks may take all of the goal, never more; the message names both sums and nothing is changed."""
    with_goal.upsert(
        "GoalDay", [{"date": day_number("2026-05-01"), "lock": 400}, {"date": day_number("2026-05-09"), "lock": 600}]
    )
    if not refused:
        set_month_goal(with_goal, date(2026, 5, 1), amount, again=False)
        refresh(with_goal)
        assert goals(with_goal)[0][day_number("2026-05-01")] == amount
        return
    with pytest.raises(GoalRefusedError) as caught:
        set_month_goal(with_goal, date(2026, 5, 1), amount, again=False)
    assert (caught.value.code, caught.value.seen) == (
        "locks-over-total",
        {"period": "2026 年 5 月", "locks": "1,000", "total": f"{amount:,}"},
    )
    assert row(with_goal, "GoalMonth", "2026-05-01")["lock"] is None


def test_day_locks_of_other_months_do_not_count(with_goal):
    """Locks on the last day of April and the first of June leave May's goal free."""
    days = ("2026-04-30", "2026-05-31", "2026-06-01")
    with_goal.upsert("GoalDay", [{"date": day_number(day), "lock": 700} for day in days])
    set_month_goal(with_goal, date(2026, 5, 1), 700, again=False)
    refresh(with_goal)
    assert goals(with_goal)[1][day_number("2026-05-01")] == {
        day_number(f"2026-05-{day:02}"): 700 if day == 31 else 0 for day in range(1, 32)
    }


@pytest.mark.parametrize(("amount", "refused"), [(2_000_001, True), (2_000_000, False)])
def test_months_above_the_year_are_refused(amount, refused, with_goal):
    """Locked months may take all of the year, never more."""
    set_month_goal(with_goal, date(2026, 1, 1), 10_000_000, again=False)
    if refused:
        with pytest.raises(GoalRefusedError, match="locks-over-total"):
            set_month_goal(with_goal, date(2026, 2, 1), amount, again=False)
    else:
        set_month_goal(with_goal, date(2026, 2, 1), amount, again=False)


def test_a_year_below_its_month_locks_is_refused(with_goal):
    """The year's goal stands as it was."""
    set_month_goal(with_goal, date(2026, 1, 1), 10_000_000, again=False)
    with pytest.raises(GoalRefusedError, match="locks-over-total"):
        set_year_goal(with_goal, 2026, 9_999_999, again=False)
    assert with_goal.number("year_goal") == 12_000_000


@pytest.mark.parametrize(
    "ask", [(set_year_goal, 2025), (set_month_goal, date(2025, 12, 1)), (set_month_goal, date(2027, 1, 1))]
)
def test_other_years_are_refused(ask, with_goal):
    """A goal of a year the book is not of is a usage error."""
    with pytest.raises(UsageError, match="other-year"):
        ask[0](with_goal, ask[1], 1, again=False)


def test_locks_typed_above_the_month_are_told_in_the_workbook(with_goal):
    """Open days get 0, and the month's check cell says so."""
    set_month_goal(with_goal, date(2026, 5, 1), 1000, again=False)
    with_goal.upsert("GoalDay", [{"date": day_number("2026-05-01"), "lock": 1001}])
    refresh(with_goal)
    month = goals(with_goal)[1][day_number("2026-05-01")]
    assert {day: goal for day, goal in month.items() if goal} == {day_number("2026-05-01"): 1001}
    assert row(with_goal, "GoalMonth", "2026-05-01")["check"] == "锁定的日目标超过月目标"


def _sold(workbook, folder, until, amount=lambda day: 100_000 + 10_000 * (day % 7)):
    """Daily sales from last November to a day."""
    first, last = day_number("2025-11-01"), day_number(until)
    listed = {
        date.fromordinal(day + 693594).isoformat(): {"访客数": 900, "支付金额": amount(day)}
        for day in range(first, last + 1)
    }
    import_files(workbook, [inbox.shop(folder, listed, made="2027-01-05")], NOW)
    refresh(workbook)


def _weights(workbook):
    return {one["date"]: one["weight"] for one in workbook.rows("GoalDay")}


def test_only_months_that_have_not_begun_are_refitted(with_goal, tmp_path):
    """Weights of past months and of the running one stand; without --refit only later months move."""
    _sold(with_goal, tmp_path, "2026-03-18")
    before, months = _weights(with_goal), goals(with_goal)[0]
    report = set_year_goal(with_goal, 2026, 12_000_000, again=False)
    refresh(with_goal)
    moved = {day for day, weight in _weights(with_goal).items() if weight != before[day]}
    assert [month.month for month in report.refitted] == list(range(4, 13))
    assert moved
    assert min(moved) >= day_number("2026-04-01")
    assert {month: goal for month, goal in goals(with_goal)[0].items() if month <= day_number("2026-03-01")} == {
        month: goal for month, goal in months.items() if month <= day_number("2026-03-01")
    }
    assert_exact(with_goal, 12_000_000)


def test_a_year_to_be_refitted_is_refitted_from_january_on(with_goal, tmp_path):
    """With --refit past months and the running one are weighed anew, too; sums stay exact."""
    _sold(with_goal, tmp_path, "2026-03-18")
    report = set_year_goal(with_goal, 2026, 12_000_000, again=True)
    refresh(with_goal)
    assert report.refitted == tuple(date(2026, month, 1) for month in range(1, 13))
    assert_exact(with_goal, 12_000_000)


@pytest.mark.parametrize(
    ("month", "again", "refitted", "moves"),
    [
        pytest.param(2, False, [], None, id="past, not to be refitted"),
        pytest.param(2, True, [2], ("2026-02-01", "2026-02-28"), id="past, to be refitted"),
        pytest.param(3, False, [], None, id="running, not to be refitted"),
        pytest.param(3, True, [3], ("2026-03-19", "2026-03-31"), id="running, to be refitted: only the days left"),
        pytest.param(4, False, [4], ("2026-04-01", "2026-04-30"), id="not begun"),
        pytest.param(4, True, [4], ("2026-04-01", "2026-04-30"), id="not begun, to be refitted"),
    ],
)
def test_a_months_goal_moves_no_other_month(month, again, refitted, moves, with_goal, tmp_path):
    """Weights move in the month asked for alone, and of a running one only after the last sold day, 18 March."""
    _sold(with_goal, tmp_path, "2026-03-18")
    before, months = _weights(with_goal), {one["month"]: one["weight"] for one in with_goal.rows("GoalMonth")}
    report = set_month_goal(with_goal, date(2026, month, 1), 800_000, again=again, anew=month == 2)
    refresh(with_goal)
    moved = {day for day, weight in _weights(with_goal).items() if weight != before[day]}
    assert [one.month for one in report.refitted] == refitted
    assert {one["month"]: one["weight"] for one in with_goal.rows("GoalMonth")} == months
    assert bool(moved) == bool(moves)
    assert not moves or moved <= set(range(day_number(moves[0]), day_number(moves[1]) + 1))
    assert sum(goals(with_goal)[1][day_number(f"2026-{month:02}-01")].values()) == 800_000
    assert_exact(with_goal, 12_000_000)


def test_sold_days_keep_their_goals_when_their_month_is_refitted(with_goal, tmp_path):
    """The same goal of March again, weights fitted anew: 1 to 18 March stand, some later day moves."""
    _sold(with_goal, tmp_path, "2026-03-18")
    march = day_number("2026-03-01")
    with_goal.upsert("GoalDay", [{"date": march + 2, "lock": 30_000}, {"date": march + 24, "lock": 50_000}])
    set_month_goal(with_goal, date(2026, 3, 1), 800_000, again=False)
    refresh(with_goal)
    before = goals(with_goal)[1][march]
    set_month_goal(with_goal, date(2026, 3, 1), 800_000, again=True)
    refresh(with_goal)
    moved = {day for day, goal in goals(with_goal)[1][march].items() if goal != before[day]}
    assert moved
    assert min(moved) > day_number("2026-03-18")
    assert march + 24 not in moved


def test_attainment_and_catch_up_worked_by_hand(memory_book, tmp_path):
    """May has 100 to sell over three open days of weight 10, 20 and 30; the first sold 9.50 of its 17 (100·10/60 = 16.67).

    Attainment 9.5/17; missing 100 − 9.5 = 90.5, rounded up 91, over 20 and 30: 91·20/50 = 36.4 → 36, and 91 − 36 = 55.
    """
    workbook = memory_book()
    three = [day_number(f"2026-05-{day:02}") for day in (1, 2, 3)]
    others = [one["date"] for one in workbook.rows("GoalDay") if one["month"] == day_number("2026-05-01")]
    set_month_goal(workbook, date(2026, 5, 1), 100, again=False)
    workbook.upsert("GoalDay", [{"date": day, "lock": 0} for day in others if day not in three])
    workbook.upsert("GoalDay", [{"date": day, "weight": 10 * at} for at, day in enumerate(three, 1)])
    import_files(
        workbook, [inbox.shop(tmp_path, {"2026-05-01": {"访客数": 5, "支付金额": 9.5}}, made="2026-05-02")], NOW
    )
    refresh(workbook)
    days = [row(workbook, "GoalDay", f"2026-05-{day:02}") for day in (1, 2, 3, 4)]
    assert [day["goal"] for day in days] == [17, 33, 50, 0]
    assert [day["actual"] for day in days] == [9.5, "", "", ""]
    assert days[0]["attainment"] == pytest.approx(9.5 / 17, abs=1e-12)
    assert [day["catch_up"] for day in days] == ["", 36, 55, 0]
    assert row(workbook, "GoalMonth", "2026-05-01")["actual"] == 9.5


def test_goals_may_be_set_in_what_remains_after_refunds(memory_book, tmp_path):
    """With goal_metric net, actual is paid minus refunded, and a day whose refunds are unknown has none."""
    workbook = memory_book()
    workbook.host.write_name("goal_metric", METRIC["net_gmv"].label["zh"])
    known = {"访客数": 5, "支付金额": 900, "成功退款金额": 150}
    import_files(
        workbook, [inbox.shop(tmp_path, {"2026-05-01": known, "2026-05-02": {"访客数": 5, "支付金额": 70}})], NOW
    )
    refresh(workbook)
    assert row(workbook, "GoalDay", "2026-05-01")["actual"] == 750
    assert row(workbook, "GoalDay", "2026-05-02")["actual"] == ""


def test_a_locked_month_needs_no_year(memory_book):
    """A month's goal without a year's splits over its days; other months stay empty."""
    workbook = memory_book()
    set_month_goal(workbook, date(2026, 5, 1), 1_000_003, again=False)
    refresh(workbook)
    months, days = goals(workbook)
    assert {month: goal for month, goal in months.items() if goal != ""} == {day_number("2026-05-01"): 1_000_003}
    assert sum(days[day_number("2026-05-01")].values()) == 1_000_003
    assert set(days[day_number("2026-06-01")].values()) == {""}


@pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning")
def test_a_month_is_set_in_a_book_whose_formulas_hold_no_values(book, run):
    """Another program that saves the book may drop what formulas show: old goal and locks are worked out anew."""
    run("goal", book, "--year", 2026, 3_650_000)
    wanted = goals(open_book(FilesHost(book)))[0][day_number("2026-12-01")]
    openpyxl.load_workbook(book).save(book)
    ran = run("goal", book, "--month", "2026-12", "--json", 400_000)
    assert (ran.code, json.loads(ran.out)["old"]) == (0, wanted)
    assert_exact(open_book(FilesHost(book)), 3_650_000)


MARCH, MAY = date(2026, 3, 1), date(2026, 5, 1)


@pytest.mark.parametrize(
    ("table", "key", "lock", "refused"),
    [
        pytest.param("GoalMonth", "2026-05-01", 400.5, {"year", MARCH}, id="half a yuan of a month"),
        pytest.param("GoalMonth", "2026-05-01", -1, {"year", MARCH}, id="a month below nothing"),
        pytest.param("GoalMonth", "2026-05-01", "3万", {"year", MARCH}, id="a month as text"),
        pytest.param("GoalDay", "2026-05-09", 0.5, {MAY}, id="half a yuan of a day"),
        pytest.param("GoalDay", "2026-05-09", 0, set(), id="nothing is a goal"),
    ],
)
@pytest.mark.parametrize("asked", ["year", MARCH, MAY])
def test_manual_goals_that_cannot_be_stop_a_goal(table, key, lock, refused, asked, with_goal):
    """The cell and what stands in it are named, nothing is written; a month that is set anew may hold anything."""
    with_goal.upsert(table, [{TABLE[table].key[0]: day_number(key), "lock": lock}])

    def set_it():
        if asked == "year":
            return set_year_goal(with_goal, 2026, 12_000_001, again=False)
        return set_month_goal(with_goal, asked, 500_000, again=False)

    if asked not in refused:
        assert set_it().new
        return
    with pytest.raises(GoalRefusedError) as caught:
        set_it()
    assert caught.value.code == "strange-locks"
    assert [one.split(" = ")[1] for one in caught.value.seen["cells"]] == [str(lock)]
    assert with_goal.number("year_goal") == 12_000_000
