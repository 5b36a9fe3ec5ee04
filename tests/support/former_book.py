"""Workbooks and their folders as version 0.2.0 left them: no id inside, a folder that bears the file's name."""

import shutil
import sqlite3
from contextlib import closing

from opsbook.hosts.files.claims import ID, RUN
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.history.schema import PAST
from support.own_folder import own_folder


def aged(book):
    """Turn a workbook and its folder into what version 0.2.0 left behind; returns the folder."""
    own, former = own_folder(book), book.parent / ".opsbook" / book.stem
    former.mkdir()
    with closing(sqlite3.connect(own / "history.sqlite")) as base:
        rows = base.execute("select name, key, day, cells from past").fetchall()
    with closing(sqlite3.connect(former / "history.sqlite")) as base, base:
        base.executescript(f"{PAST} pragma user_version = 1;")
        base.executemany("insert into past values (?, ?, ?, ?)", rows)
    (own / "backups").rename(former / "backups")
    shutil.rmtree(own)
    without_id(book)
    return former


def without_id(book):
    """Take the id and the run out of a workbook."""
    host = FilesHost(book)
    for name in (ID, RUN):
        host.write_property(name, "")
    book.write_bytes(host.book.to_bytes())
