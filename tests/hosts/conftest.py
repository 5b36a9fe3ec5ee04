"""Every host behind the same fixture."""

import pytest

from opsbook.hosts.excel.host import ExcelHost
from opsbook.hosts.files.host import FilesHost
from support.ooxml import assert_valid
from support.small_book import memory_host, print_book


class MemoryShelf:
    """A book in memory; closing and opening it changes nothing."""

    uncalculated = None

    def __init__(self):
        self.host = memory_host()

    def reopened(self):
        self.host.save()
        return self.host


class FilesShelf:
    """A book on disk."""

    uncalculated = None

    def __init__(self, folder):
        self.path = print_book(folder / "book.xlsx")
        self.host = FilesHost(self.path)

    def reopened(self):
        self.host.save()
        assert_valid(self.path)
        return FilesHost(self.path)


class ExcelShelf:
    """A book that is open; LibreOffice stands in for Excel. It is looked at anew, not opened again."""

    uncalculated = ""  # what the formula of an empty row says once it is calculated

    def __init__(self, app, folder):
        self.book = app.books.open(print_book(folder / "book.xlsx"))
        self.book.impl.on_disk = False  # LibreOffice's own saving is slow, and not what is asked here
        self.host = ExcelHost(self.book)

    def reopened(self):
        self.host.save()
        return ExcelHost(self.book)


@pytest.fixture(params=["memory", "files", pytest.param("excel", marks=pytest.mark.libreoffice)])
def shelf(request, tmp_path):
    if request.param != "excel":
        yield MemoryShelf() if request.param == "memory" else FilesShelf(tmp_path)
        return
    live = ExcelShelf(request.getfixturevalue("excel"), tmp_path)
    yield live
    live.book.close()


@pytest.fixture(params=["memory", "files"])
def stored_shelf(request, tmp_path):
    """Hosts that keep what formulas show."""
    return MemoryShelf() if request.param == "memory" else FilesShelf(tmp_path)


@pytest.fixture
def book(tmp_path):
    return print_book(tmp_path / "book.xlsx")
