"""A filter left on: totals above the table, and what `check` says of it."""

import re
import zipfile

import pytest

from opsbook.engine.checks.checking import check
from opsbook.hosts.files.host import FilesHost
from support import inbox
from support.facts import day_number
from support.house import open_book
from support.packages import parts, write

DAYS = {"2026-03-17": {"访客数": 10, "支付金额": 100}, "2026-03-18": {"访客数": 20, "支付金额": 200}}
LAST_YEAR = 365  # rows of 2025 come first
HIDDEN = "2026-03-18"


def _hide(book, row):
    """Put one row of Daily out of sight, as a filter does."""
    with zipfile.ZipFile(book) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = next(
        name for name, text in parts.items() if name.startswith("xl/worksheets/") and b"SUBTOTAL(109,ShopDay" in text
    )
    text = parts[sheet].decode()
    parts[sheet] = re.sub(rf'<row r="{row}"', f'<row r="{row}" hidden="1"', text, count=1).encode()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)


@pytest.fixture
def filtered(book, tmp_path, run):
    """A book with two days of sales, the second out of sight, refreshed since."""
    assert run("import", book, inbox.shop(tmp_path / "in", DAYS)).code == 0
    body = open_book(FilesHost(book)).host.read_table("ShopDay")
    at = LAST_YEAR + 31 + 28 + 17
    _hide(book, body.first_row + at)
    assert run("refresh", book).code == 0
    return book


def test_a_filtered_total_leaves_hidden_rows_out(filtered):
    """What the total shows after a refresh is what Excel shows: visible rows only."""
    workbook = open_book(FilesHost(filtered))
    assert (workbook.setting("filtered_gmv"), workbook.setting("filtered_visitors")) == (100, 10)


def test_check_names_a_filter_left_on(filtered):
    """Rows out of sight are an issue that names their sheet and how many they are."""
    issues = [issue for issue in check(open_book(FilesHost(filtered))) if issue.code == "rows-hidden"]
    assert [(issue.where.sheet, issue.seen["rows"]) for issue in issues] == [("日报", 1)]


def test_a_row_of_two_tables_is_counted_once(book):
    """Tables that stand side by side share their rows: one issue for the sheet."""
    workbook = open_book(FilesHost(book))
    sighting = {"date": day_number(HIDDEN), "shop": "甲店", "item_id": "601"}
    workbook.upsert("PeerLog", [{**sighting, "price": 9.0}])
    workbook.upsert("PeerEvents", [{**sighting, "kind": "上新"}])
    workbook.host.save()
    everything = parts(book)
    table = next(name for name, text in everything.items() if b'displayName="PeerLog"' in text).rsplit("/")[-1].encode()
    links = next(name for name, text in everything.items() if name.endswith(".rels") and table in text)
    sheet = links.replace("_rels/", "").removesuffix(".rels")
    write(book, everything | {sheet: everything[sheet].replace(b'<row r="5"', b'<row r="5" hidden="1"', 1)})
    issues = [issue for issue in check(open_book(FilesHost(book))) if issue.code == "rows-hidden"]
    assert [(issue.where.sheet, issue.seen["rows"]) for issue in issues] == [("竞品日志", 1)]


@pytest.mark.libreoffice
def test_libreoffice_agrees_on_a_filtered_book(filtered, recalc):
    """Every cached value of a book with a filter left on is what LibreOffice calculates."""
    assert recalc(filtered)["changed"] == []
