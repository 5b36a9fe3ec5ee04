"""What LibreOffice makes of a workbook's formulas, beside what the file shows; runs in the Python that knows UNO."""

import math

from recalc import EXCEL_ERR, col

FORMULA_ERRORS = 4  # com.sun.star.sheet.FormulaResult


def recalculated(document):
    """Calculate every formula anew: how many there are, which are errors, and which show something else than before.

    Cells are asked for in blocks: a call for each would take LibreOffice half a minute in a large book.
    """
    sheets = [document.Sheets.getByName(name) for name in document.Sheets.ElementNames]
    before = [_used(sheet).getDataArray() for sheet in sheets]
    document.calculateAll()
    answer = {"formulas": 0, "errors": [], "changed": []}
    for sheet, shown in zip(sheets, before, strict=True):
        _compare(sheet, shown, answer)
    return answer


def _compare(sheet, shown, answer):
    values, formulas, errors = _used(sheet).getDataArray(), _used(sheet).getFormulaArray(), dict(_errors(sheet))
    for row, texts in enumerate(formulas):
        for column, text in enumerate(texts):
            if not _is_formula(text, values[row][column]):
                continue
            answer["formulas"] += 1
            place, now = f"{sheet.Name}!{col(column)}{row + 1}", values[row][column]
            if (row, column) in errors:
                answer["errors"].append(f"{place} {errors[row, column]} {text[:120]}")
            if not _same(shown[row][column], now):
                answer["changed"].append(
                    f"{place} cached={shown[row][column]!r} now={errors.get((row, column), now)!r}"
                )


def _used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)  # noqa: FBT003 (UNO)
    end = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)


def _errors(sheet):
    """Row and column of every formula that is an error, and what Excel would show."""
    for area in sheet.queryFormulaCells(FORMULA_ERRORS).RangeAddresses:
        for row in range(area.StartRow, area.EndRow + 1):
            for column in range(area.StartColumn, area.EndColumn + 1):
                code = sheet.getCellByPosition(column, row).getError()
                yield (row, column), EXCEL_ERR.get(code, f"Err:{code}")


def _is_formula(text, value):
    return text != value and text.startswith(("=", "{="))


def _same(one, other):
    numbers = isinstance(one, float) and isinstance(other, float)
    return one == other or (numbers and math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9))
