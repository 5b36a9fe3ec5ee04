"""Sheets, cells, tables and names of the engine."""

import datetime as dt

from xlwings import base_classes, utils

from support.grid import object_model
from support.grid.coercion import CellError, Formula, typed
from support.grid.spelling import to_calc, to_excel


class Sheets(base_classes.Sheets):
    """The sheets of a workbook, in the order of the tabs."""

    def __init__(self, book):
        self.book = book

    def _names(self):
        return self.book.office.sheet_names(self.book.doc)

    @property
    def active(self):
        return Sheet(self.book, self.book.office.active_sheet(self.book.doc))

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter([Sheet(self.book, name) for name in self._names()])

    def __call__(self, key):
        return Sheet(self.book, self._names()[key - 1] if isinstance(key, int) else key)


class Sheet(base_classes.Sheet):
    """One sheet."""

    def __init__(self, book, name):
        self._book, self._name = book, name
        self.place = (book.doc, name)
        self._api = object_model.SheetApi(book, name)

    @property
    def book(self):
        return self._book

    @property
    def office(self):
        return self._book.office

    @property
    def name(self):
        return self._name

    @property
    def api(self):
        return self._api

    @property
    def visible(self):
        return self.office.in_sight(*self.place)

    @visible.setter
    def visible(self, value):
        self.office.show(*self.place, bool(value))

    @property
    def index(self):
        return self.office.sheet_names(self._book.doc).index(self._name) + 1

    @property
    def tables(self):
        return Tables(self)

    @property
    def used_range(self):
        bottom, right = self.office.used(*self.place)
        return Range(self, (1, 1, bottom, right))

    def range(self, one, other=None):
        first, last = _box(one), _box(other if other is not None else one)
        return Range(self, (*first[:2], *last[2:]))

    def activate(self):
        self.office.activate(*self.place)

    select = activate


def _box(place):
    if isinstance(place, Range):
        return place.box
    if isinstance(place, str):
        first, last = utils.a1_to_tuples(place.replace("$", ""))
        return (*first, *(last or first))
    return (*place, *place)


class Range(base_classes.Range):
    """A rectangle of cells."""

    options = None

    def __init__(self, sheet, box):
        self._sheet, self.box = sheet, box
        self.row, self.column = box[:2]
        self.shape = (box[2] - box[0] + 1, box[3] - box[1] + 1)

    row = column = shape = None

    @property
    def sheet(self):
        return self._sheet

    @property
    def api(self):
        return object_model.RangeApi(self)

    @property
    def coords(self):
        return (self._sheet.name, self.row, self.column, *self.shape)

    @property
    def address(self):
        first, last = (f"${utils.col_name(column)}${row}" for row, column in (self.box[:2], self.box[2:]))
        return first if first == last else f"{first}:{last}"

    def __len__(self):
        return self.shape[0] * self.shape[1]

    def __call__(self, row, column=None):
        if column is None:
            row, column = divmod(row - 1, self.shape[1])
            row, column = row + 1, column + 1
        at = (self.row + row - 1, self.column + column - 1)
        return Range(self._sheet, (*at, *at))

    def _call(self, method, *more):
        return getattr(self._sheet.office, method)(*self._sheet.place, self.box, *more)

    def read(self):
        """Rows of values, and where among them dates stand."""
        return self._call("values")

    @property
    def raw_value(self):
        rows, dates = self.read()
        for row, column in dates:
            rows[row][column] = object_model.EPOCH + dt.timedelta(days=rows[row][column])
        plain = tuple(tuple(CellError(one[0]) if isinstance(one, tuple) else one for one in row) for row in rows)
        return plain[0][0] if len(self) == 1 else plain

    @raw_value.setter
    def raw_value(self, given):
        rows = given if isinstance(given, list | tuple) else [[given] * self.shape[1]] * self.shape[0]
        if rows and not isinstance(rows[0], list | tuple):
            rows = [rows]
        assert (len(rows), len(rows[0])) == self.shape, "the values do not fit the range"
        as_text = self.number_format == "@"
        cells = [[typed(one, as_text=as_text) for one in row] for row in rows]
        plain = [[None if isinstance(one, Formula | CellError) else _number(one) for one in row] for row in cells]
        self._call("write", plain)
        for at, row in enumerate(cells, 1):
            for over, one in enumerate(row, 1):
                if isinstance(one, Formula | CellError):
                    self(at, over)._call("write_formula", to_calc(one if isinstance(one, Formula) else "=NA()"))

    @property
    def formula(self):
        rows = tuple(tuple(_formula(one) for one in row) for row in self._call("formulas"))
        return rows[0][0] if len(self) == 1 else rows

    @formula.setter
    def formula(self, given):
        if isinstance(given, str):
            self._call("write_formula", to_calc(given))
            return
        for at, row in enumerate(given, 1):
            for over, one in enumerate(row, 1):
                self(at, over).formula = one

    @property
    def number_format(self):
        return self._call("number_format")

    @number_format.setter
    def number_format(self, code):
        self._call("set_number_format", code)

    @property
    def column_width(self):
        return self._call("column_width")

    @column_width.setter
    def column_width(self, width):
        self._call("set_column_width", width)

    @property
    def row_height(self):
        return self._call("row_height")

    def get_special_cells(self, cell_type, value_type):
        assert (cell_type, value_type) == ("visible", None)
        return [Range(self._sheet, tuple(box)) for box in self._call("visible")]

    def show_rows(self):
        self._call("show_rows")

    @property
    def merge_cells(self):
        return self._call("merged")

    def clear_contents(self):
        self._call("clear")

    def delete(self, shift=None):
        assert shift == "up"
        self._call("delete_up")

    def insert(self, shift=None, copy_origin=None):
        assert (shift, copy_origin) == ("down", "format_from_left_or_above")
        self._call("insert_down")

    def select(self):
        self._sheet.activate()
        self._sheet.book.app.chosen = self


