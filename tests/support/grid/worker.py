"""LibreOffice behind a pipe: runs in the Python that knows UNO, answers calls of the engine in the Python of the tests.

Started as a program; reads pickled (method, arguments) from its input and writes pickled (fine, answer) to its output.
Sheets go by name, boxes are (top, left, bottom, right) from 1, formulas are spelled as LibreOffice's API does.
LibreOffice stops when the input ends, whatever became of the tests.
"""

# ruff: noqa: FBT003 - the calls are LibreOffice's

import itertools
import pickle
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "vendor"))

# isort: off
from recalc import Office, pv  # imports uno, which makes the following modules
from com.sun.star.lang import Locale
from com.sun.star.sheet.CellDeleteMode import UP
from com.sun.star.sheet.CellInsertMode import DOWN
from calculating import recalculated
# isort: on

BOOLEAN, DATES, TEXT_FORMAT = 1024, 2 | 4, 256  # com.sun.star.util.NumberFormat
FORMULA_TEXTS = 2  # com.sun.star.sheet.FormulaResult
CONTENTS = 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags
FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".xlsm": "Calc MS Excel 2007 VBA XML"}
ERRORS = {
    532: "#DIV/0!", 32767: "#N/A", 525: "#NAME?", 508: "#NAME?", 521: "#NULL!",
    502: "#NUM!", 503: "#NUM!", 524: "#REF!", 504: "#REF!", 519: "#VALUE!",
}  # fmt: skip
ENGLISH = Locale("en", "US", "")
NAMES, TABLES = object(), object()  # what is kept beside the places of names


