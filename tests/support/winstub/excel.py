"""The few objects of Excel that xlwings touches when a cell asks Python, in memory."""

import re
import types

from support.winstub.pywin32 import IID, CDispatch, ComError, PyIDispatch

RANGE = IID("{00020846-0000-0000-C000-000000000046}")
MISSING = -2147352572  # an optional argument left out
ERRORS = {  # as pywin32 reads cells that hold an error
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#NAME?": -2146826259,
    "#NULL!": -2146826288,
    "#NUM!": -2146826252,
    "#REF!": -2146826265,
    "#VALUE!": -2146826273,
    "#GETTING_DATA": -2146826245,  # this and what follows xlwings passes on as a whole number
    "#SPILL!": -2146826243,
    "#CONNECT!": -2146826242,
    "#BLOCKED!": -2146826241,
    "#UNKNOWN!": -2146826240,
    "#FIELD!": -2146826239,
    "#CALC!": -2146826238,
}


class ComObject(CDispatch):
    """Any object of Excel."""

    interface = IID("{00000000-0000-0000-0000-000000000000}")

    @property
    def _oleobj_(self):
        attributes = types.SimpleNamespace(iid=self.interface)
        return types.SimpleNamespace(GetTypeInfo=lambda: types.SimpleNamespace(GetTypeAttr=lambda: attributes))


class Application(ComObject):
    """Excel itself; it notes what help functions were given."""

    Version, Hwnd = "16.0", 1

    def __init__(self):
        self.described = {}

    def MacroOptions(self, name, **options):  # noqa: N802 - Excel's name
        self.described[name.split("!")[1]] = options


class Components:
    """VBA modules of a workbook."""

    def __init__(self):
        self.sources = {}

    def __call__(self, name):
        if name not in self.sources:
            raise ComError
        return name

    def Remove(self, name):  # noqa: N802 - Excel's name
        del self.sources[name]

    def Import(self, path):  # noqa: N802 - Excel's name
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - a path of Windows' kind
            source = file.read()
        self.sources[re.search(r'VB_Name = "(\w+)"', source)[1]] = source


class Workbook(ComObject):
    """A workbook with one sheet."""

    def __init__(self, name):
        self.Name = self.FullName = name
        self.Application = Application()
        self.VBProject = types.SimpleNamespace(VBComponents=Components())
        self.sheet = Worksheet(self)
        self.Worksheets = Sheets([self.sheet])


class Sheets(ComObject):
    """A workbook's sheets."""

    def __init__(self, sheets):
        self.sheets = sheets
        self.Count = len(sheets)

    def __call__(self, number):
        return self.sheets[number - 1]

    def __iter__(self):
        return iter(self.sheets)


class Worksheet(ComObject):
    """A sheet."""

    Name = "Sheet1"

    def __init__(self, book):
        self.Parent, self.Application = book, book.Application

    def reference(self, rows):
        """A reference to cells that hold these rows, as a formula passes it on."""
        return PyIDispatch(Cells(self, rows))


class Cells(ComObject):
    """A range with values in it."""

    interface = RANGE
    Row = Column = 1

    def __init__(self, sheet, rows):
        self.Worksheet, self.Parent, self.Application = sheet, sheet, sheet.Application
        self._rows = tuple(map(tuple, rows))
        self.Rows, self.Columns = (types.SimpleNamespace(Count=count) for count in (len(rows), len(rows[0])))

    @property
    def Value(self):  # noqa: N802 - Excel's name
        """One value of a single cell, else rows of values: as pywin32 hands them over."""
        return self._rows[0][0] if self.Rows.Count == self.Columns.Count == 1 else self._rows

    def GetAddress(self, *_words):  # noqa: N802 - Excel's name
        return "$A$1"
