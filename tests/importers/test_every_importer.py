"""Laws of every importer, on every sample export: one claims it, and how a file is laid out does not matter."""

from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.golden import cases, sample
from opsbook.exports.reading.readers import read_file
from opsbook.exports.recognise.identify import header_row
from opsbook.model.issues import Level
from opsbook.model.records.export import Repeat
from support.house import IMPORTER, IMPORTERS, TABLE
from support.house import read_sheet as parse

LAYOUTS = settings(max_examples=12)
EVERY = pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.name}")


@lru_cache(maxsize=256)
def _sheets(case):
    """The sheets of a sample, without the time of the file."""
    return tuple(replace(sheet, exported=None) for sheet in read_file(sample(case))[0])


def _clean(case):
    """Sheets that are imported without any problem and whose columns come once: orders have laws of their own."""
    for sheet in _sheets(case):
        parsed = parse(sheet)
        importer = IMPORTER.get(parsed.kind)
        if importer and not importer.orders and any(facts.rows for facts in parsed.facts):
            codes = {
                issue.code
                for issue in parsed.issues
                if issue.level is not Level.INFO or issue.code == "repeated-columns"
            }
            if not codes:
                yield sheet, importer


def _facts(parsed):
    """What a sheet says, by key, wherever its rows stand."""
    return {
        (facts.table, *(row.values[name] for name in TABLE[facts.table].key)): dict(row.values)
        for facts in parsed.facts
        for row in facts.rows
    }


def _parts(sheet, importer):
    """Notes, header and data rows of a sheet."""
    at = header_row(importer, sheet)
    below = at + 1 + importer.grouped
    return sheet.rows[:at], sheet.rows[at:below], sheet.rows[below:]


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda one: one.id)
def test_no_header_is_a_figure(importer):
    """A cell of figures and signs is never looked at as a header."""
    wanted = [name for source in importer.columns for name in source.headers]
    for name in (*wanted, *importer.marks, *importer.never):
        assert any(sign.isalpha() for sign in name)


@EVERY
def test_one_importer_claims_a_sheet(case):
    """No sheet of any sample is claimed by two importers, and what is claimed is what was reviewed."""
    for sheet in _sheets(case):
        claims = [importer.id for importer in IMPORTERS if header_row(importer, sheet) is not None]
        assert claims == [kind for kind in [parse(sheet).kind] if kind]


def test_every_importer_has_a_sample():
    """Each export of the registry is shown by a sample that is read as that export."""
    shown = {parse(sheet).kind for case in cases() for sheet in _sheets(case)}
    assert shown - {""} == set(IMPORTER)


def test_the_laws_below_hold_for_every_importer():
    """Each export that is stored row by row has a sample without problems, so that no law is tested on nothing."""
    tried = {importer.id for case in cases() for _, importer in _clean(case)}
    assert tried == {importer.id for importer in IMPORTERS if importer.stores and not importer.orders}


@EVERY
@LAYOUTS
@given(data=st.data())
def test_how_a_sheet_is_laid_out_does_not_matter(case, data):
    """Columns in another order, notes above the header and blank rows between give the same facts."""
    for sheet, importer in _clean(case):
        notes, header, rows = _parts(sheet, importer)
        width = max(map(len, (*header, *rows)))
        order = list(range(width)) if importer.grouped else data.draw(st.permutations(range(width)))
        moved = [tuple((*row, *[""] * width)[at] for at in order) for row in (*header, *rows)]
        for at in data.draw(st.lists(st.integers(len(header), len(moved)), max_size=3)):
            moved.insert(at, ("", " ", "\t"))
        above = [("说明：仅供参考",)] * data.draw(st.integers(0, 8))
        assert _facts(parse(replace(sheet, rows=(*above, *notes, *moved)))) == _facts(parse(sheet))


@EVERY
def test_rows_pasted_twice_count_once(case):
    """The whole table below itself gives the same facts; only where rows are parts of a plan they are added."""
    for sheet, importer in _clean(case):
        if importer.repeat is Repeat.PARTS:
            continue
        notes, header, rows = _parts(sheet, importer)
        twice = replace(sheet, rows=(*notes, *header, *rows, *header, *rows))
        assert _facts(parse(twice)) == _facts(parse(sheet))


@EVERY
def test_overlapping_files_agree_in_either_order(case):
    """Two files that share a day say together what one file says, whichever comes first."""
    for sheet, importer in _clean(case):
        if importer.repeat is not Repeat.ONE or importer.tree:
            continue  # the rows of one day belong into one file
        notes, header, rows = _parts(sheet, importer)
        cut = len(rows) // 2
        halves = [
            _facts(parse(replace(sheet, rows=(*notes, *header, *part)))) for part in (rows[: cut + 1], rows[cut:])
        ]
        assert {**halves[0], **halves[1]} == {**halves[1], **halves[0]} == _facts(parse(sheet))