class Calc:
    """The calls the engine may make.

    Every object LibreOffice hands out costs a millisecond or two, a property of it a tenth: objects are kept, and so is
    where names and tables stand, until cells move.
    """

    def __init__(self):
        self.office, self.docs, self.numbers = Office(), {}, itertools.count(1)
        self.formats, self.sheets, self.placed, self.formatted = {}, {}, {}, {}

    # workbooks

    def open(self, path):
        how = (pv("Hidden", True), pv("FilterName", FILTERS[Path(path).suffix]))
        document = self.office.desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, how)
        if document is None:
            raise OSError(path)
        number = next(self.numbers)
        self.docs[number] = document
        return number

    def close(self, doc):
        for key in [key for key in self.sheets if key[0] == doc]:
            del self.sheets[key]
        self._moved(doc)
        self.docs.pop(doc).close(True)

    def save(self, doc, path):
        self.docs[doc].storeToURL(Path(path).as_uri(), (pv("FilterName", FILTERS[Path(path).suffix]),))

    def recalculate(self, path):
        """What every formula of a file gives, and where the file shows something else."""
        document = self.office.open(path)
        try:
            return recalculated(document)
        finally:
            document.close(True)

    def calculate(self, doc):
        self.docs[doc].calculate()

    def automatic(self, doc, on):
        self.docs[doc].enableAutomaticCalculation(on)

    def sheet_names(self, doc):
        return list(self.docs[doc].Sheets.ElementNames)

    def active_sheet(self, doc):
        return self.docs[doc].CurrentController.ActiveSheet.Name

    def activate(self, doc, sheet):
        self.docs[doc].CurrentController.setActiveSheet(self._sheet(doc, sheet))

    def in_sight(self, doc, sheet):
        return self._sheet(doc, sheet).IsVisible

    def show(self, doc, sheet, shown):
        self._sheet(doc, sheet).IsVisible = shown

    def structure_protected(self, doc):
        return self.docs[doc].isProtected()

    def protected(self, doc, sheet):
        return self._sheet(doc, sheet).isProtected()

    def protect(self, doc, sheet, on):
        one = self._sheet(doc, sheet)
        one.protect("") if on else one.unprotect("")

    # cells

    def used(self, doc, sheet):
        cursor = self._sheet(doc, sheet).createCursor()
        cursor.gotoEndOfUsedArea(False)
        return cursor.RangeAddress.EndRow + 1, cursor.RangeAddress.EndColumn + 1

    def values(self, doc, sheet, box):
        """Rows of values (an error is a tuple of its text), and which of them are dates."""
        cells = self._range(doc, sheet, box)
        rows = [[None if value == "" else value for value in row] for row in cells.getDataArray()]
        top, left = box[0] - 1, box[1] - 1
        if all(value is not None for row in rows for value in row):  # neither an empty text nor an error
            return rows, self._typed(doc, sheet, cells, rows, box)
        for row, column in self._places(cells.queryFormulaCells(FORMULA_TEXTS)):
            if rows[row - top][column - left] is None:
                rows[row - top][column - left] = ""
        for row, column in self._places(cells.queryFormulaCells(4)):
            error = self._sheet(doc, sheet).getCellByPosition(column, row).getError()
            rows[row - top][column - left] = (ERRORS.get(error, "#VALUE!"),)
        return rows, self._typed(doc, sheet, cells, rows, box)

    def _typed(self, doc, sheet, cells, rows, box):
        """Turn truth values into such; tell where dates stand."""
        top, left, dates = box[0] - 1, box[1] - 1, []
        if not any(isinstance(value, float) for row in rows for value in row):
            return dates
        for kind, places in self._formatted(doc, sheet, cells, box):
            everywhere = ((top + at, left + over) for at, row in enumerate(rows) for over in range(len(row)))
            for row, column in everywhere if places is None else places:
                value = rows[row - top][column - left]
                if not isinstance(value, float):
                    continue
                if kind & DATES:
                    dates.append((row - top, column - left))
                elif value in (0.0, 1.0) and (kind & BOOLEAN or self._says_truth(doc, sheet, row, column)):
                    rows[row - top][column - left] = bool(value)
        return dates

    def _formatted(self, doc, sheet, cells, box):
        """Where numbers may be dates or truth values, by kind of format; None is everywhere."""
        known = self.formatted.setdefault(doc, {})
        if (sheet, box) not in known:
            formats = [(*self._format(doc, key), one) for key, one in self._number_formats(cells)]
            known[sheet, box] = [
                (kind, one and list(self._places(one)))
                for kind, code, one in formats
                if kind & (DATES | BOOLEAN) or code == "General"
            ]
        return known[sheet, box]

    def _number_formats(self, cells):
        if cells.getPropertyState("NumberFormat").value != "AMBIGUOUS_VALUE":
            return [(cells.NumberFormat, None)]
        ranges = (one for one in self._each(cells.getUniqueCellFormatRanges()) if one.Count)
        return [(one.getByIndex(0).NumberFormat, one) for one in ranges]

    def _format(self, doc, key):
        """Kind and code of a number format; a key never changes its meaning."""
        if (doc, key) not in self.formats:
            properties = self.docs[doc].NumberFormats.getByKey(key)
            self.formats[doc, key] = properties.Type, properties.FormatString
        return self.formats[doc, key]

    def _says_truth(self, doc, sheet, row, column):
        """A comparison in a cell without a format shows a truth value."""
        cell = self._sheet(doc, sheet).getCellByPosition(column, row)
        return cell.Type.value == "FORMULA" and cell.String in ("TRUE", "FALSE")

    def formulas(self, doc, sheet, box):
        return [list(row) for row in self._range(doc, sheet, box).getFormulaArray()]

    def write(self, doc, sheet, box, rows):
        """Plain values; None makes a cell blank (LibreOffice 7.4 dies of a void: it gets an empty text)."""
        self.formatted.pop(doc, None)
        plain = [
            tuple(float(one) if isinstance(one, bool) else "" if one is None else one for one in row) for row in rows
        ]
        self._range(doc, sheet, box).setDataArray(tuple(plain))
        truth = self.docs[doc].NumberFormats.getStandardFormat(BOOLEAN, ENGLISH)
        for at, row in enumerate(rows):
            for over, one in enumerate(row):
                cell_box = (box[0] + at, box[1] + over, box[0] + at, box[1] + over)
                if isinstance(one, bool):
                    self._range(doc, sheet, cell_box).NumberFormat = truth
                elif isinstance(one, float) and self._is_truth(doc, sheet, cell_box):
                    self._range(doc, sheet, cell_box).NumberFormat = 0

    def _is_truth(self, doc, sheet, box):
        return bool(self._format(doc, self._range(doc, sheet, box).NumberFormat)[0] & BOOLEAN)

    def write_formula(self, doc, sheet, box, text):
        """The same formula in every cell, its relative addresses moving along."""
        self.formatted.pop(doc, None)
        cells = self._range(doc, sheet, box)
        first = cells.getCellByPosition(0, 0)
        first.setFormula(text)
        tokens = None if "[" in text else first.getTokens()  # tokens forget what table they name
        for row in range(box[2] - box[0] + 1):
            for column in range(box[3] - box[1] + 1):
                cell = cells.getCellByPosition(column, row)
                cell.setFormula(text) if tokens is None else cell.setTokens(tokens)

    def clear(self, doc, sheet, box):
        self.formatted.pop(doc, None)
        self._range(doc, sheet, box).clearContents(CONTENTS)

    def delete_up(self, doc, sheet, box):
        self._sheet(doc, sheet).removeRange(self._range(doc, sheet, box).RangeAddress, UP)
        self._moved(doc)

    def insert_down(self, doc, sheet, box):
        self._sheet(doc, sheet).insertCells(self._range(doc, sheet, box).RangeAddress, DOWN)
        self._moved(doc)

    def number_format(self, doc, sheet, box):
        """The format all cells share; None when they differ."""
        formats = {
            one.getByIndex(0).NumberFormat
            for one in self._each(self._range(doc, sheet, box).getUniqueCellFormatRanges())
        }
        if len(formats) != 1:
            return None
        kind, code = self._format(doc, formats.pop())
        return "@" if kind & TEXT_FORMAT else code

    def set_number_format(self, doc, sheet, box, code):
        self.formatted.pop(doc, None)
        formats = self.docs[doc].NumberFormats
        key = formats.queryKey(code, ENGLISH, False)
        self._range(doc, sheet, box).NumberFormat = formats.addNew(code, ENGLISH) if key == -1 else key

    def column_width(self, doc, sheet, box):
        """Characters of the default font, about; 0 when the column is out of sight."""
        column = self._range(doc, sheet, box).Columns.getByIndex(0)
        return column.Width / 210 if column.IsVisible else 0.0

    def set_column_width(self, doc, sheet, box, width):
        column = self._range(doc, sheet, box).Columns.getByIndex(0)
        column.IsVisible, column.Width = True, round(width * 210)

    def row_height(self, doc, sheet, box):
        """Points; 0 when no row is in sight, None when rows differ."""
        cells = self._range(doc, sheet, box)
        rows = box[2] - box[0] + 1
        visible = sum(one.EndRow - one.StartRow + 1 for one in self._row_spans(cells))
        if visible < rows:
            return None if visible else 0.0
        first = cells.Rows.getByIndex(0).Height
        return first / 2540 * 72 if abs(cells.Size.Height - first * rows) <= rows else None  # heights are rounded

    def hide_rows(self, doc, sheet, box):
        self._range(doc, sheet, box).Rows.IsVisible = False

    def show_rows(self, doc, sheet, box):
        self._range(doc, sheet, box).Rows.IsVisible = True

    def visible(self, doc, sheet, box):
        """Boxes of cells in sight."""
        return [self._box(area) for area in self._range(doc, sheet, box).queryVisibleCells().RangeAddresses]

    @staticmethod
    def _row_spans(cells):
        """Visible areas, each row once."""
        areas = cells.queryVisibleCells().RangeAddresses
        return [area for area in areas if area.StartColumn == cells.RangeAddress.StartColumn]

    def merged(self, doc, sheet, box):
        """Whether no cell, every cell or only some cells are merged: False, True, None."""
        cells = self._range(doc, sheet, box)
        return bool(cells.IsMerged) if box[:2] == box[2:] else (None if self._any_merged(doc, sheet, box) else False)

    def _any_merged(self, doc, sheet, box):
        search = self._sheet(doc, sheet)
        cursor = search.createCursorByRange(self._range(doc, sheet, box))
        before = cursor.RangeAddress
        cursor.collapseToMergedArea()
        after = cursor.RangeAddress
        grown = (before.EndRow, before.EndColumn) != (after.EndRow, after.EndColumn)
        return grown or any(
            self._sheet(doc, sheet).getCellByPosition(column, row).IsMerged
            for row in range(box[0] - 1, box[2])
            for column in range(box[1] - 1, box[3])
        )

    # names and tables

    def names(self, doc):
        """Every defined name."""
        return list(self.docs[doc].NamedRanges.ElementNames)

    def place_named(self, doc, name):
        """Sheet and box of a name; None when it is no place."""
        placed = self._placed(doc)
        if name not in placed:
            cells = placed[NAMES].getByName(name).getReferredCells()
            placed[name] = (cells.Spreadsheet.Name, self._box(cells.RangeAddress)) if cells is not None else None
        return placed[name]

    def tables(self, doc, sheet):
        """Name, box and whether there is a totals row, by position."""
        placed = self._placed(doc)
        if TABLES not in placed:
            ranges = self.docs[doc].DatabaseRanges
            found = [ranges.getByName(name) for name in ranges.ElementNames if not name.startswith("__")]
            placed[TABLES] = [(one.DataArea, one.Name, bool(one.TotalsRow)) for one in found]
        number = self._sheet(doc, sheet).RangeAddress.Sheet
        return [(name, self._box(area), totals) for area, name, totals in placed[TABLES] if area.Sheet == number]

    def _moved(self, doc):
        self.placed.pop(doc, None)
        self.formatted.pop(doc, None)

    def _placed(self, doc):
        """Ranges, and where names and tables stand; forgotten when cells move."""
        if doc not in self.placed:
            self.placed[doc] = {NAMES: self.docs[doc].NamedRanges}
        return self.placed[doc]

    def resize(self, doc, table, box):
        self._moved(doc)
        one = self.docs[doc].DatabaseRanges.getByName(table)
        area = one.DataArea
        area.StartRow, area.StartColumn, area.EndRow, area.EndColumn = (number - 1 for number in box)
        one.DataArea = area

    def show_totals(self, doc, table, shown):
        self._moved(doc)
        self.docs[doc].DatabaseRanges.getByName(table).TotalsRow = shown

    # places

    def _sheet(self, doc, sheet):
        if (doc, sheet) not in self.sheets:
            self.sheets[doc, sheet] = self.docs[doc].Sheets.getByName(sheet)
        return self.sheets[doc, sheet]

    def _range(self, doc, sheet, box):
        placed, (top, left, bottom, right) = self._placed(doc), box
        if (sheet, box) not in placed:
            cells = self._sheet(doc, sheet).getCellRangeByPosition(left - 1, top - 1, right - 1, bottom - 1)
            placed[sheet, box] = cells
        return placed[sheet, box]

    @staticmethod
    def _box(address):
        return address.StartRow + 1, address.StartColumn + 1, address.EndRow + 1, address.EndColumn + 1

    @staticmethod
    def _each(collection):
        return [collection.getByIndex(at) for at in range(collection.Count)]

    @staticmethod
    def _places(ranges):
        for address in ranges.RangeAddresses:
            columns = range(address.StartColumn, address.EndColumn + 1)  # each attribute of an address takes its time
            for row in range(address.StartRow, address.EndRow + 1):
                for column in columns:
                    yield row, column


def main():
    """Answer until the input ends."""
    calc = Calc()
    try:
        while True:
            try:
                method, arguments, named = pickle.load(sys.stdin.buffer)  # noqa: S301 - the tests' own words
            except EOFError:
                return
            try:
                answer = (True, getattr(calc, method)(*arguments, **named))
            except Exception as error:  # noqa: BLE001 - the tests hear of all of them
                answer = (False, f"{method}: {type(error).__name__} {error}")
            pickle.dump(answer, sys.stdout.buffer)
            sys.stdout.buffer.flush()
    finally:
        for doc in list(calc.docs):
            calc.close(doc)
        calc.office.close()


if __name__ == "__main__":
    main()
