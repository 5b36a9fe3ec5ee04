"""Cell and range names as Excel writes them; rows and columns count from 0."""


def column_letters(column: int) -> str:
    """Letters of a column.

    >>> column_letters(0), column_letters(25), column_letters(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int, *, row_fixed: bool = False, column_fixed: bool = False) -> str:
    """Name of a cell.

    >>> cell_name(4, 1, column_fixed=True)
    '$B5'
    """
    return f"{'$' if column_fixed else ''}{column_letters(column)}{'$' if row_fixed else ''}{row + 1}"


def range_name(r1: int, c1: int, r2: int, c2: int, *, rows_fixed: bool = True) -> str:
    """Name of a range with fixed columns.

    >>> range_name(0, 0, 3, 2)
    '$A$1:$C$4'
    """
    first = cell_name(r1, c1, row_fixed=rows_fixed, column_fixed=True)
    return f"{first}:{cell_name(r2, c2, row_fixed=rows_fixed, column_fixed=True)}"


def quoted(sheet: str) -> str:
    """Sheet name as a formula needs it."""
    return "'" + sheet.replace("'", "''") + "'"
