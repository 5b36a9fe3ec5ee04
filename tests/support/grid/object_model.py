"""The few names of Excel's object model that the product calls through `api`, over LibreOffice."""

# ruff: noqa: N802 - the names are Excel's

import datetime as dt
from types import SimpleNamespace

EPOCH = dt.datetime(1899, 12, 30)
FOLDER_PICKER = 4


class AppApi:
    """`Application`: dialogs answer what a test put into `answers`, in order, and are recorded in `asked`."""

    def __init__(self):
        self.AutoCorrect = SimpleNamespace(AutoFillFormulasInLists=True)
        self.answers, self.asked = [], []

    def GetOpenFilename(self, **given):
        return self._ask("files", given)

    def InputBox(self, **given):
        return self._ask("text", given)

    def FileDialog(self, kind):
        assert kind == FOLDER_PICKER
        return FolderDialog(self)

    def _ask(self, what, given):
        self.asked.append((what, given))
        return self.answers.pop(0)


class FolderDialog:
    """`FileDialog`: a folder, or nothing when it was closed."""

    def __init__(self, app):
        self._app, self.Title, self.InitialFileName, self._chosen = app, "", "", False

    def Show(self):
        self._chosen = self._app._ask("folder", {"Title": self.Title, "InitialFileName": self.InitialFileName})
        return -1 if self._chosen else 0

    def SelectedItems(self, number):
        assert number == 1
        return self._chosen


class BookApi:
    """`Workbook`."""

    Date1904 = ReadOnly = False

    def __init__(self, book):
        self._book = book

    @property
    def ProtectStructure(self):
        return self._book.office.structure_protected(self._book.doc)

    def SaveCopyAs(self, path):
        self._book.office.save(self._book.doc, path)


class SheetApi:
    """`Worksheet`: protection only."""

    def __init__(self, book, name):
        self._office, self._doc, self._name, self._passwords = book.office, book.doc, name, book.passwords
        self.Protection = SimpleNamespace(**dict.fromkeys(PROTECTION, False))
        self.ProtectDrawingObjects = self.ProtectScenarios = True

    @property
    def _password(self):
        return self._passwords.get(self._name, "")

    @property
    def ProtectContents(self):
        return self._office.protected(self._doc, self._name)

    def Unprotect(self, *, Password):  # noqa: N803 - Excel's name
        if self._password != Password:
            message = "The password you supplied is not correct."
            raise PermissionError(message)
        self._office.protect(self._doc, self._name, on=False)

    def Protect(self, *, Password="", **allowed):  # noqa: N803 - Excel's name
        self._passwords[self._name] = Password
        assert set(allowed) <= {"DrawingObjects", "Contents", "Scenarios", *PROTECTION}
        self._office.protect(self._doc, self._name, on=True)


PROTECTION = (
    *("AllowFormattingCells", "AllowFormattingColumns", "AllowFormattingRows"),
    *("AllowInsertingColumns", "AllowInsertingRows", "AllowInsertingHyperlinks"),
    *("AllowDeletingColumns", "AllowDeletingRows", "AllowSorting", "AllowFiltering", "AllowUsingPivotTables"),
)


class RangeApi:
    """`Range`: values without any dates in them."""

    def __init__(self, cells):
        self._cells = cells

    @property
    def Value2(self):
        rows, _ = self._cells.read()
        shown = tuple(tuple(ERROR_CODES.get(one[0]) if isinstance(one, tuple) else one for one in row) for row in rows)
        return shown[0][0] if len(self._cells) == 1 else shown

    @property
    def EntireRow(self):
        return RowsApi(self._cells)


class RowsApi:
    """`Range.EntireRow`: rows that leave an outline and come into sight."""

    OutlineLevel = None

    def __init__(self, cells):
        self._cells = cells

    @property
    def Hidden(self):
        raise NotImplementedError

    @Hidden.setter
    def Hidden(self, hidden):
        assert (self.OutlineLevel, hidden) == (1, False)
        self._cells.show_rows()


# How Excel's object model gives error values (xlCVError).
ERROR_CODES = {
    "#NULL!": -2146826288, "#DIV/0!": -2146826281, "#VALUE!": -2146826273, "#REF!": -2146826265,
    "#NAME?": -2146826259, "#NUM!": -2146826252, "#N/A": -2146826246,
}  # fmt: skip
