"""Small books for one test each, printed and read back."""

import openpyxl
import xlsxwriter

from support.ooxml import assert_valid


def printed(path, fill):
    """A book with one sheet '表' as `fill` makes it."""
    with xlsxwriter.Workbook(path) as book:
        fill(book, book.add_worksheet("表"))
    return path


def saved(host):
    """The book as another reader sees it, after a save that Excel would open without repair."""
    host.save()
    assert_valid(host.path)
    return openpyxl.load_workbook(host.path)


def add_table(sheet, corner, name, rows, headers=("日期", "数"), **options):
    """A table with its top left corner at (row, column), counted from 0; options of a column stand under its header."""
    top, left = corner
    columns = [{"header": header, **options.get(header, {})} for header in headers]
    area = (top, left, top + rows, left + len(headers) - 1)
    more = {key: value for key, value in options.items() if key not in headers}
    sheet.add_table(*area, {"name": name, "columns": columns, **more})


def write_days(sheet, count):
    """Days and numbers into the first two columns."""
    for day in range(count):
        sheet.write_row(day + 1, 0, [46001 + day, (day + 1) * 10])
