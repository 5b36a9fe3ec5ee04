"""A workbook's own folder, as tests look into it."""

from opsbook.hosts.files.claims import ID, RUN, property_in
from opsbook.hosts.files.home import Home
from opsbook.hosts.history.file import HistoryFile
from opsbook.hosts.history.run import PastRow


def home_of(book):
    """Where a workbook's folder is, or will be."""
    return Home(book.resolve(), property_in(book, ID), property_in(book, RUN))


def own_folder(book):
    """The folder of a workbook; None where none is its own yet."""
    return home_of(book).to_read()


def history_of(book):
    """The history of a workbook."""
    return HistoryFile(home_of(book))


def archive_rows(book, table, rows):
    """Put rows into the history of a workbook, of no run."""
    history_of(book).write({table: {key: PastRow(row) for key, row in rows.items()}}, {}, "")
