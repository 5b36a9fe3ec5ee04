"""Rows cut out of a sheet's text, and put back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.ooxml.addresses import Area
from opsbook.ooxml.sheet.sheet_xml import SheetXml

ROWS = (
    '<row r="{n}"><c r="B{n}"><v>{n}</v></c></row>',
    '<row r="{n}" spans="2:2" ht="20" customHeight="1"><c r="B{n}" s="1"><v>{n}</v></c></row>',
    '<row r="{n}" hidden="1"/>',
    '<row r="{n}"></row>',
    '\n  <row r="{n}">\n<c r="B{n}"><v>{n}</v></c>\n</row>',
    "<!-- between --><row r='{n}'><c r='B{n}'><v>{n}</v></c></row>",
    "<row><c><v>{n}</v></c></row>",
)  # fmt: skip
DRAWN = st.lists(st.sampled_from(ROWS), max_size=8)


def a_sheet(rows):
    inner = "".join(row.format(n=number) for number, row in enumerate(rows, 1))
    text = f'<worksheet><dimension ref="A1:C9"/><sheetData>{inner}</sheetData><pageMargins/></worksheet>'
    return SheetXml(text, "S", "book.xlsx", "sheet1.xml", lambda: ())


def rows_of(sheet):
    """The rows of a sheet as a reader of XML would see them: attributes and cells, comments and blanks between left out."""
    found = re.findall(r"<row\b([^>]*?)(?:/>|>(.*?)</row>)", sheet.xml(), re.DOTALL)
    return [(attributes.strip(), inner.strip()) for attributes, inner in found]


@given(DRAWN)
def test_every_row_is_found(rows):
    """Comments and blanks between rows hide none."""
    assert list(a_sheet(rows).rows) == list(range(1, len(rows) + 1))


@given(DRAWN)
def test_an_unchanged_sheet_is_its_text(rows):
    """Reading changes nothing."""
    sheet = a_sheet(rows)
    sheet.values(Area(1, 1, 9, 3))
    assert sheet.xml() == sheet.text


@given(DRAWN, st.data())
def test_only_the_changed_rows_are_written_anew(rows, data):
    """Whatever stands around a changed row is there afterwards, in order, as it was."""
    sheet, number = a_sheet(rows), data.draw(st.integers(1, 10))
    kept = {at: (row.attributes.strip(), row.inner.strip()) for at, row in sheet.rows.items() if at != number}
    sheet.put(number, 5, f'<c r="E{number}"><v>7</v></c>')
    again = SheetXml(sheet.xml(), "S", "book.xlsx", "sheet1.xml", lambda: ())
    assert list(again.rows) == sorted({*kept, number})
    assert {at: (row.attributes.strip(), row.inner.strip()) for at, row in again.rows.items() if at != number} == kept
    assert again.value(number, 5) == 7
    assert len(rows_of(again)) == len(again.rows)


@given(DRAWN.filter(bool), st.data())
def test_a_row_put_between_others_finds_its_place(rows, data):
    """New rows stand by their numbers, whatever was there before; a height goes with the row it was copied from."""
    sheet, model = a_sheet(rows), data.draw(st.integers(1, len(rows)))
    sheet.put_row(len(rows) + 3, {2: f'<c r="B{len(rows) + 3}"><v>1</v></c>'}, model)
    sheet.put_row(len(rows) + 2, {2: f'<c r="B{len(rows) + 2}"><v>2</v></c>'}, model)
    again = SheetXml(sheet.xml(), "S", "book.xlsx", "sheet1.xml", lambda: ())
    assert list(again.rows)[-2:] == [len(rows) + 2, len(rows) + 3]
    assert [again.value(len(rows) + more, 2) for more in (2, 3)] == [2, 1]


def test_rows_out_of_order_are_brought_into_order():
    """A program may write rows in any order; what is written again stands in order."""
    text = '<worksheet><sheetData><row r="3"><c r="A3"/></row><row r="1"/><row r="2"/></sheetData></worksheet>'
    sheet = SheetXml(text, "S", "book.xlsx", "sheet1.xml", lambda: ())
    sheet.put(2, 1, '<c r="A2"><v>5</v></c>')
    assert re.findall(r'<row r="(\d)"', sheet.xml()) == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("inner", "rows"),
    [('<row r="1"><c r="A1"/>', [1]), ("junk", []), ("", []), ('<x/><row r="2"/><row r="3"/>', [2, 3]), ("</row>", [])],
    ids=["never closed", "no rows", "empty", "an element first", "closed only"],
)
def test_what_is_no_row_is_passed_over(inner, rows):
    """Damage between rows hides what stands in it and nothing else."""
    text = f"<worksheet><sheetData>{inner}</sheetData></worksheet>"
    assert list(SheetXml(text, "S", "book.xlsx", "sheet1.xml", lambda: ()).rows) == rows


CELLS = {2: '<c r="B{n}"><v>1</v></c>', 4: '<c r="D{n}"><v>2</v></c>'}


@pytest.mark.parametrize(
    ("before", "number", "columns", "after"),
    [
        pytest.param("C3:C4", 6, (2, 4), "B3:D6", id="left, right and below"),
        pytest.param("C3:C4", 1, (2,), "B1:C4", id="above"),
        pytest.param("A1:Z99", 6, (2, 4), "A1:Z99", id="within"),
        pytest.param("B3:B3", 3, (4,), "B3:D3", id="a row that is there"),
    ],
)
def test_the_dimension_of_a_sheet_reaches_what_was_written(before, number, columns, after):
    """Programs read no further than a sheet says it reaches."""
    text = f'<worksheet><dimension ref="{before}"/><sheetData><row r="3"/></sheetData></worksheet>'
    sheet = SheetXml(text, "S", "book.xlsx", "sheet1.xml", lambda: ())
    sheet.put_row(number, {column: CELLS[column].format(n=number) for column in columns}, 3)
    assert f'<dimension ref="{after}"/>' in sheet.xml()
    again = SheetXml(sheet.xml(), "S", "book.xlsx", "sheet1.xml", lambda: ())
    assert [again.value(number, column) for column in columns] == [{2: 1, 4: 2}[column] for column in columns]


@pytest.mark.parametrize("head", ["", '<dimension ref="?"/>', "<dimension other='1'/>"])
def test_a_sheet_without_a_readable_dimension_gets_none(head):
    """It may be left out, and then it stays out."""
    text = f"<worksheet>{head}<sheetData></sheetData></worksheet>"
    sheet = SheetXml(text, "S", "book.xlsx", "sheet1.xml", lambda: ())
    sheet.put(2, 2, '<c r="B2"><v>1</v></c>')
    assert sheet.xml().startswith(f"<worksheet>{head}<sheetData>")


def test_a_new_row_is_as_high_as_its_model():
    """Only a height that the model has, and only in a row that has none of its own."""
    high = '<row r="1" ht="20" customHeight="1"/><row r="2" ht="30"/><row r="3"/>'
    text = f"<worksheet><sheetData>{high}</sheetData></worksheet>"
    sheet = SheetXml(text, "S", "book.xlsx", "sheet1.xml", lambda: ())
    for number, model in ((2, 1), (4, 1), (5, 2), (6, 3), (7, 99)):
        sheet.put_row(number, {2: CELLS[2].format(n=number)}, model)
    heights = [re.findall(r'(ht|customHeight)="(\d+)"', attributes) for attributes, _ in rows_of(sheet)]
    one, two = [("ht", "20"), ("customHeight", "1")], [("ht", "30")]
    assert heights == [one, two, [], one, two, [], []]
