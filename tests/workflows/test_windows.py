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


def _poured(opened, *paths):
    return import_files(opened, paths, NOW)


def _here(opened, table="ItemDay"):
    """Days of the rows that stand in the workbook, in sheet order."""
    return [from_serial(row["date"]).isoformat() for row in opened.rows(table) if row["date"] is not None]


def _gone(opened, table="ItemDay"):
    """Days of the rows in the history."""
    return [from_serial(float(parts[0])).isoformat() for parts in opened.host.history.rows(table)]


def _everything(opened):
    """Workbook and history, as they stand."""
    return facts(opened), {table: opened.host.history.rows(table) for table in ("ItemDay", "PlanDay", "KeywordDay")}


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
    opened = memory_book()
    opened.host.write_name("window_items", window)
    report = _poured(opened, *_items(tmp_path, *range(1, days + 1), 商品名称="棉袄"))
    everything = [_day(number) for number in range(1, days + 1)]
    assert (_here(opened), _gone(opened)) == (everything[days - stay :], everything[: days - stay])
    assert [(row["date"], row["item_id"], row["title"], row["gmv"]) for row in every_row(opened, "ItemDay")] == [
        (day_number(_day(number)), ITEM, "棉袄", 100 + number) for number in range(1, days + 1)
    ]
    assert sum(file.added for file in report.files) == days


def test_rows_leave_with_a_later_import(shelf, tmp_path):
    """What stood in the workbook moves when newer days come, kept with the save, told with the report."""
    _poured(shelf.opened, *_items(tmp_path, *range(1, 15)))
    opened = shelf.kept()
    assert (len(_here(opened)), _gone(opened)) == (14, [])
    report = _poured(opened, *_items(tmp_path, 15, 17))
    assert report.moved == {"ItemDay": 3}
    opened = shelf.kept()
    assert (_here(opened), _gone(opened)) == ([_day(n) for n in (*range(4, 16), 17)], [_day(n) for n in (1, 2, 3)])
    assert [row["gmv"] for row in every_row(opened, "ItemDay", {day_number(_day(2)), day_number(_day(17))})] == [
        102,
        117,
    ]


def test_other_tables_keep_their_days(shelf, tmp_path):
    """Shop and source days stay for the year."""
    days = [_day(number) for number in (1, 60)]
    shop = inbox.shop(tmp_path, {day: {"访客数": 20, "支付金额": 300} for day in days}, made="2026-06-01")
    sources = [inbox.sources(tmp_path, day, {"付费推广": {"访客数": 8}}, made="2026-06-01", name=day) for day in days]
    _poured(shelf.opened, shop, *sources)
    opened = shelf.kept()
    assert _here(opened, "SourceDay") == days
    assert [cell(opened, "ShopDay", day, "gmv") for day in days] == [300, 300]


def test_an_old_file_goes_straight_into_the_history(shelf, tmp_path):
    """A day older than the window never touches the sheet; the same file again changes nothing, a newer one updates."""
    _poured(shelf.opened, *_items(tmp_path, 30))
    opened = shelf.kept()
    old = _items(tmp_path, 2)
    assert [file.added for file in _poured(opened, *old).files] == [1]
    opened = shelf.kept()
    assert (_here(opened), _gone(opened)) == ([_day(30)], [_day(2)])
    before = _everything(opened)
    (again,) = _poured(opened, *old).files
    assert (again.added, again.updated, again.unchanged) == (0, 0, 1)
    assert _everything(shelf.kept()) == before
    (newer,) = _poured(shelf.opened, *_items(tmp_path, 2, gmv=500)).files
    assert newer.changes == [f"{_day(2)} {ITEM} 支付金额 102 → 502"]
    opened = shelf.kept()
    assert (_here(opened), [row["gmv"] for row in every_row(opened, "ItemDay")]) == ([_day(30)], [502, 130])


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
    opened = memory_book()
    _poured(opened, *season)
    return _everything(opened)


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
    opened = memory_book()
    for at in (*order, *again):
        _poured(opened, season[at])
        opened.host.save()
    (here, past), (wanted, wanted_past) = _everything(opened), after_the_season
    assert past == wanted_past
    assert {table: rows for table, rows in here.items() if table != "Imports"} == {
        table: rows for table, rows in wanted.items() if table != "Imports"
    }


def test_spend_is_rolled_up_from_plans_of_the_past(memory_book, tmp_path):
    """A shop report about a day whose plans lie in the history: their sum stays, a difference is told."""
    opened = memory_book()
    plans = [
        inbox.plans(tmp_path, _day(number), {"9001": {"展现量": 9, "花费": 250}}, name=f"计划报表{number}")
        for number in (1, 60)
    ]
    _poured(opened, *plans)
    assert _gone(opened, "PlanDay") == [_day(1)]
    days = {_day(1): {"访客数": 20, "支付金额": 300, "全站推广花费": 400}}
    report = _poured(opened, inbox.shop(tmp_path, days, made="2026-06-01"))
    assert [issue.code for issue in report.all_issues] == ["spend-differs"]
    assert cell(opened, "ShopDay", _day(1), "ad_spend") == 250


def test_a_day_of_the_past_is_not_missing(memory_book, tmp_path):
    """Whether a day's report is there is answered from the workbook and its history."""
    opened = memory_book()
    _poured(opened, *_items(tmp_path, 1, 30))
    missing = {day: [one.seen["table"] for one in missing_for(opened, day_number(_day(day)))] for day in (1, 2, 30)}
    assert {day: "ItemDay" in tables for day, tables in missing.items()} == {1: False, 2: True, 30: False}


