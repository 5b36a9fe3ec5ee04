"""A copy of a workbook that an engine is to calculate: nothing that its formulas showed is left to be repeated."""

import re
from collections.abc import Collection
from pathlib import Path

from opsbook.hosts.office.shown import Place
from opsbook.model.errors import FileRefusedError
from opsbook.model.reasons import why
from opsbook.ooxml.addresses import cell_name
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.sheet.cell import show
from opsbook.ooxml.sheet.sheet_xml import SheetXml

POISON = -987654321.5
"""What every formula of the copy shows: no figure of anybody's."""

_FORMULA = re.compile(r"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)")


def read_book(path: Path) -> bytes:
    """The bytes of a workbook, which may be open in Excel.

    Raises:
        FileRefusedError: it is missing, or may not be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise FileRefusedError("no-file", file=path.name) from None
    except OSError as problem:
        raise FileRefusedError("book-unreadable", file=path.name, reason=why(problem)) from None


def blind(content: bytes, file: str, given: Collection[Place] = ()) -> bytes:
    """A workbook whose formulas all show POISON.

    Args:
        content: bytes of the workbook.
        file: its name, for messages.
        given: formula cells that hold what they show instead, as if it had been typed.

    Raises:
        FileRefusedError: it is not a workbook.
    """
    book = BookXml(content, file)
    for name in book.sheet_names:
        _blind_sheet(book, name, {cell for sheet, cell in given if sheet == name})
    return book.to_bytes() or content


def _blind_sheet(book: BookXml, name: str, given: Collection[str]) -> None:
    sheet = book.sheet(name)
    for row, column in _formula_cells(sheet):
        if cell_name(row, column) not in given:
            sheet.put(row, column, show(sheet.raw(row, column), POISON))
            continue
        if 't="shared"' in sheet.raw(row, column):
            book.groups(name).release_cell(row, column)  # the others of its group go on calculating
        alone = _FORMULA.sub("", sheet.raw(row, column), count=1)
        sheet.put(row, column, show(alone, sheet.value(row, column)))


def _formula_cells(sheet: SheetXml) -> list[tuple[int, int]]:
    return [
        (number, column)
        for number, row in sheet.rows.items()
        if _FORMULA.search(row.inner)
        for column, raw in row.cells.items()
        if _FORMULA.search(raw)
    ]
