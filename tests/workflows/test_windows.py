"""Rows older than their window leave the workbook for its history, and nothing is ever lost."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from opsbook.engine.history import every_row
from opsbook.engine.imports.importing import import_files
from opsbook.features.books.missing import missing_for
from opsbook.features.competitors.ledger.results import own_items
from opsbook.hosts.matching import parts_of
from opsbook.model.values import from_serial
from support import inbox
from support.facts import NOW, cell, day_number, facts
from support.sources import package_files, shown

FIRST = date(2026, 3, 1)
ITEM = "600000000001"
FILES = 11  # of the season


def _day(number):
    """The number-th day of the tests, from 1."""
    return (FIRST + timedelta(number - 1)).isoformat()


def _items(folder, *numbers, gmv=100, made=inbox.LATER, **more):
    """One export of items per day; a row sells one yuan more each day."""
    return [
        inbox.items(
            folder, _day(number), {ITEM: {"支付金额": gmv + number, **more}}, made=made, name=f"商品{number}-{gmv}"
        )
        for number in numbers
    ]


def _poured(workbook, *paths):
    return import_files(workbook, paths, NOW)


def _here(workbook, table="ItemDay"):
    """Days of the rows that stand in the workbook, in sheet order."""
    return [from_serial(row["date"]).isoformat() for row in workbook.rows(table) if row["date"] is not None]


def _gone(workbook, table="ItemDay"):
    """Days of the rows in the history."""
    return [from_serial(float(parts[0])).isoformat() for parts in workbook.host.history.rows(table)]


def _everything(workbook):
    """Workbook and history, as they stand."""
    return facts(workbook), {table: workbook.host.history.rows(table) for table in ("ItemDay", "PlanDay", "KeywordDay")}


@pytest.mark.parametrize(
    ("days", "window", "stay"),
    [
        pytest.param(14, 14, 14, id="exactly the window"),
        pytest.param(15, 14, 14, id="one day more"),
        pytest.param(3, 1, 1, id="one day only"),
        pytest.param(15, 0, 15, id="0 keeps all"),
        pytest.param(15, None, 15, id="blank keeps all"),
        pytest.param(15, "两周", 15, id="a word keeps all"),
        pytest.param(15, -1, 15, id="less than 0 keeps all"),
    ],
)
def test_a_window_counts_back_from_the_newest_day(days, window, stay, memory_book, tmp_path):
    """The newest days stay in the workbook, the older ones lie in the history with all their cells."""
    workbook = memory_book()
    workbook.host.write_name("window_items", window)
    report = _poured(workbook, *_items(tmp_path, *range(1, days + 1), 商品名称="棉袄"))
    everything = [_day(number) for number in range(1, days + 1)]
    assert (_here(workbook), _gone(workbook)) == (everything[days - stay :], everything[: days - stay])
    assert [(row["date"], row["item_id"], row["title"], row["gmv"]) for row in every_row(workbook, "ItemDay")] == [
        (day_number(_day(number)), ITEM, "棉袄", 100 + number) for number in range(1, days + 1)
    ]
    assert sum(file.added for file in report.files) == days


def test_rows_leave_with_a_later_import(shelf, tmp_path):
    """What stood in the workbook moves when newer days come, kept with the save, told with the report."""
    _poured(shelf.workbook, *_items(tmp_path, *range(1, 15)))
    workbook = shelf.kept()
    assert (len(_here(workbook)), _gone(workbook)) == (14, [])
    report = _poured(workbook, *_items(tmp_path, 15, 17))
    assert report.moved == {"ItemDay": 3}
    workbook = shelf.kept()
    assert (_here(workbook), _gone(workbook)) == ([_day(n) for n in (*range(4, 16), 17)], [_day(n) for n in (1, 2, 3)])
    assert [row["gmv"] for row in every_row(workbook, "ItemDay", {day_number(_day(2)), day_number(_day(17))})] == [
        102,
        117,
    ]


def test_other_tables_keep_their_days(shelf, tmp_path):
    """Shop and source days stay for the year."""
    days = [_day(number) for number in (1, 60)]
    shop = inbox.shop(tmp_path, {day: {"访客数": 20, "支付金额": 300} for day in days}, made="2026-06-01")
    sources = [inbox.sources(tmp_path, day, {"付费推广": {"访客数": 8}}, made="2026-06-01", name=day) for day in days]
    _poured(shelf.workbook, shop, *sources)
    workbook = shelf.kept()
    assert _here(workbook, "SourceDay") == days
    assert [cell(workbook, "ShopDay", day, "gmv") for day in days] == [300, 300]


def test_an_old_file_goes_straight_into_the_history(shelf, tmp_path):
    """A day older than the window never touches the sheet; the same file again changes nothing, a newer one updates."""
    _poured(shelf.workbook, *_items(tmp_path, 30))
    workbook = shelf.kept()
    old = _items(tmp_path, 2)
    assert [file.added for file in _poured(workbook, *old).files] == [1]
    workbook = shelf.kept()
    assert (_here(workbook), _gone(workbook)) == ([_day(30)], [_day(2)])
    before = _everything(workbook)
    (again,) = _poured(workbook, *old).files
    assert (again.added, again.updated, again.unchanged) == (0, 0, 1)
    assert _everything(shelf.kept()) == before
    (newer,) = _poured(shelf.workbook, *_items(tmp_path, 2, gmv=500)).files
    assert newer.changes == [f"{_day(2)} {ITEM} 支付金额 102 → 502"]
    workbook = shelf.kept()
    assert (_here(workbook), [row["gmv"] for row in every_row(workbook, "ItemDay")]) == ([_day(30)], [502, 130])


@pytest.fixture(scope="module")
def season(tmp_path_factory):
    """Twenty days of items and plans, some told twice, the shop's own figures among them."""
    folder = tmp_path_factory.mktemp("season")
    made = [
        *_items(folder, 2, 6, 15, 20),
        *_items(folder, 2, 15, gmv=700, made="2026-05-01"),
        *(
            inbox.plans(folder, _day(number), {"9001": {"展现量": 900, "花费": number}}, name=f"计划报表{number}")
            for number in (1, 5, 20, 40)
        ),
    ]
    days = {_day(number): {"访客数": 20, "支付金额": 300, "全站推广花费": number} for number in (1, 5, 6, 20, 40)}
    return (*made, inbox.shop(folder, days, made="2026-06-01"))


