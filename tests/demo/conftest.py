"""The demo's files, written once and read back as text, independently of the product's importers."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from opsbook.features.demo import write_inbox

Row = dict[str, str]
Rows = list[list[str]]


def read(path: Path) -> Rows:
    """The cells of a file's only sheet, as text."""
    content = path.read_bytes()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            (member,) = archive.namelist()
            content = archive.read(member)
    if path.suffix in {".xls", ".xlsx"}:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        return [[str(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    text = content.decode("utf-8-sig") if content.startswith(b"\xef\xbb\xbf") else content.decode("gb18030")
    return list(csv.reader(io.StringIO(text)))


@dataclass(frozen=True)
class Inbox:
    """The inbox as rows of text by header; repeated headers keep their first value."""

    folder: Path
    files: tuple[Path, ...]
    raw: dict[str, Rows]  # by file name

    def names(self, start: str) -> list[str]:
        return [name for name in self.raw if name.startswith(start)]

    def rows(self, start: str, header_row: int) -> list[Row]:
        return [row for name in self.names(start) for row in rows_below(self.raw[name], header_row)]

    @cached_property
    def shop(self) -> dict[date, Row]:
        rows = self.rows("【生意参谋平台】店铺整体日报", 7) + self.rows("店铺-整体", 0)
        assert len({row["统计日期"] for row in rows}) == len(rows)
        return {date.fromisoformat(row["统计日期"]): row for row in rows}

    @cached_property
    def leaves(self) -> dict[date, list[Row]]:
        return {
            date.fromisoformat(name[-14:-4]): [row for row in tree if is_leaf(row, tree)]
            for name in self.names("【生意参谋平台】无线店铺流量来源")
            for tree in [rows_below(self.raw[name], 5)]
        }

    @cached_property
    def items(self) -> dict[date, list[Row]]:
        days: dict[date, list[Row]] = {}
        for row in self.rows("【生意参谋平台】商品_全部", 4):
            days.setdefault(date.fromisoformat(row["统计日期"]), []).append(row)
        return days

    def ads(self, start: str) -> list[Row]:
        return [row for row in self.rows(start, 0) if row["日期"] != "总计"]


def rows_below(rows: Rows, header_row: int) -> list[Row]:
    header = rows[header_row]
    return [dict(reversed(list(zip(header, row, strict=True)))) for row in rows[header_row + 1 :]]


def is_leaf(row: Row, tree: list[Row]) -> bool:
    """Whether no other row goes further down the same path."""
    path = [name for name in _path(row) if name != "汇总"]
    return not any(
        other is not row and _path(other)[: len(path)] == path and _path(other) != _path(row) for other in tree
    )


def _path(row: Row) -> list[str]:
    return [row["一级来源"], row["二级来源"], row["三级来源"]]


@pytest.fixture(scope="session")
def inbox(tmp_path_factory) -> Inbox:
    folder = tmp_path_factory.mktemp("inbox")
    files = write_inbox(folder)
    return Inbox(folder, files, {file.name: read(file) for file in files})
