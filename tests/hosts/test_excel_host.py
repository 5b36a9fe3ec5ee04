"""What a workbook that is open keeps: the user's cells, formats, protection, and Excel's own switches."""

import pytest

from opsbook.hosts.excel.host import ExcelHost
from opsbook.hosts.excel.quiet import QUIET, quiet
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.host import Cached, FormulaCell
from opsbook.model.errors import FileRefusedError, WorkbookBrokenError
from support.small_book import RATE, TOTAL, print_book

pytestmark = pytest.mark.libreoffice
KEY = ("日期", "编号")


@pytest.fixture
def live(excel, tmp_path):
    """The small book, open."""
    book = excel.books.open(print_book(tmp_path / "book.xlsx"))
    book.impl.on_disk = False
    yield book
    book.close()


def _days(*days):
    return [{"日期": float(day), "访客数": 5.0} for day in days]


def test_a_column_of_the_users_own_travels_untouched(live):
    """Values and formulas in columns nobody named stay in their rows while rows come and go."""
    host = ExcelHost(live)
    live.sheets["日报"].range("D5").value = "周三直播"
    host.upsert_rows("Day", ["日期"], [{"日期": 46336.0, "访客数": 81.0}, *_days(46339)])
    host.drop_rows("Day", [(46338.0,)], ["日期"])
    rows = host.read_table("Day").rows
    assert [row[3] for row in rows] == ["周三直播", "未导入", None]
    assert live.sheets["日报"].range("F4:F6").formula == (("=Day[[#This Row],[访客数]]*2",),) * 3


def test_what_stands_below_a_table_keeps_its_place(live):
    """Dropping rows moves nothing outside the table."""
    host, sheet = ExcelHost(live), live.sheets["明细"]
    host.upsert_rows("Log", KEY, [{"日期": 46338.0, "编号": str(number)} for number in range(5)])
    sheet.range("A9").value = "我的备注"
    host.drop_rows("Log", [(46338.0, "1"), (46338.0, "2"), (46338.0, "4")], KEY)
    assert [row[1] for row in host.read_table("Log").rows] == ["0", "3"]
    assert sheet.range("A9").raw_value == "我的备注"


def test_a_table_does_not_grow_over_the_users_cells(live):
    """A note below the table is named, and nothing is written."""
    live.sheets["日报"].range("B7").value = "合计在这里"
    host = ExcelHost(live)
    before = host.read_table("Day")
    with pytest.raises(WorkbookBrokenError) as refused:
        host.upsert_rows("Day", ["日期"], _days(46336, 46339))
    assert (refused.value.code, refused.value.seen["cell"]) == ("cells-in-the-way", "日报!B7")
    assert ExcelHost(live).read_table("Day") == before


def test_a_new_row_takes_the_formats_of_the_row_above(live):
    """A date shows as a date in the new row, too."""
    ExcelHost(live).upsert_rows("Day", ["日期"], _days(46339, 46340))
    formats = [live.sheets["日报"].range(f"{column}8").number_format for column in "AB"]
    assert formats == ["YYYY-MM-DD", "0.00"]


def test_rows_out_of_sight_are_told(live):
    """Filtered or folded rows are named by position, and still read and written."""
    sheet = live.sheets["日报"]
    live.impl.office.hide_rows(*sheet.impl.place, (5, 1, 5, 1))
    host = ExcelHost(live)
    assert host.read_table("Day").hidden == {1}
    host.upsert_rows("Day", ["日期"], _days(46336))
    assert host.read_table("Day").rows[1][1] == 5.0


def test_a_filter_is_taken_off_before_rows_go(live):
    """Rows a filter hides can be dropped, too; the rows that stay are all in sight then."""
    sheet = live.sheets["日报"]
    live.impl.office.hide_rows(*sheet.impl.place, (5, 1, 5, 1))
    host = ExcelHost(live)
    assert host.drop_rows("Day", [(46336.0,)], ["日期"]) == 1
    left = host.read_table("Day")
    assert ([row[0] for row in left.rows], left.hidden) == ([46338.0, 46337.0], frozenset())