def _number(value):
    """A moment as the sheet counts it."""
    return (value - object_model.EPOCH).total_seconds() / 86400 if isinstance(value, dt.datetime) else value


def _formula(text):
    """What `Range.Formula` gives; LibreOffice marks texts that could be something else with an apostrophe."""
    return to_excel(text) if text.startswith("=") else text.removeprefix("'")


class Tables(base_classes.Tables):
    """The tables of a sheet, by name."""

    def __init__(self, sheet):
        self._sheet = sheet

    def _all(self):
        found = self._sheet.office.tables(*self._sheet.place)
        return [Table(self._sheet, *one) for one in sorted(found)]

    def __len__(self):
        return len(self._all())

    def __iter__(self):
        return iter(self._all())

    def __call__(self, key):
        tables = self._all()
        return tables[key - 1] if isinstance(key, int) else next(one for one in tables if one.name == key)


class Table(base_classes.Table):
    """One table, as it was when it was looked up."""

    name = show_headers = range = None
    show_autofilter = True

    def __init__(self, sheet, name, box, totals):
        self._sheet, self.name, self.show_headers, self._totals = sheet, name, True, totals
        self.box = box
        self.range = Range(sheet, box)
        self._remembered = None

    @property
    def parent(self):
        return self._sheet

    @property
    def header_row_range(self):
        top, left, _, right = self.box
        return Range(self._sheet, (top, left, top, right))

    @property
    def data_body_range(self):
        top, left, bottom, right = self.box
        return Range(self._sheet, (top + 1, left, bottom - self.show_totals, right))

    @property
    def show_totals(self):
        return self._totals

    @show_totals.setter
    def show_totals(self, shown):
        """As in Excel: switched off, the row goes and is remembered; switched on, it stands below the last body row."""
        assert shown != self._totals
        top, left, bottom, right = self.box
        below = Range(self._sheet, (bottom + shown, left, bottom + shown, right))
        if shown:
            below.raw_value = self._remembered
        else:
            self._remembered = below.read()[0]  # words only: LibreOffice spells formulas of a totals row wrongly
            below.clear_contents()
        self._totals = shown
        self._place((top, left, bottom + (1 if shown else -1), right))
        self._sheet.office.show_totals(self._sheet.place[0], self.name, shown)

    @property
    def autofilter(self):
        return AutoFilter(self.data_body_range)

    def resize(self, cells):
        self._place(cells.impl.box)

    def _place(self, box):
        self.box = box
        self.range = Range(self._sheet, box)
        self._sheet.office.resize(self._sheet.place[0], self.name, box)


class AutoFilter(base_classes.AutoFilter):
    """A table's filter; the tests hide rows as a filter does."""

    def __init__(self, body):
        self._body = body

    def clear(self, field=None):
        assert field is None
        self._body.show_rows()


class Names(base_classes.Names):
    """Defined names of the workbook; capitals make no difference."""

    def __init__(self, book):
        self._book = book

    def _spelled(self, key):
        if not self._book.named:  # no test defines a name
            self._book.named.update({name.casefold(): name for name in self._book.office.names(self._book.doc)})
        return self._book.named.get(key.casefold())

    def contains(self, key):
        return self._spelled(key) is not None

    def __call__(self, key):
        return Name(self._book, self._spelled(key))


class Name(base_classes.Name):
    """One defined name."""

    name = None

    def __init__(self, book, name):
        self._book, self.name = book, name

    @property
    def refers_to(self):
        place = self._book.office.place_named(self._book.doc, self.name)
        if place is None:
            return "=#REF!"
        quoted = place[0].replace("'", "''")
        return f"='{quoted}'!{Range(Sheet(self._book, place[0]), place[1]).address}"
