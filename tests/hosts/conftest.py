"""Every host behind the same fixture."""

import pytest

from opsbook.hosts.files import FilesHost
from support.ooxml import assert_valid
from support.small_book import memory_host, print_book


class MemoryShelf:
    """A book in memory; closing and opening it changes nothing."""

    def __init__(self):
        self.host = memory_host()

    def reopened(self):
        self.host.save()
        return self.host


class FilesShelf:
    """A book on disk."""

    def __init__(self, folder):
        self.path = print_book(folder / "book.xlsx")
        self.host = FilesHost(self.path)

    def reopened(self):
        self.host.save()
        assert_valid(self.path)
        return FilesHost(self.path)


@pytest.fixture(params=["memory", "files"])
def shelf(request, tmp_path):
    return MemoryShelf() if request.param == "memory" else FilesShelf(tmp_path)


@pytest.fixture
def book(tmp_path):
    return print_book(tmp_path / "book.xlsx")
