"""Formulas of the user's in a table: they follow their row, in groups and alone."""

import pytest

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.host import Cached, FormulaCell, Overwritten, OwnedPlace
from opsbook.model.errors import WorkbookBrokenError
from support.packages import edit, parts
from support.printed import add_table, printed, saved, write_days


def test_formulas_of_moved_rows_follow_their_row(tmp_path):
    """References to the own row and into moving rows shift; fixed ones, other columns and other sheets do not."""
    formulas = {
        "=B{row}*2": "=B{new}*2",
        "=B$2+B{row}": "=B$2+B{new}",
        "=F{row}+B{row}": "=F{row}+B{new}",
        '=B{row}&"B{row}"': '=B{new}&"B{row}"',
        "=表!B{row}+'表'!B{row}": "=表!B{new}+'表'!B{new}",
        "=别的!B{row}": "=别的!B{row}",
        "=SUM(B{row}:C{row})": "=SUM(B{new}:C{new})",
        "=LOG10(B{row})+Day[[#This Row],[B2]]": "=LOG10(B{new})+Day[[#This Row],[B2]]",
    }

    def fill(book, sheet):
        book.add_worksheet("别的")
        add_table(sheet, (0, 0), "Day", 9, ("日期", "B2", "我的"))
        write_days(sheet, 9)
        for row, formula in enumerate(formulas, start=3):
            sheet.write_formula(row - 1, 2, formula.format(row=row), None, 1)

    host = FilesHost(printed(tmp_path / "b.xlsx", fill))
    host.drop_rows("Day", [(46001.0,)], ["日期"])
    sheet = saved(host)["表"]
    moved = [sheet.cell(row - 1, 3).value for row in range(3, 3 + len(formulas))]
    assert moved == [formula.format(row=row, new=row - 1) for row, formula in enumerate(formulas.values(), start=3)]


def _shared(_, sheet):
    add_table(sheet, (0, 0), "Day", 3, ("日期", "数", "倍"))
    write_days(sheet, 3)
    for row in range(2, 5):
        sheet.write_formula(f"C{row}", f"=B{row}*2", None, row)


def _share(path):
    """Write C2:C4 as the shared formula Excel makes of a filled-down column."""
    edit(path, "xl/worksheets/sheet1.xml", "<f>B2*2</f>", '<f t="shared" ref="C2:C4" si="0">B2*2</f>')
    for row in (3, 4):
        edit(path, "xl/worksheets/sheet1.xml", f"<f>B{row}*2</f>", '<f t="shared" si="0"/>')
    return path


def test_shared_formulas_are_compared_as_each_cell_reads_them(tmp_path):
    """A cell inside a shared group holds the group's formula moved to its row; showing a value keeps the group."""
    host = FilesHost(_share(printed(tmp_path / "b.xlsx", _shared)))
    owned = Cached({("Day", "倍"): [FormulaCell(text, 9.0) for text in ("B2*2", "B3*2", "B3*2")]})
    assert host.set_cached(owned) == [Overwritten("表", "C4", "=B3*2", "=B4*2", OwnedPlace("Day", "倍", 2))]
    saved(host)
    assert [row[2] for row in FilesHost(host.path).read_table("Day").rows] == [9.0, 9.0, 4.0]
    assert parts(host.path)["xl/worksheets/sheet1.xml"].decode().count('t="shared"') == 3


def test_overwriting_the_first_of_a_shared_group_spells_out_the_others(tmp_path):
    """The rest of the group keeps its formulas."""
    host = FilesHost(_share(printed(tmp_path / "b.xlsx", _shared)))
    host.upsert_rows("Day", ["日期"], [{"日期": 46001.0, "倍": 5.0}])
    sheet = saved(host)["表"]
    assert [sheet[f"C{row}"].value for row in (2, 3, 4)] == [5, "=B3*2", "=B4*2"]


