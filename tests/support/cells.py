"""A workbook's values in memory, for formulas to read."""

from opsbook.formulas.cells import index_rows


class MemoryCells:
    """Columns by (table, column id) and named cells; satisfies `opsbook.formulas.cells.Cells`."""

    def __init__(self, columns=None, **names):
        self._columns = {place: list(values) for place, values in (columns or {}).items()}
        self._names = names
        self._indexes = {}

    def column(self, table, column):
        """Body cells of a column."""
        return self._columns[table, column]

    def rows_by_value(self, table, column):
        """Positions by value."""
        if (table, column) not in self._indexes:
            self._indexes[table, column] = index_rows(self._columns[table, column])
        return self._indexes[table, column]

    def hidden(self, table):
        """No row is out of sight."""
        del table
        return ()

    def name(self, name):
        """The value of a named cell."""
        return self._names[name]