def test_whoever_analyses_a_week_reads_its_past_too(memory_book, tmp_path):
    """With a window of two days our items are still compared by the whole newest week, and by nothing before it."""
    opened = memory_book()
    opened.host.write_name("window_items", 2)
    _poured(opened, *_items(tmp_path, *range(1, 11), 商品访客数=20))
    (item,) = own_items(opened, ())
    assert item.traffic == 7 * 20


def test_nobody_reads_a_windowed_table_past_its_history():
    """Items, plans and keywords are read with their history; only what prints a sheet or keeps rows looks at the table alone."""
    direct = re.compile(r"\.(?:columns|rows|read_table)\(\"(?:ItemDay|PlanDay|KeywordDay)\"")
    found = {shown(file): direct.findall(file.read_text(encoding="utf-8")) for file in package_files()}
    assert {name: len(hits) for name, hits in found.items() if hits} == {
        "addin/opsbook/features/competitors/ledger/items.py": 1
    }


def _shared(opened, kind):
    """Type into the first row of ItemDay: over a formula, a formula in a free column, a word in it."""
    table = opened.host._tables["ItemDay"]
    for row in table.rows:
        row.append(type(row[0])())
    table.headers = (*table.headers, "我的备注")
    table.calculated = {**table.calculated, "我的备注": "1+1"} if kind == "a calculated column" else table.calculated
    target = table.rows[0][-1 if kind != "over a formula" else table.headers.index(opened.header("ItemDay", "cvr"))]
    if "formula" in kind or "calculated" in kind:
        target.formula = None if kind == "over a formula" else "1+1"
    target.value = 2.0 if kind != "a word" else "重点"


@pytest.mark.parametrize(
    ("kind", "stays"),
    [("a word", True), ("over a formula", True), ("a formula of its own", True), ("a calculated column", False)],
)
def test_a_row_somebody_typed_into_stays(kind, stays, memory_book, tmp_path):
    """Words, numbers over formulas and single formulas hold their row; a column that fills itself does not."""
    opened = memory_book()
    _poured(opened, *_items(tmp_path, 1, 2))
    _shared(opened, kind)
    _poured(opened, *_items(tmp_path, 30))
    assert _here(opened) == [*([_day(1)] if stays else []), _day(30)]
    assert _gone(opened) == [_day(2)] if stays else [_day(1), _day(2)]
    assert len(every_row(opened, "ItemDay")) == 3


def test_rows_that_share_a_key_stay(memory_book, tmp_path):
    """Two rows of one key say two things: both stay until somebody decides."""
    opened = memory_book()
    _poured(opened, *_items(tmp_path, 1, 2))
    rows = opened.host._tables["ItemDay"].rows
    rows.append([type(one)(one.value, one.formula) for one in rows[0]])
    rows[-1][-1].value = None
    _poured(opened, *_items(tmp_path, 30))
    assert _here(opened) == [_day(1), _day(1), _day(30)]


def test_a_deleted_row_stays_deleted(shelf, tmp_path):
    """What the operator deletes from the workbook does not come back when its day passes."""
    _poured(shelf.opened, *_items(tmp_path, 1, 2))
    opened = shelf.kept()
    headers = [opened.header("ItemDay", name) for name in ("date", "item_id")]
    opened.host.drop_rows("ItemDay", [(day_number(_day(1)), ITEM)], headers)
    _poured(shelf.kept(), *_items(tmp_path, 30))
    opened = shelf.kept()
    assert [from_serial(row["date"]).isoformat() for row in every_row(opened, "ItemDay")] == [_day(2), _day(30)]


def test_a_row_in_both_places_counts_once(shelf, tmp_path):
    """After a save that was cut short the workbook's row counts, and the next import takes the other away."""
    _poured(shelf.opened, *_items(tmp_path, 1))
    opened = shelf.kept()
    key = (day_number(_day(1)), ITEM)
    opened.host.history.put("ItemDay", {parts_of(key): {"date": float(key[0]), "item_id": ITEM, "gmv": 5.0}})
    opened.host.history.keep()
    opened = shelf.kept()
    assert [row["gmv"] for row in every_row(opened, "ItemDay")] == [101]
    _poured(opened, *_items(tmp_path, 2))
    opened = shelf.kept()
    assert (_here(opened), _gone(opened)) == ([_day(1), _day(2)], [])


def test_a_wider_window_takes_days_back_when_they_are_imported(shelf, tmp_path):
    """Rows of the history come back to the sheet only with their file, whole, and stand in one place."""
    _poured(shelf.opened, *_items(tmp_path, 1, 30, 商品名称="棉袄"))
    opened = shelf.kept()
    opened.host.write_name("window_items", 40)
    _poured(opened, *_items(tmp_path, 31))
    assert _gone(shelf.kept()) == [_day(1)]
    _poured(shelf.opened, *_items(tmp_path, 1, gmv=300))
    opened = shelf.kept()
    assert (_here(opened), _gone(opened)) == ([_day(30), _day(31), _day(1)], [])
    assert (cell(opened, "ItemDay", _day(1), "title"), cell(opened, "ItemDay", _day(1), "gmv")) == ("棉袄", 301)


def test_an_id_turned_into_a_number_is_the_same_row(memory_book, tmp_path):
    """Excel may have made a number of an id: the row moves once and is found again by its text."""
    opened = memory_book()
    _poured(opened, *_items(tmp_path, 1))
    table = opened.host._tables["ItemDay"]
    table.rows[0][table.headers.index(opened.header("ItemDay", "item_id"))].value = float(ITEM)
    _poured(opened, *_items(tmp_path, 30))
    (again,) = _poured(opened, *_items(tmp_path / "again", 1)).files
    assert (again.added, again.unchanged) == (0, 1)
    assert _gone(opened) == [_day(1)]
