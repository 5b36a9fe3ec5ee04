"""Rows as the files that platforms give: .xls, .xlsx, CSV, HTML, zip."""

import io
import warnings
import zipfile
from datetime import UTC, datetime

import xlsxwriter

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # xlwt speaks to Python 2 as well, and Python 3 warns about how
    import xlwt

Rows = list[list[object]]


def names(listed: str) -> list[str]:
    """Headers from one line of them."""
    return listed.split(",")


def filled(header: list[str], filler: object = "-", **values: object) -> list[object]:
    """One row by header; what is not named holds the filler."""
    assert not values.keys() - set(header), values.keys() - set(header)
    return [values.get(name, filler) for name in header]


def xls(rows: Rows, sheet: str = "Sheet1") -> bytes:
    """An old workbook."""
    book = xlwt.Workbook()
    page = book.add_sheet(sheet)
    for at, cells in enumerate(rows):
        for column, value in enumerate(cells):
            page.write(at, column, value)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xlsx(rows: Rows, percents: tuple[str, ...] = ()) -> bytes:
    """A new workbook; columns named in `percents` are fractions with a % format."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})
    page, percent = book.add_worksheet(), book.add_format({"num_format": "0.00%"})
    marked = {at for cells in rows for at, value in enumerate(cells) if value in percents}
    for at, cells in enumerate(rows):
        for column, value in enumerate(cells):
            page.write(at, column, value, *([percent] if column in marked and isinstance(value, float) else []))
    book.close()
    return stream.getvalue()


def books(sheets: dict[str, Rows]) -> bytes:
    """A new workbook of several sheets."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for at, cells in enumerate(rows):
            page.write_row(at, 0, cells)
    book.close()
    return stream.getvalue()


def csv(rows: Rows, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """Delimited text."""

    def quoted(value: object) -> str:
        text = str(value)
        return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in f'{delimiter}"\n') else text

    return "".join(delimiter.join(map(quoted, cells)) + "\r\n" for cells in rows).encode(encoding)


def html(rows: Rows) -> bytes:
    """A page that calls itself .xls."""
    body = "".join("<tr>" + "".join(f"<td>{value}</td>" for value in cells) + "</tr>" for cells in rows)
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>'
    return f"{page}<body><table border=1>{body}</table></body></html>".encode("gb18030")


def packed(**members: bytes) -> bytes:
    """A zip; dates inside are fixed so that building twice gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 6, 19, 11, 3, 30)), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
