"""A date typed as text: no row comes twice for it, other tables are filled meanwhile, and --repair makes a date of it."""

import pytest

from opsbook.engine.checks.checking import check, repair
from opsbook.exports.platforms.typed_day import day_typed
from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import FIRST_DAY, LAST_DAY
from support.house import know_book, open_book

SHOP = "统计日期,访客数,支付金额\n2026-11-05,10,100\n2026-11-06,11,110\n"
ITEMS = "统计日期,商品ID,商品名称,商品访客数,支付金额\n2026-11-06,601234567890,杯子,5,50\n"
DAY = 46332  # 2026-11-06


@pytest.mark.parametrize(
    ("value", "day"),
    [
        *((text, DAY) for text in ("2026/11/06", "2026-11-6", "2026.11.06", "2026年11月6日", " 2026/11/06 ")),
        *((value, None) for value in ("11/06/2026", "6/11/26", "20261106", "Nov 6, 2026", "2026-11", "2026-11-31")),
        *((value, None) for value in ("合计", "", None, DAY, True, "2026-11-06 10:00")),
        ("2000-01-01", day_typed("2000-01-01")),
    ],
)
def test_only_what_nobody_reads_otherwise_is_a_day(value, day):
    """Year, month and day in this order; all else is left to whoever typed it."""
    assert day_typed(value) == day
    assert day is None or FIRST_DAY <= day <= LAST_DAY


def days_of(path, table):
    return list(know_book(FilesHost(path)).columns(table)["date"])


def typed(path, table, day, text):
    """Put a text where a day stands."""
    workbook = know_book(FilesHost(path))
    at = list(workbook.columns(table)["date"]).index(day)
    workbook.host.put_cells(table, workbook.header(table, "date"), {at: text}, at)
    workbook.host.save()


@pytest.fixture
def files(tmp_path):
    """A shop report and an item report of the same day."""
    paths = tmp_path / "店铺.csv", tmp_path / "商品.csv"
    for path, text in zip(paths, (SHOP, ITEMS), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_other_tables_are_filled_while_one_waits(book, run, files):
    """The cell is named, nothing of its table is written, and the same command fills it once the date is one."""
    typed(book, "ShopDay", DAY, "2026/11/06")
    before = days_of(book, "ShopDay")
    refused = run("import", book, *files)
    assert refused.code == 1
    assert "2026/11/06" in refused.err
    assert "--repair" in refused.err
    assert days_of(book, "ShopDay") == before
    assert days_of(book, "ItemDay") == [DAY]
    assert run("check", book, "--repair").code == 0
    assert run("import", book, *files).code == 0
    workbook = open_book(FilesHost(book))
    rows = {row["date"]: row["visitors"] for row in workbook.rows("ShopDay")}
    assert (len(rows), rows[DAY - 1], rows[DAY]) == (len(before), 10, 11)
    assert days_of(book, "ItemDay") == [DAY]


def test_a_typed_date_doubles_no_rows(book, run, files):
    """An item's row whose date became text waits for --repair; following the advice leaves one row of it."""
    assert run("import", book, *files).code == 0
    typed(book, "ItemDay", DAY, "2026-11-06")
    assert run("import", book, *files).code == 1
    assert days_of(book, "ItemDay") == ["2026-11-06"]
    assert run("check", book, "--repair").code == 0
    assert run("import", book, *files).code == 0
    assert days_of(book, "ItemDay") == [DAY]


def test_a_date_that_would_name_a_row_twice_stays(memory_book):
    """It is told with the other row, and both rows are as they were."""
    workbook = memory_book()
    workbook.upsert("ItemDay", [{"date": day, "item_id": "601", "visitors": 1} for day in (DAY, "2026/11/06")])
    mended = repair(workbook)
    assert mended.days == ()
    (issue,) = mended.kept
    assert (issue.code, issue.seen["row"]) == ("typed-day-twice", workbook.host.read_table("ItemDay").first_row)
    assert [day for day in workbook.columns("ItemDay")["date"] if day] == [DAY, "2026/11/06"]


def test_other_dates_are_mended_and_other_texts_stay(memory_book):
    """A day beside the key, such as the day an item was listed, is mended too; what says no day is not touched."""
    workbook = memory_book()
    cells = {"date": DAY, "shop": "甲", "item_id": "601"}
    workbook.upsert("PeerLog", [{**cells, "listed_on": "2026/11/01"}, {**cells, "item_id": "602", "listed_on": "上周"}])
    assert [(one.table, one.column, one.day) for one in repair(workbook).days] == [("PeerLog", "listed_on", DAY - 5)]
    assert list(workbook.columns("PeerLog")["listed_on"])[:2] == [DAY - 5, "上周"]
    assert repair(workbook).days == ()


def test_repair_tells_each_cell_and_is_no_run_of_rows(book, run):
    """The cell, what it held and the date; the backup holds the text, and an older command can still be taken back."""
    typed(book, "ShopDay", DAY, "2026/11/06")
    assert "cell-text-not-day" in [issue.code for issue in check(know_book(FilesHost(book)))]
    mended = run("check", book, "--repair")
    assert (mended.code, mended.err) == (0, "")
    assert "2026-11-06" in mended.out
    assert "2026/11/06" in mended.out
    assert DAY in days_of(book, "ShopDay")
    assert "减" not in run("log", book).out


def test_other_commands_still_refuse_a_day_that_is_a_text(book, run):
    """Who writes by the day is not let in: the message says what mends it."""
    typed(book, "ShopDay", DAY, "2026/11/06")
    refused = run("goal", book, "--year", "2026", "100万")
    assert refused.code == 2
    assert "--repair" in refused.err
