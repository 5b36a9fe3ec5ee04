"""One small workbook, for the memory host and printed as a file: two tables side by side, one that grows, names."""

from pathlib import Path

import xlsxwriter

from support.memory_host import MemoryCell, MemoryHost, MemoryName, MemoryTable

RATE = 'IF(Day[[#This Row],[访客数]]=0,"",Day[[#This Row],[支付金额]]/Day[[#This Row],[访客数]])'
MINE = "Day[[#This Row],[访客数]]*2"
SHARE = "Log[[#This Row],[金额]]/100"
TOTAL = "SUM(Day[支付金额])"

DAY = ("日期", "访客数", "支付金额", "备注", "访客价值", "翻倍")
SIDE = ("月份", "目标")
LOG = ("日期", "编号", "文本", "金额", "占比")

# Body rows; a pair is (formula, cached value). XlsxWriter prints a cached "" as no value at all.
DAY_ROWS = (
    (46338.0, 100.0, 250.0, "双11", (RATE, 2.5), (MINE, 200.0)),
    (46336.0, 80.0, 160.0, None, (RATE, 2.0), (MINE, 160.0)),
    (46337.0, None, None, "未导入", (RATE, None), (MINE, 0.0)),
)
SIDE_ROWS = ((46023.0, 1000.0), (46054.0, 2000.0), (46082.0, 3000.0))
LOG_ROWS = ((None, None, None, None, None),)


def _cell(content):
    return MemoryCell(content[1], content[0]) if isinstance(content, tuple) else MemoryCell(content)


def _table(headers, rows, sheet, corner, calculated):
    cells = [[_cell(one) for one in row] for row in rows]
    return MemoryTable(headers, cells, sheet, *corner, calculated)


def memory_host():
    """The book in memory."""
    tables = {
        "Day": _table(DAY, DAY_ROWS, "日报", (4, 1), {"访客价值": RATE, "翻倍": MINE}),
        "Side": _table(SIDE, SIDE_ROWS, "日报", (4, 8), {}),
        "Log": _table(LOG, LOG_ROWS, "明细", (2, 1), {}),
    }
    names = {
        "the_day": MemoryName(MemoryCell(46338.0), "设 置", "B1"),
        "shop": MemoryName(MemoryCell("小店"), "设 置", "B2"),
        "total": MemoryName(MemoryCell(410.0, TOTAL), "设 置", "B3"),
        "empty": MemoryName(MemoryCell(), "设 置", "B4"),
    }
    return MemoryHost(tables, names)


def print_book(path: Path, *, totals: bool = False) -> Path:
    """The same book as a file; with a totals row below the table that grows, when asked."""
    with xlsxwriter.Workbook(path) as book:
        date, money = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "0.00"})
        daily, log, settings = (book.add_worksheet(name) for name in ("日报", "明细", "设 置"))
        calculated = {"访客价值": RATE, "翻倍": MINE}
        _print_table(daily, (2, 0), ("Day", DAY, DAY_ROWS), (date, money), calculated)
        _print_table(daily, (2, 7), ("Side", SIDE, SIDE_ROWS), (date, money))
        _print_table(log, (0, 0), ("Log", LOG, LOG_ROWS), (date, money), totals=totals)
        daily.set_row(5, 30)
        daily.conditional_format("B4:B6", {"type": "cell", "criteria": ">", "value": 90, "format": money})
        daily.conditional_format("C4:C6", {"type": "data_bar", "data_bar_2010": True})
        daily.data_validation("B4:B6", {"validate": "decimal", "criteria": ">=", "value": 0})
        log.conditional_format("D2:D500", {"type": "cell", "criteria": "<", "value": 0, "format": money})
        log.data_validation("D2:D500", {"validate": "decimal", "criteria": ">=", "value": -1e9})
        settings.write_row(0, 0, ["日期", 46338], date)
        settings.write_row(1, 0, ["店铺", "小店"])
        settings.write(2, 0, "合计")
        settings.write_formula(2, 1, TOTAL, money, 410)
        settings.write_blank(3, 1, None, money)
        for name, at in {
            "the_day": "$B$1",
            "shop": "$B$2",
            "total": "$B$3",
            "empty": "$B$4",
            "pair": "$B$1:$B$2",
        }.items():
            book.define_name(name, f"='设 置'!{at}")
    return path


def _print_table(sheet, corner, table, formats, calculated=None, *, totals=False):
    (top, left), (name, headers, rows), (date, money) = corner, table, formats
    calculated = calculated or {}
    columns = [
        {"header": header, **({"formula": calculated[header]} if header in calculated else {})} for header in headers
    ]
    bottom, right = top + len(rows) + totals, left + len(headers) - 1
    if totals:
        columns[0]["total_string"] = "合计"
        columns[headers.index("文本")]["total_string"] = "到此为止"
    options = {"name": name, "columns": columns, "autofilter": name == "Log", "total_row": totals}
    sheet.add_table(top, left, bottom, right, options)
    for row, contents in enumerate(rows, start=top + 1):
        for column, content in enumerate(contents, start=left):
            form = date if column == left else money
            if isinstance(content, tuple):
                sheet.write_formula(row, column, content[0], form, "" if content[1] is None else content[1])
            elif content is None:
                sheet.write_blank(row, column, None, form)
            else:
                sheet.write(row, column, content, form)