@pytest.fixture(scope="module")
def after_the_season(season, memory_book):
    """Workbook and history when all files come in one command."""
    workbook = memory_book()
    _poured(workbook, *season)
    return _everything(workbook)


def test_the_season_is_split_as_it_should(after_the_season):
    """Items keep days 7 to 20, plans days 6 to 40; the rest lies in the history; what was told later counts."""
    here, past = after_the_season
    assert [len(here[table]) for table in ("ItemDay", "PlanDay")] == [2, 2]
    assert [[row["gmv"] for row in past["ItemDay"].values()], len(past["PlanDay"])] == [[702, 106], 2]


@settings(
    max_examples=3, phases=(Phase.generate,), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(order=st.permutations(range(FILES)), again=st.lists(st.integers(0, FILES - 1), max_size=2))
def test_any_order_gives_the_same_book_and_history(order, again, season, after_the_season, memory_book):
    """One command per file, in any order, some of them twice: workbook and history hold the same."""
    workbook = memory_book()
    for at in (*order, *again):
        _poured(workbook, season[at])
        workbook.host.save()
    (here, past), (wanted, wanted_past) = _everything(workbook), after_the_season
    assert past == wanted_past
    assert {table: rows for table, rows in here.items() if table != "Imports"} == {
        table: rows for table, rows in wanted.items() if table != "Imports"
    }


def test_spend_is_rolled_up_from_plans_of_the_past(memory_book, tmp_path):
    """A shop report about a day whose plans lie in the history: their sum stays, a difference is told."""
    workbook = memory_book()
    plans = [
        inbox.plans(tmp_path, _day(number), {"9001": {"展现量": 9, "花费": 250}}, name=f"计划报表{number}")
        for number in (1, 60)
    ]
    _poured(workbook, *plans)
    assert _gone(workbook, "PlanDay") == [_day(1)]
    days = {_day(1): {"访客数": 20, "支付金额": 300, "全站推广花费": 400}}
    report = _poured(workbook, inbox.shop(tmp_path, days, made="2026-06-01"))
    assert [issue.code for issue in report.all_issues] == ["spend-differs"]
    assert cell(workbook, "ShopDay", _day(1), "ad_spend") == 250


def test_a_day_of_the_past_is_not_missing(memory_book, tmp_path):
    """Whether a day's report is there is answered from the workbook and its history."""
    workbook = memory_book()
    _poured(workbook, *_items(tmp_path, 1, 30))
    missing = {day: [one.seen["table"] for one in missing_for(workbook, day_number(_day(day)))] for day in (1, 2, 30)}
    assert {day: "ItemDay" in tables for day, tables in missing.items()} == {1: False, 2: True, 30: False}


def test_whoever_analyses_a_week_reads_its_past_too(memory_book, tmp_path):
    """With a window of two days our items are still compared by the whole newest week, and by nothing before it."""
    workbook = memory_book()
    workbook.host.write_name("window_items", 2)
    _poured(workbook, *_items(tmp_path, *range(1, 11), 商品访客数=20))
    (item,) = own_items(workbook, ())
    assert item.traffic == 7 * 20


def test_nobody_reads_a_windowed_table_past_its_history():
    """Items, plans and keywords are read with their history; only what prints a sheet or keeps rows looks at the table alone."""
    direct = re.compile(r"\.(?:columns|rows|read_table)\(\"(?:ItemDay|PlanDay|KeywordDay)\"")
    found = {shown(file): direct.findall(file.read_text(encoding="utf-8")) for file in package_files()}
    assert {name: len(hits) for name, hits in found.items() if hits} == {
        "addin/opsbook/features/competitors/ledger/results.py": 1
    }


def _shared(workbook, kind):
    """Type into the first row of ItemDay: over a formula, a formula in a free column, a word in it."""
    table = workbook.host._tables["ItemDay"]
    for row in table.rows:
        row.append(type(row[0])())
    table.headers = (*table.headers, "我的备注")
    table.calculated = {**table.calculated, "我的备注": "1+1"} if kind == "a calculated column" else table.calculated
    target = table.rows[0][-1 if kind != "over a formula" else table.headers.index(workbook.header("ItemDay", "cvr"))]
    if "formula" in kind or "calculated" in kind:
        target.formula = None if kind == "over a formula" else "1+1"
    target.value = 2.0 if kind != "a word" else "重点"


@pytest.mark.parametrize(
    ("kind", "stays"),
    [("a word", True), ("over a formula", True), ("a formula of its own", True), ("a calculated column", False)],
)
def test_a_row_somebody_typed_into_stays(kind, stays, memory_book, tmp_path):
    """Words, numbers over formulas and single formulas hold their row; a column that fills itself does not."""
    workbook = memory_book()
    _poured(workbook, *_items(tmp_path, 1, 2))
    _shared(workbook, kind)
    _poured(workbook, *_items(tmp_path, 30))
    assert _here(workbook) == [*([_day(1)] if stays else []), _day(30)]
    assert _gone(workbook) == [_day(2)] if stays else [_day(1), _day(2)]
    assert len(every_row(workbook, "ItemDay")) == 3


def test_rows_that_share_a_key_stay(memory_book, tmp_path):
    """Two rows of one key say two things: both stay until somebody decides."""
    workbook = memory_book()
    _poured(workbook, *_items(tmp_path, 1, 2))
    rows = workbook.host._tables["ItemDay"].rows
    rows.append([type(one)(one.value, one.formula) for one in rows[0]])
    rows[-1][-1].value = None
    _poured(workbook, *_items(tmp_path, 30))
    assert _here(workbook) == [_day(1), _day(1), _day(30)]


def test_a_deleted_row_stays_deleted(shelf, tmp_path):
    """What the operator deletes from the workbook does not come back when its day passes."""
    _poured(shelf.workbook, *_items(tmp_path, 1, 2))
    workbook = shelf.kept()
    headers = [workbook.header("ItemDay", name) for name in ("date", "item_id")]
    workbook.host.drop_rows("ItemDay", [(day_number(_day(1)), ITEM)], headers)
    _poured(shelf.kept(), *_items(tmp_path, 30))
    workbook = shelf.kept()
    assert [from_serial(row["date"]).isoformat() for row in every_row(workbook, "ItemDay")] == [_day(2), _day(30)]


def test_a_row_in_both_places_counts_once(shelf, tmp_path):
    """After a save that was cut short the workbook's row counts, and the next import takes the other away."""
    _poured(shelf.workbook, *_items(tmp_path, 1))
    workbook = shelf.kept()
    key = (day_number(_day(1)), ITEM)
    workbook.host.history.put("ItemDay", {parts_of(key): {"date": float(key[0]), "item_id": ITEM, "gmv": 5.0}})
    workbook.host.history.keep()
    workbook = shelf.kept()
    assert [row["gmv"] for row in every_row(workbook, "ItemDay")] == [101]
    _poured(workbook, *_items(tmp_path, 2))
    workbook = shelf.kept()
    assert (_here(workbook), _gone(workbook)) == ([_day(1), _day(2)], [])


def test_a_wider_window_takes_days_back_when_they_are_imported(shelf, tmp_path):
    """Rows of the history come back to the sheet only with their file, whole, and stand in one place."""
    _poured(shelf.workbook, *_items(tmp_path, 1, 30, 商品名称="棉袄"))
    workbook = shelf.kept()
    workbook.host.write_name("window_items", 40)
    _poured(workbook, *_items(tmp_path, 31))
    assert _gone(shelf.kept()) == [_day(1)]
    _poured(shelf.workbook, *_items(tmp_path, 1, gmv=300))
    workbook = shelf.kept()
    assert (_here(workbook), _gone(workbook)) == ([_day(30), _day(31), _day(1)], [])
    assert (cell(workbook, "ItemDay", _day(1), "title"), cell(workbook, "ItemDay", _day(1), "gmv")) == ("棉袄", 301)


def test_an_id_turned_into_a_number_is_the_same_row(memory_book, tmp_path):
    """Excel may have made a number of an id: the row moves once and is found again by its text."""
    workbook = memory_book()
    _poured(workbook, *_items(tmp_path, 1))
    table = workbook.host._tables["ItemDay"]
    table.rows[0][table.headers.index(workbook.header("ItemDay", "item_id"))].value = float(ITEM)
    _poured(workbook, *_items(tmp_path, 30))
    (again,) = _poured(workbook, *_items(tmp_path / "again", 1)).files
    assert (again.added, again.unchanged) == (0, 1)
    assert _gone(workbook) == [_day(1)]
