"""Laws of every known report in a workbook: order, copies and overlaps of files do not matter."""

import os
import shutil
from functools import lru_cache

import pytest

from exports.golden import LONG_AFTER, cases, sample
from exports.writers import csv
from opsbook.engine.imports.inbox import import_inbox
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.reading.readers import read_file
from opsbook.exports.recognise.match_header import HeaderMatch
from opsbook.model.records.export import Repeat
from support.facts import NOW, facts
from support.house import IMPORTERS
from support.house import claimed as identify
from support.house import read_sheet as parse

STORED = [importer for importer in IMPORTERS if importer.stores]
EVERY = pytest.mark.parametrize("importer", STORED, ids=lambda importer: importer.id)


@lru_cache(maxsize=1)
def _samples():
    """By report, the sheet of its samples that tells most, and what its header means."""
    found = {}
    for sheet in (sheet for case in cases() for sheet in read_file(sample(case))[0]):
        matched = identify(sheet)
        if isinstance(matched, HeaderMatch):
            parsed = parse(sheet)
            # Of two rows that contradict each other a file of one of them says more than a file of both.
            contradicts = any(issue.code.endswith("-share-key") for issue in parsed.issues)
            rows = 0 if contradicts else sum(len(one.rows) for one in parsed.facts)
            found.setdefault(matched.importer.id, []).append((rows, sheet.file, sheet, matched))
    return {name: max(sheets, key=lambda one: one[:2])[2:] for name, sheets in found.items()}


def _halves(sheet, matched):
    """Rows of two files that overlap: by whole days where the rows of a day belong together."""
    head, below = sheet.rows[: matched.row + 1], [row for row in sheet.rows[matched.row + 1 :] if any(map(clean, row))]
    together = matched.importer.repeat is not Repeat.ONE or matched.importer.tree or matched.importer.orders
    at = matched.columns["date"][0] if "date" in matched.columns else None
    days = [clean(row[at])[:10] if at is not None and at < len(row) else "" for row in below]
    known = list(dict.fromkeys(days))
    if not together:
        cut = len(below) // 2
        return [(*head, *below[: cut + 1]), (*head, *below[cut:])]
    cut = len(known) // 2
    kept = ({*known[: cut + 1]}, {*known[cut:]})
    return [(*head, *(row for row, day in zip(below, days, strict=True) if day in part)) for part in kept]


def _file(folder, sheet, rows):
    folder.mkdir()
    path = folder / f"{sheet.file.split('/')[-1].rsplit('.', 1)[0]}.csv"
    path.write_bytes(csv([list(row) for row in rows]))
    os.utime(path, (LONG_AFTER, LONG_AFTER))
    return path


def _book(memory_book, sheet, table, *runs):
    """The facts of a new book of the sheet's shop after some runs of files."""
    workbook = memory_book()
    if shop := parse(sheet).shop:
        workbook.host.write_name("shop", shop)
    for paths in runs:
        import_inbox(workbook, paths, NOW, again=True)
    return facts(workbook, "ShopDay", table)


@EVERY
def test_copies_overlaps_and_their_order_do_not_matter(importer, memory_book, tmp_path):
    """The whole file, again, beside a copy, or as two overlapping files in either order: the book holds the same."""
    sheet, matched = _samples()[importer.id]
    whole = _file(tmp_path / "whole", sheet, sheet.rows)
    first, second = (
        _file(tmp_path / name, sheet, rows) for name, rows in zip("ab", _halves(sheet, matched), strict=True)
    )
    copy = shutil.copy2(whole, tmp_path / f"copy {whole.name}")
    empty, once, again = (
        _book(memory_book, sheet, importer.table.name, *runs) for runs in ((), ([whole],), ([whole, copy], [whole]))
    )
    assert empty != once == again
    if not importer.orders:  # the edges of a list of orders are partial days
        assert _book(memory_book, sheet, importer.table.name, [second], [first]) == once
