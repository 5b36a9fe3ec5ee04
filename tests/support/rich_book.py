"""A workbook a team has made its own: charts, a picture, comments, sparklines, sheets and columns of its own."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import xlsxwriter

from support.packages import add_calc_chain

HEADERS = ("我的备注", "支付金额", "日期", "访客价值", "访客数")
RATE = 'IF(Day[[#This Row],[访客数]]=0,"",Day[[#This Row],[支付金额]]/Day[[#This Row],[访客数]])'
ROWS = (
    ("周末补货", 250.0, 46338.0, 2.5, 100.0),
    (None, 160.0, 46336.0, 2.0, 80.0),
    ("=不是公式", 90.0, 46337.0, 3.0, 30.0),
)
SHEET, SHEET_PART, TABLE_PART = "老王的日报", "xl/worksheets/sheet2.xml", "xl/tables/table1.xml"


def print_rich_book(path: Path) -> Path:
    """Columns reordered, a note column added, the sheet renamed, rows sorted by hand, and one of every feature."""
    with xlsxwriter.Workbook(path) as book:
        own = book.add_worksheet("我的表")
        daily = book.add_worksheet(SHEET)
        _print_own_sheet(book, own)
        _print_table(book, daily)
        _decorate(book, daily)
        book.define_name("the_day", "='我的表'!$F$1")
        book.define_name("my_range", "='我的表'!$A$1:$C$9")
        book.set_custom_property("店铺", "小店")
    add_calc_chain(path)
    return path


def _print_own_sheet(book, sheet):
    sheet.write_row("A1", ["甲", "乙", "丙"], book.add_format({"bold": True}))
    for row in range(1, 9):
        sheet.write_row(row, 0, [row, row * 2, f"文字{row}"])
    sheet.write_formula("D2", f"=SUM('{SHEET}'!B5:B7)", None, 500)
    sheet.write_rich_string("E2", "红", book.add_format({"color": "red"}), "色", "字")
    sheet.write_number("F1", 46337, book.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.write_comment("A2", "别动这一格")
    sheet.insert_image("H2", "dot.png", {"image_data": BytesIO(png())})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='我的表'!$A$2:$A$9", "categories": "='我的表'!$C$2:$C$9"})
    sheet.insert_chart("H8", chart)


def _print_table(book, sheet):
    date = book.add_format({"num_format": "yyyy-mm-dd", "bold": True})
    sheet.write("A1", "老王的日报")
    columns = [{"header": header} for header in HEADERS]
    columns[3]["formula"] = RATE
    sheet.add_table("A4:E7", {"name": "Day", "columns": columns, "style": "Table Style Light 9"})
    for row, (note, gmv, day, rate, visitors) in enumerate(ROWS, start=4):
        if note is not None:
            sheet.write_string(row, 0, note)
        sheet.write_number(row, 1, gmv)
        sheet.write_number(row, 2, day, date)
        sheet.write_formula(row, 3, RATE, None, rate)
        sheet.write_number(row, 4, visitors)


def _decorate(book, sheet):
    red = book.add_format({"bg_color": "#FFC7CE"})
    sheet.conditional_format("E5:E7", {"type": "cell", "criteria": "<", "value": 50, "format": red})
    sheet.conditional_format("B5:B7", {"type": "data_bar", "data_bar_2010": True, "bar_solid": True})
    sheet.data_validation("E5:E7", {"validate": "integer", "criteria": ">=", "value": 0})
    for row in range(5, 8):
        sheet.add_sparkline(f"G{row}", {"range": f"'{SHEET}'!B{row}:E{row}"})
        sheet.write(f"H{row}", f"旁边{row}")
    sheet.write_comment("A5", "补了 200 件")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": f"='{SHEET}'!$B$5:$B$7"})
    sheet.insert_chart("J2", chart)
    sheet.freeze_panes(4, 0)


def png() -> bytes:
    """A picture of one red dot."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\x00\xff\x00\x00")), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)