def test_dropping_spells_out_shared_formulas(tmp_path):
    """Moved members of a group read their new row."""
    host = FilesHost(_share(printed(tmp_path / "b.xlsx", _shared)))
    host.drop_rows("Day", [(46001.0,)], ["日期"])
    sheet = saved(host)["表"]
    assert [sheet[f"C{row}"].value for row in (2, 3, 4)] == ["=B2*2", "=B3*2", None]


def test_a_formula_with_addresses_is_continued_from_the_row_above(tmp_path):
    """A calculated column of A1 references reads the new row."""

    def fill(_, sheet):
        add_table(sheet, (0, 0), "Day", 2, ("日期", "数", "倍"), 倍={"formula": "B2*2"})
        write_days(sheet, 2)
        for row in (2, 3):
            sheet.write_formula(f"C{row}", f"=B{row}*2", None, row)

    host = FilesHost(printed(tmp_path / "b.xlsx", fill))
    host.upsert_rows("Day", ["日期"], [{"日期": 46400.0}, {"日期": 46401.0}])
    sheet = saved(host)["表"]
    assert [sheet[f"C{row}"].value for row in (4, 5)] == ["=B4*2", "=B5*2"]


def test_a_column_that_reads_its_own_row_is_continued_whatever_the_last_row_holds(tmp_path):
    """Somebody's own formula in the last row is that row's, not the column's."""
    column = "=Day[[#This Row],[数]]*2"

    def fill(_, sheet):
        add_table(sheet, (0, 0), "Day", 2, ("日期", "数", "倍"), 倍={"formula": column})
        write_days(sheet, 2)
        sheet.write_formula("C2", column, None, 2)
        sheet.write_formula("C3", "=B3*99", None, 297)

    host = FilesHost(printed(tmp_path / "b.xlsx", fill))
    host.upsert_rows("Day", ["日期"], [{"日期": 46400.0}])
    sheet = saved(host)["表"]
    assert [sheet[f"C{row}"].value for row in (2, 3, 4)] == [column, "=B3*99", column]


def _with_array(_, sheet):
    add_table(sheet, (0, 0), "Day", 3, ("日期", "数", "组"))
    write_days(sheet, 3)
    sheet.write_array_formula("C2:C3", "{=B2:B3*2}", None, 20)
    sheet.write_array_formula("C4:C4", "{=SUM(B2:B4*2)}", None, 120)


@pytest.mark.parametrize(
    "act",
    [
        lambda host: host.upsert_rows("Day", ["日期"], [{"日期": 46001.0, "数": 1.0}, {"日期": 46002.0, "组": 1.0}]),
        lambda host: host.drop_rows("Day", [(46001.0,)], ["日期"]),
    ],
    ids=["upsert", "drop"],
)
def test_a_part_of_an_array_formula_is_not_changed(tmp_path, act):
    """Excel forbids it; the whole change is refused with the formula's cells, and nothing is written."""
    host = FilesHost(printed(tmp_path / "b.xlsx", _with_array))
    before = host.path.read_bytes()
    with pytest.raises(WorkbookBrokenError) as refused:
        act(host)
    assert (refused.value.code, refused.value.seen["cells"]) == ("array-in-the-way", "C2:C3")
    host.save()
    assert host.path.read_bytes() == before


def test_an_array_formula_of_one_cell_moves_with_its_row(tmp_path):
    """It stays an array formula."""

    def fill(_, sheet):
        add_table(sheet, (0, 0), "Day", 2, ("日期", "数", "组"))
        write_days(sheet, 2)
        sheet.write_array_formula("C3:C3", "{=SUM(B3:B3*2)}", None, 40)

    host = FilesHost(printed(tmp_path / "b.xlsx", fill))
    host.drop_rows("Day", [(46001.0,)], ["日期"])
    cell = saved(host)["表"]["C2"].value
    assert (cell.ref, cell.text) == ("C2", "=SUM(B2:B2*2)")