def test_a_filtered_table_takes_new_rows_below(live):
    """New rows go below the last one, hidden or not, and rows out of sight get their figures."""
    sheet = live.sheets["日报"]
    live.impl.office.hide_rows(*sheet.impl.place, (6, 1, 6, 1))
    host = ExcelHost(live)
    done = host.upsert_rows("Day", ["日期"], _days(46337, 46339))
    assert (done.added, done.updated) == (1, 1)
    assert [row[:2] for row in host.read_table("Day").rows[2:]] == [(46337.0, 5.0), (46339.0, 5.0)]


@pytest.mark.parametrize(("filtered", "hidden"), [(False, frozenset()), (True, {0})], ids=["folded", "filtered"])
def test_a_folded_placeholder_comes_into_sight_when_it_is_filled(filtered, hidden, live, monkeypatch):
    """What is out of sight in a table without a filter is shown; what a filter hides stays hidden."""
    sheet = live.sheets["明细"]
    live.impl.office.hide_rows(*sheet.impl.place, (2, 1, 2, 1))
    monkeypatch.setattr(type(sheet.tables["Log"].impl), "show_autofilter", filtered)
    host = ExcelHost(live)
    host.upsert_rows("Log", KEY, [{"日期": 46338.0, "编号": "1"}])
    assert host.read_table("Log").hidden == hidden


@pytest.fixture
def totalled(excel, tmp_path):
    """The small book with a totals row below the table that grows."""
    path = tmp_path / "book.xlsx"
    print_book(path, totals=True)
    book = excel.books.open(path)
    book.impl.on_disk = False
    yield book
    book.close()


def test_a_totals_row_stays_below_the_rows(totalled):
    """It is no row of the table; it moves down with new rows and up with rows that go."""
    host, sheet = ExcelHost(totalled), totalled.sheets["明细"]
    assert len(host.read_table("Log").rows) == 1
    host.upsert_rows("Log", KEY, [{"日期": 46338.0, "编号": str(number), "金额": 2.0} for number in range(3)])
    assert [row[1] for row in host.read_table("Log").rows] == ["0", "1", "2"]
    assert sheet.range("A5:C5").raw_value == (("合计", None, "到此为止"),)
    host.drop_rows("Log", [(46338.0, "1")], KEY)
    assert [row[1] for row in host.read_table("Log").rows] == ["0", "2"]
    assert sheet.range("A4:C4").raw_value == (("合计", None, "到此为止"),)


def test_what_stands_below_a_totals_row_stops_the_table(totalled):
    """A note in the row where the totals would have to go is named, and nothing is written."""
    totalled.sheets["明细"].range("B4").value = "我的备注"
    host = ExcelHost(totalled)
    with pytest.raises(WorkbookBrokenError) as refused:
        host.upsert_rows("Log", KEY, [{"日期": 46338.0, "编号": str(number)} for number in range(3)])
    assert (refused.value.code, refused.value.seen["cell"]) == ("cells-in-the-way", "明细!B4")
    assert totalled.sheets["明细"].range("A3").raw_value == "合计"


def test_a_protected_sheet_is_written_and_protected_again(live):
    """Protection without a password is lifted for our cells only while they are written."""
    sheet = live.sheets["设 置"]
    sheet.api.Protect()
    host = ExcelHost(live)
    host.write_name("shop", "新店")
    assert host.read_name("shop") == "新店"
    assert sheet.api.ProtectContents


def test_a_sheet_with_a_password_is_told(live):
    """Excel is not made to ask for it; the message names the sheet, and the sheet stays as it is."""
    live.sheets["设 置"].api.Protect(Password="1234")  # noqa: S106 - a sheet's, made up
    host = ExcelHost(live)
    with pytest.raises(WorkbookBrokenError) as refused:
        host.write_name("shop", "新店")
    assert (refused.value.code, refused.value.seen["sheet"]) == ("sheet-locked", "设 置")
    assert host.read_name("shop") == "小店"


