"""Writes the kinds of files sellers download, byte for byte the same every time."""

import csv
import io
import os
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

Cell = str | int | float
Rows = Sequence[Sequence[Cell]]

_HOUR, _MINUTE = 9, 5  # the morning after, when the operator downloads


@dataclass(frozen=True, slots=True)
class Export:
    """One file of the inbox: its name, its bytes and the last day it tells of."""

    name: str
    content: bytes
    last_day: date

    def write(self, folder: Path) -> Path:
        """Write the file, dated the morning after its last day, so that no row looks like a partial day."""
        path = folder / self.name
        path.write_bytes(self.content)
        moment = time.mktime((*_morning_after(self.last_day), 0, 0, 0, -1))
        os.utime(path, (moment, moment))
        return path


def xls(sheet: str, rows: Rows) -> bytes:
    """The bytes of an .xls file of one sheet; text stays text."""
    import xlwt  # noqa: PLC0415 - only the demo pays for it

    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet(sheet)
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            page.write(r, c, cell)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xlsx(sheet: str, rows: Rows) -> bytes:
    """The bytes of an .xlsx file of one sheet; numbers are numbers, text stays text."""
    import xlsxwriter  # noqa: PLC0415 - only the demo and the templates pay for it

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2025, 1, 1, tzinfo=UTC)})  # else the clock gets into the file
        page = book.add_worksheet(sheet)
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                page.write_string(r, c, cell) if isinstance(cell, str) else page.write_number(r, c, cell)
    return stream.getvalue()


def csv_text(rows: Rows, encoding: str) -> bytes:
    """The bytes of a .csv file with Windows line ends."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue().encode(encoding)


def zipped(members: dict[str, bytes], day: date) -> bytes:
    """The bytes of a zip archive whose members carry the morning after a day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (*_morning_after(day), 0))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0  # 0: the same on every machine
            archive.writestr(info, content)
    return stream.getvalue()


def stamp(last_day: date) -> str:
    """When a report was downloaded, as ad reports put it into their names."""
    year, month, day, hour, minute = _morning_after(last_day)
    return f"{year}{month:02}{day:02}_{hour:02}{minute:02}30"


def _morning_after(day: date) -> tuple[int, int, int, int, int]:
    after = day + timedelta(1)
    return after.year, after.month, after.day, _HOUR, _MINUTE
