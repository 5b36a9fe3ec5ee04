"""Rows as a file for other programs: every value as it is, and nothing that a program would run."""

from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from opsbook.hosts.history.row_files import MOST_ROWS, RowSheet, write_row_file
from opsbook.model.errors import UsageError
from opsbook.model.units import Unit

DAY = 46338.0  # 2026-11-12
HEADERS = ("日期", "商品ID", "=商品", "支付金额")
UNITS = (Unit.DATE, Unit.ID, Unit.TEXT, Unit.AMOUNT)
ROWS = (
    (DAY, "600000000001", "=1+1", 12.5),
    (DAY + 1, "007", "http://shop.example", 100.0),
    (None, None, "NaN", 0.1 + 0.2),
    ("何日", "@1", "半\ud83d", "—"),
    (DAY + 2, "", None, None),
)


def _sheet(rows=ROWS):
    return RowSheet("商品", HEADERS, UNITS, rows)


def test_a_csv_holds_what_the_rows_hold(tmp_path):
    """Days in ISO form, whole numbers without a point, texts that a program would run behind an apostrophe, blanks blank."""
    out = tmp_path / "rows.csv"
    write_row_file(out, [_sheet()])
    assert (
        out.read_bytes()
        == (
            "\ufeff日期,商品ID,'=商品,支付金额\r\n"
            "2026-11-12,600000000001,'=1+1,12.5\r\n"
            "2026-11-13,007,http://shop.example,100\r\n"
            ",,NaN,0.30000000000000004\r\n"
            "何日,'@1,半?,—\r\n"
            "2026-11-14,,,\r\n"
        ).encode()
    )


def test_an_excel_file_holds_what_the_rows_hold(tmp_path):
    """A text is a text whatever it begins with, a day is a number that a day's format shows, a blank is blank."""
    out = tmp_path / "rows.xlsx"
    write_row_file(out, [_sheet(), RowSheet("空", HEADERS, UNITS, ())])
    book = load_workbook(out)
    page, empty = book["商品"], book["空"]
    assert {(cell.data_type, cell.font.b) for cell in (*page[1], *empty[1])} == {("s", True)}
    assert [[cell.value for cell in row] for row in empty] == [list(HEADERS)]
    assert page.freeze_panes == empty.freeze_panes == "A2"
    assert [[cell.value for cell in row[1:]] for row in page.iter_rows(min_row=2)] == [
        ["600000000001", "=1+1", 12.5],
        ["007", "http://shop.example", 100],
        [None, "NaN", 0.3],  # Excel keeps 15 digits
        ["@1", "半?", "—"],
        [None, None, None],
    ]
    assert {cell.data_type for cell in page["C"]} == {"s", "n"}
    assert page["C3"].hyperlink is None
    assert [cell.value for cell in page["A"][1:]] == [
        datetime(2026, 11, 12),
        datetime(2026, 11, 13),
        None,
        "何日",
        datetime(2026, 11, 14),
    ]
    assert page["A2"].number_format == "yyyy-mm-dd"


def test_parquet_holds_what_the_rows_hold(tmp_path):
    """One type a column; what a column of its type cannot hold is blank."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    out = tmp_path / "rows.parquet"
    write_row_file(out, [_sheet()])
    table = parquet.read_table(out)
    assert [str(one) for one in table.schema.types] == ["date32[day]", "string", "string", "double"]
    assert table.column("日期").to_pylist() == [date(2026, 11, 12), date(2026, 11, 13), None, None, date(2026, 11, 14)]
    assert table.column("商品ID").to_pylist() == ["600000000001", "007", None, "@1", ""]
    assert table.column("=商品").to_pylist() == ["=1+1", "http://shop.example", "NaN", "半?", None]
    assert table.column("支付金额").to_pylist() == [12.5, 100.0, 0.1 + 0.2, None, None]


def test_a_sheet_too_long_for_excel_is_refused(tmp_path):
    """Rows are never dropped in silence: with one more than a sheet holds, no file is written."""
    out = tmp_path / "rows.xlsx"
    with pytest.raises(UsageError) as refused:
        write_row_file(out, [_sheet(range(MOST_ROWS + 1))])
    assert refused.value.code == "too-many-rows"
    assert not out.exists()