def test_texts_stay_texts_whatever_the_cells_format(live):
    """Ids keep their zeros and digits in General cells, number cells and text cells alike."""
    sheet, host = live.sheets["明细"], ExcelHost(live)
    texts = {"a": "00123", "b": "=1+1", "c": "2024-5-1"}
    host.upsert_rows("Log", KEY, [{"日期": 1.0, "编号": name} for name in texts])
    for row, form in enumerate(["0.00", "@", "General"], 2):
        sheet.range((row, 3)).number_format = form
    host.upsert_rows("Log", KEY, [{"日期": 1.0, "编号": name, "文本": text} for name, text in texts.items()])
    assert [row[2] for row in host.read_table("Log").rows] == list(texts.values())


def test_only_empty_owned_cells_are_filled(live):
    """A formula of the user's in an owned column stays and is told; an emptied one comes back."""
    sheet, host = live.sheets["日报"], ExcelHost(live)
    sheet.range("E4").formula = "=1+1"
    sheet.range("E5").clear_contents()
    cached = Cached({("Day", "访客价值"): [FormulaCell(RATE, 0.0)] * 3}, {"total": FormulaCell(TOTAL, 0.0)})
    assert [one.cell for one in host.set_cached(cached)] == ["E4"]
    assert sheet.range("E4").formula == "=1+1"
    assert sheet.range("E5").raw_value == 2.0


def test_formulas_see_what_was_written(live):
    """After `set_cached` a formula shows its new value, also while Excel calculates by hand only."""
    host = ExcelHost(live)
    with quiet(live.app):
        host.upsert_rows("Day", ["日期"], [{"日期": 46336.0, "支付金额": 1000.0}])
        host.set_cached(Cached())
        assert host.read_name("total") == 1250.0


def test_the_file_is_backed_up_once_before_it_is_saved(live, tmp_path):
    """The backup holds the file as it was, the file then holds the change; a second save makes no second backup."""
    before = (tmp_path / "book.xlsx").read_bytes()
    live.impl.on_disk = True
    host = ExcelHost(live)
    host.write_name("shop", "新店")
    host.save()
    host.save()
    backups = list(tmp_path.glob(".opsbook/*/backups/*"))
    assert [backup.read_bytes() for backup in backups] == [before]
    assert host.backup == backups[0]
    assert FilesHost(tmp_path / "book.xlsx").read_name("shop") == "新店"


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        pytest.param(lambda book: setattr(book.api, "ReadOnly", True), "book-read-only", id="read-only"),
        pytest.param(lambda book: book.impl.path.unlink(), "book-without-file", id="never saved, or in the cloud"),
    ],
)
def test_a_book_that_cannot_be_kept_is_refused_before_anything_changes(live, spoil, code):
    """The backup comes first, so its refusal stops the command."""
    spoil(live)
    with pytest.raises(FileRefusedError) as refused:
        ExcelHost(live).back_up()
    assert refused.value.code == code


def test_dates_from_1904_are_refused(live):
    """Every date would be four years off."""
    live.api.Date1904 = True
    with pytest.raises(FileRefusedError) as refused:
        ExcelHost(live)
    assert refused.value.code == "book-1904"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_no_cell_can_hold_is_refused(live, value):
    """Not-a-number would become a blank cell."""
    with pytest.raises(ValueError, match="not a number a cell can hold"):
        ExcelHost(live).write_name("shop", value)


def _break_off(app, seen):
    with quiet(app, "正在导入"):
        seen.update({name: getattr(app, name) for name in (*QUIET, "status_bar")})
        raise ZeroDivisionError


@pytest.mark.usefixtures("live")
@pytest.mark.parametrize("mode", ["automatic", "manual"])
def test_excels_switches_are_put_back_even_after_an_error(excel, mode):
    """Screen, events, questions, calculation and the status bar are as the user had them."""
    seen, excel.calculation = {}, mode
    try:
        with pytest.raises(ZeroDivisionError):
            _break_off(excel, seen)
        assert seen == {**QUIET, "status_bar": "正在导入"}
        assert {name: getattr(excel, name) for name in QUIET} == {**dict.fromkeys(QUIET, True), "calculation": mode}
        assert excel.status_bar is False
        assert excel.api.AutoCorrect.AutoFillFormulasInLists
    finally:
        excel.calculation = "automatic"
