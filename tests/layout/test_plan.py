"""What the plan of the workbook promises, in both languages."""

import re

import pytest

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.format.widths import column_width
from opsbook.book.plan import checked
from opsbook.formulas.node import Node
from opsbook.formulas.text import FUNCTIONS, text
from opsbook.hosts.template.printing import print_book
from opsbook.model.errors import FormulaError
from opsbook.model.language import LANGS
from support.house import CATALOG, SETTINGS, TABLES, columns, labels, plan_book
from support.packages import parts
from support.sources import package_files

CALLS = re.compile(r"([A-Z][A-Z.]+)\(")

pytestmark = pytest.mark.parametrize("lang", LANGS)


def _tables(lang):
    return {table.name: table for sheet in plan_book(lang).sheets for table in sheet.tables}


def test_every_column_of_every_table_is_drawn_once(lang):
    """Tables of the vocabulary and tables of the plan are the same, column for column, header for header."""
    drawn = _tables(lang)
    assert sorted(drawn) == sorted(table.name for table in TABLES)
    for table in TABLES:
        expected = {column.id: column.label[lang] for column in columns(table)}
        found = [(column.id, column.header) for column in drawn[table.name].columns]
        assert sorted(found) == sorted(expected.items())
        assert len(set(expected.values())) == len(expected)


def test_formula_columns_and_only_they_carry_a_formula(lang):
    """What the vocabulary calls a formula has one, and no typed column does."""
    for table in _tables(lang).values():
        for column in table.columns:
            assert (column.node is not None) == (column.kind.value == "formula"), (table.name, column.id)


def test_every_formula_outside_tables_has_a_name(lang):
    """By it a refresh finds the cell: what another program emptied is filled again, links of the navigation too."""
    cells = [cell for sheet in plan_book(lang).sheets for cell in sheet.cells.values()]
    formulas = [cell for cell in cells if isinstance(cell.content, Node)]
    assert len(formulas) > 100
    assert [text(cell.content, labels(lang)) for cell in formulas if not cell.name] == []


def test_a_formula_given_as_text_is_refused(lang):
    """A plan string that begins with an equals sign raises; a formula is a tree that also yields its value."""
    with pytest.raises(FormulaError, match="formula-as-text"):
        Canvas("x", "X", "#000000", Draft(lang, CATALOG)).put(0, 0, "=1+1")
    assert checked("1=1") == "1=1"


def test_no_text_of_the_plan_looks_like_a_formula(lang):
    """Table bodies hold no formula in disguise either."""
    texts = [value for table in _tables(lang).values() for row in table.body for value in row if isinstance(value, str)]
    assert texts
    assert [value for value in texts if value.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_every_named_cell_has_its_defined_name(lang):
    """A name is given once, and stands among the workbook's names with the place of its cell."""
    book = plan_book(lang)
    named = [(cell.name, sheet.title) for sheet in book.sheets for cell in sheet.cells.values() if cell.name]
    assert len({name.casefold() for name, _ in named}) == len(named)
    assert {name: book.names[name].split("!")[0] for name, _ in named} == {name: f"'{title}'" for name, title in named}


def test_nothing_stands_in_a_tables_way(lang):
    """No two tables of a sheet overlap, and no cell is planned inside one but the named cells of options."""
    options = {one.name for one in CATALOG.options}
    for sheet in plan_book(lang).sheets:
        areas = [_area(table) for table in sheet.tables]
        for at, (top, left, bottom, right) in enumerate(areas):
            for other in areas[at + 1 :]:
                assert top > other[2] or bottom < other[0] or left > other[3] or right < other[1], sheet.id
            inside = [
                place
                for place, cell in sheet.cells.items()
                if top <= place[0] <= bottom and left <= place[1] <= right and cell.content is not None
                if cell.name not in options
            ]
            assert inside == [], sheet.id


def _area(table):
    return table.row, table.column, table.row + len(table.body), table.column + len(table.columns) - 1


def test_formulas_use_only_what_every_program_computes(lang):
    """Cells, names, conditional formats and drop-downs call no function beyond the allowed ones."""
    book, header = plan_book(lang), labels(lang)
    found = list(book.names.values())
    for sheet in book.sheets:
        found += [rule.formula for rule in sheet.rules]
        found += [str(value) for one in sheet.validations for _, value in one.options]
        found += [text(cell.content, header) for cell in sheet.cells.values() if isinstance(cell.content, Node)]
        for table in sheet.tables:
            for column in table.columns:
                nodes = column.node if isinstance(column.node, tuple) else (column.node,)
                found += [text(node, header) for node in nodes if node is not None]
    used = {name for words in found for name in CALLS.findall(re.sub(r'"[^"]*"', "", words))}
    assert len(used) > 20
    assert used <= FUNCTIONS | {"ROW"}  # a row's place in its table, and nothing else, is written with ROW


def test_the_main_items_rows_stand_out(lang):
    """From the first row on, the item's number beside the one on Settings decides; without one nothing stands out."""
    (sheet,) = (one for one in plan_book(lang).sheets if one.id == "items")
    (rule,) = (one for one in sheet.rules if "main_item" in one.formula)
    (table,) = sheet.tables
    at = next(at for at, column in enumerate(table.columns, table.column) if column.id == "item_id")
    cell = cell_name(table.row + 1, at, column_fixed=True)
    assert rule.formula == f'AND({cell}<>"",{cell}=main_item)'
    assert rule.box[:2] == (table.row + 1, at)


def test_every_setting_is_read(lang):
    """A setting that nothing reads would promise what nobody keeps."""
    del lang
    lists = {"settings_list.py", "peer_settings.py", "sample.py"}
    said = [file.read_text("utf-8") for file in package_files() if file.name not in lists]
    unread = [one.name for one in SETTINGS if not any(re.search(rf"\b{one.name}\b", text) for text in said)]
    assert unread == []


def test_no_formula_of_a_day_table_is_long(lang):
    """Hundreds of rows carry them: what several formulas need stands in a column of its own."""
    for table in ("ShopDay", "GoalDay"):
        lengths = {
            column.id: len(text(column.node, labels(lang)))
            for column in _tables(lang)[table].columns
            if column.node is not None
        }
        assert max(lengths.values()) < (700 if lang == "zh" else 900), (table, lengths)


def test_a_chinese_header_stands_in_one_line(lang):
    """Chinese may break between any two characters; a column leaves room for its whole header."""
    if lang == "zh":
        for table in TABLES:
            for column in columns(table):
                assert column_width(column, lang) >= 12 * len(column.label[lang].replace("ROI", "i")), column.id


def test_printing_twice_gives_the_same_parts(lang, tmp_path):
    """A template has no clock and no chance in it."""
    for name in ("one", "two"):
        print_book(plan_book(lang), tmp_path / f"{name}.xlsx")
    assert parts(tmp_path / "one.xlsx") == parts(tmp_path / "two.xlsx")
