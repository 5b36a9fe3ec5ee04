"""Draw the sheets of a workbook into a PDF, one page each, through LibreOffice; run by screenshots.py.

    /usr/bin/python3 docs/draw_sheets.py BOOK.xlsx OUT.pdf

A page is the part of the sheet a large screen would show. Needs python3-uno, so it runs under the system's Python.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "support" / "vendor"))
from recalc import Office

# In hundredths of a millimetre, LibreOffice's unit; 96 dots per inch make 1 px 26.46 of them.
PIXEL = 26.46
WIDEST = 1600 * PIXEL
TALLEST = 1600 * PIXEL
LONG_LIST = 1000 * PIXEL  # a sheet taller than TALLEST goes on like this anyway: its head is enough
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


def fit(document, number, sheet):
    """Give a sheet one page that shows its first screen."""
    column, row = extent(sheet)
    column = last(sheet.Columns, column, WIDEST, lambda c: c.Width if c.IsVisible else 0)
    bottom = last(sheet.Rows, row, TALLEST, lambda r: r.Height if r.IsVisible else 0)
    if bottom < row:
        bottom = last(sheet.Rows, row, LONG_LIST, lambda r: r.Height if r.IsVisible else 0)
    area = sheet.getCellRangeByPosition(0, 0, column, bottom)
    sheet.setPrintAreas((area.RangeAddress,))
    sheet.setPrintTitleRows(False)
    style = document.createInstance("com.sun.star.style.PageStyle")
    document.StyleFamilies.getByName("PageStyles").insertByName(f"picture{number}", style)
    style.HeaderIsOn = style.FooterIsOn = False
    style.LeftMargin = style.RightMargin = style.TopMargin = style.BottomMargin = MARGIN
    style.Width, style.Height = area.Size.Width + 3 * MARGIN, area.Size.Height + 3 * MARGIN
    style.ScaleToPagesX = style.ScaleToPagesY = 1
    sheet.PageStyle = f"picture{number}"


def main(book, pdf):
    """Draw all visible sheets."""
    with Office() as office:
        document = office.open(book)
        document.calculateAll()
        for number, name in enumerate(document.Sheets.ElementNames):
            fit(document, number, document.Sheets.getByName(name))
        office.export(document, pdf, "calc_pdf_Export")
        document.close(True)  # noqa: FBT003 the interface has no names


if __name__ == "__main__":
    main(*sys.argv[1:])
