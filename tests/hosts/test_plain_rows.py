"""Rows of a sheet read in one pass, beside the same rows read cell by cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.ooxml.addresses import column_letters
from opsbook.ooxml.sheet.cell import read_cell, read_cells, value_of
from opsbook.ooxml.sheet.row import Between, RowXml, Texts

SHARED = ("one", "", "三")
CELLS = (
    '<c r="{at}" s="4"/>',
    '<c r="{at}"/>',
    '<c r="{at}" s="4" t="str"/>',
    '<c r="{at}"><v>12.5</v></c>',
    '<c r="{at}" s="7"><v></v></c>',
    '<c r="{at}" s="7"><f>A1*2</f><v>-3E-05</v></c>',
    '<c r="{at}" t="str"><f>"a"&amp;"b"</f><v>a&amp;b</v></c>',
    '<c r="{at}" t="str"><f>IF(1,"","")</f><v></v></c>',
    '<c r="{at}" t="str"><f>x</f></c>',
    '<c r="{at}" t="str"><v></v></c>',
    '<c r="{at}" t="s"><v>0</v></c>',
    '<c r="{at}" t="s"><v>1</v></c>',
    '<c r="{at}" t="s"><f>x</f><v>1</v></c>',
    '<c r="{at}" t="b"><v>1</v></c>',
    '<c r="{at}" t="e"><f>NA()</f><v>#N/A</v></c>',
    '<c r="{at}" t="d"><v>2026-11-12T00:00:00</v></c>',
    '<c r="{at}" t="inlineStr"><is><t xml:space="preserve"> a_x000D_ </t></is></c>',
    '<c r="{at}" s="2" t="inlineStr"><is><t></t></is></c>',
    '<c r="{at}" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
    '<c r="{at}" s="7"><f t="shared" si="0"/><v>4</v></c>',
    '<c r="{at}" s="7"><f t="array" ref="B1:B2">C1</f><v>4</v></c>',
    '<c r="{at}" cm="1"><f>x</f><v>4</v></c>',
    '<c s="4" r="{at}"><v>9</v></c>',
    '<c r="{at}"><v>8</v><extLst/></c>',
    "<c><v>7</v></c>",
    " ",
)  # fmt: skip
ROWS = st.lists(st.tuples(st.integers(1, 9), st.sampled_from(CELLS)), max_size=9)


def as_row(cells, *, sort=True):
    once = dict(cells).items()  # no column twice, or it were no row
    placed = sorted(once) if sort else once
    return "".join(xml.format(at=f"{column_letters(column)}7") for column, xml in placed)


def cell_by_cell(inner):
    cells = read_cells(inner)
    raws = [cells.get(column, "/>") for column in range(1, 12)]
    return tuple(None if raw.endswith("/>") else value_of(raw, lambda: SHARED) for raw in raws)


@given(ROWS, st.booleans())
def test_a_row_read_in_one_pass_tells_what_its_cells_tell(cells, sort):
    """Whatever stands in a row, both ways of reading it show the same values, types included."""
    inner = as_row(cells, sort=sort)
    values, expected = RowXml(' r="7"', inner).values(1, 11, Texts(lambda: SHARED)), cell_by_cell(inner)
    assert (values, [*map(type, values)]) == (expected, [*map(type, expected)])


@given(ROWS)
def test_formulas_of_a_row_are_those_of_its_cells(cells):
    """A formula of its own is told as stored; a cell without one, or with a shared one, tells none."""
    inner = as_row(cells)
    pieces = {column: read_cell(raw) for column, raw in read_cells(inner).items()}
    own = {
        column: cell.formula for column, cell in pieces.items() if cell.formula and not cell.formula_attributes.strip()
    }
    found = RowXml(' r="7"', inner).formulas(1, 11, Texts(lambda: SHARED))
    assert {column: one for column, one in enumerate(found, 1) if one} == own


@given(ROWS)
def test_a_row_with_nothing_but_formulas_is_free(cells):
    """A row counts as typed into when a cell without a formula shows something."""
    inner = as_row(cells)
    raws = {column: raw for column, raw in read_cells(inner).items() if not raw.endswith("/>")}
    typed = [
        column
        for column, raw in raws.items()
        if not read_cell(raw).has_formula and value_of(raw, lambda: SHARED) is not None
    ]
    assert RowXml(' r="7"', inner).holds_typed(1, 11, Texts(lambda: SHARED)) == bool(typed)


def test_a_changed_row_shows_what_was_put():
    """Once a cell is changed, its row is read cell by cell and written anew."""
    row, texts = RowXml(' r="7"', '<c r="B7"><v>1</v></c><c r="C7"><v>2</v></c>'), Texts(lambda: SHARED)
    assert row.values(1, 3, texts) == (None, 1.0, 2.0)
    row.touch()[3] = '<c r="C7"><v>5</v></c>'
    assert (row.values(1, 3, texts), row.xml(7)) == (
        (None, 1.0, 5.0),
        '<row r="7"><c r="B7"><v>1</v></c><c r="C7"><v>5</v></c></row>',
    )


@pytest.mark.parametrize(
    "inner",
    ['<c r="B7"><v>x</v></c>', '<c r="B7" t="s"><v>9</v></c>', '<c r="B7" t="str"><f>x</f><v>\xff</v></c>'],
    ids=["no number", "no such text", "no UTF-8"],
)
def test_a_damaged_cell_is_told(inner):
    """A cell that cannot be read is damage, not a blank."""
    with pytest.raises((ValueError, IndexError)):
        RowXml(' r="7"', inner).values(1, 3, Texts(lambda: SHARED))


def shown(row):
    """Cells of a row as written, by column; the address is that of the place."""
    inner = row.xml(7).partition(">")[2].removesuffix("</row>") if "</row>" in row.xml(7) else ""
    return {
        column: value_of(raw, lambda: SHARED) if not raw.endswith("/>") else None
        for column, raw in read_cells(inner).items()
    }


@given(ROWS, st.integers(1, 9), st.integers(0, 3), st.booleans())
def test_cells_of_some_columns_are_replaced_and_no_others(cells, left, more, touched):
    """Whatever stands in a row: the new cells stand in their columns, all others are as they were."""
    right, texts = left + more, Texts(lambda: SHARED)
    row, before = RowXml(' r="7" spans="1:9"', as_row(cells)), RowXml(' r="7"', as_row(cells))
    if touched:
        row.touch()
    new = f'<c r="{column_letters(right)}7" s="3"><v>41</v></c>'
    row.put_between(7, left, right, Between(new), texts)
    kept = {column: value for column, value in shown(before).items() if not left <= column <= right}
    assert shown(row) == {**kept, right: 41}
    assert row.values(right, right, texts) == (41,)


@given(ROWS, st.integers(1, 9), st.integers(0, 3))
def test_cells_between_two_columns_are_cut_out_whole(cells, left, more):
    """What is cut out of a row tells what the row's own cells tell; a row that is not plain says so."""
    right, texts = left + more, Texts(lambda: SHARED)
    row = RowXml(' r="7"', as_row(cells))
    found = row.between(7, left, right, texts)
    if found is not None:
        expected = {column: raw for column, raw in read_cells(row.inner).items() if left <= column <= right}
        assert read_cells(found.text) == expected
        assert row.calculating(1, 11, texts) == ["<f" in row.cells.get(column, "") for column in range(1, 12)]
