"""Draw parts of a workbook's sheets into one-page PDFs, through LibreOffice; run by screenshots.py.

    /usr/bin/python3 docs/draw_sheets.py BOOK.xlsx VIEWS.json

A view names a sheet, its PDF, the first column and the rows to show, and how many header rows to repeat above them.
Needs python3-uno, so it runs under the system's Python.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "support" / "vendor"))
from recalc import Office

# In hundredths of a millimetre, LibreOffice's unit; 96 dots per inch make 1 px 26.46 of them.
PIXEL = 26.46
WIDEST = 1700 * PIXEL
MARGIN = 200


def last(cells, used, limit, size):
    """Index of the last column or row that fits into a length."""
    length, index = 0, 0
    while index <= used:
        length += size(cells.getByIndex(index))
        if length > limit:
            return max(index - 1, 0)
        index += 1
    return used


def extent(sheet):
    """Last column and row in use, by cells or by drawings that hang over them."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)  # noqa: FBT003 the interface has no names
    column, row = cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow
    for index in range(sheet.DrawPage.Count):
        shape = sheet.DrawPage.getByIndex(index)
        right, bottom = shape.Position.X + shape.Size.Width, shape.Position.Y + shape.Size.Height
        column = max(column, last(sheet.Columns, 200, right, lambda c: c.Width) + 1)
        row = max(row, last(sheet.Rows, 2000, bottom, lambda r: r.Height) + 1)
    return column, row


def fit(document, view):
    """Give the view's sheet one page that shows it, and the other sheets none."""
    for name in document.Sheets.ElementNames:
        document.Sheets.getByName(name).setPrintAreas(())
    sheet = document.Sheets.getByName(view["sheet"])
    column, row = extent(sheet)
    left = sheet.getCellRangeByPosition(0, 0, view["column"], 0).Size.Width if view["column"] else 0
    column = last(sheet.Columns, column, WIDEST + left, lambda c: c.Width if c.IsVisible else 0)
    shown = [sheet.getCellRangeByPosition(view["column"], view["first"], column, min(row, view["last"]))]
    sheet.setPrintAreas((shown[0].RangeAddress,))
    sheet.setPrintTitleRows(bool(view["header"]))
    if view["header"]:  # repeated rather than joined by hiding rows: totals of what a filter shows would change
        shown.append(sheet.getCellRangeByPosition(view["column"], 0, column, view["header"] - 1))
        sheet.setTitleRows(shown[1].RangeAddress)
    style = document.createInstance("com.sun.star.style.PageStyle")
    document.StyleFamilies.getByName("PageStyles").insertByName(view["pdf"], style)
    style.HeaderIsOn = style.FooterIsOn = False
    style.LeftMargin = style.RightMargin = style.TopMargin = style.BottomMargin = MARGIN
    style.Width = shown[0].Size.Width + 3 * MARGIN
    style.Height = sum(area.Size.Height for area in shown) + 3 * MARGIN
    style.ScaleToPagesX = style.ScaleToPagesY = 1
    sheet.PageStyle = view["pdf"]


def main(book, views):
    """Draw the views, one after the other."""
    with Office() as office:
        document = office.open(book)
        document.calculateAll()
        for view in json.loads(Path(views).read_text(encoding="utf-8")):
            fit(document, view)
            office.export(document, view["pdf"], "calc_pdf_Export")
        document.close(True)  # noqa: FBT003 the interface has no names


if __name__ == "__main__":
    main(*sys.argv[1:])
