"""A team's own template: columns in its order, a note column, a renamed sheet, and a sheet full of its own things."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import xlsxwriter
from lxml import etree

from opsbook.book.kit.format.cells import quoted
from opsbook.book.plan import BookPlan, ColumnPlan, SheetPlan, TablePlan
from opsbook.hosts.template.printing import _Printer
from opsbook.model.schema import Kind
from opsbook.model.units import Unit
from support.house import plan_book
from support.packages import parts, write
from support.rich_book import png

NOTE, OWN_SHEET, DAILY = "我的备注", "我的表", "老王的日报"
REORDERED = {"ShopDay", "SourceDay"}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def print_team_template(path: Path) -> Path:
    """The Chinese template as a team has made it its own."""
    plan = _team_plan(plan_book("zh"))
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
        for name, value in plan.properties.items():
            book.set_custom_property(name, value)
        printer = _Printer(book, plan)
        for sheet in plan.sheets:
            printer.add(sheet)
        _add_own_sheet(book)
        daily = book.get_worksheet_by_name(DAILY)
        daily.add_sparkline("A1", {"range": f"'{OWN_SHEET}'!A1:C1"})
        for name, target in sorted(plan.names.items()):
            book.define_name(name, f"={target}")
        book.define_name("我的区域", f"='{OWN_SHEET}'!$A$1:$C$3")
    return path


def _add_own_sheet(book) -> None:
    sheet = book.add_worksheet(OWN_SHEET)
    for row in range(3):
        sheet.write_row(row, 0, [row, row * 2, f"文字{row}"])
    sheet.write_formula("D1", f"=SUM({DAILY}!H5:H400)", None, 7)
    sheet.write_formula("D2", "=SUM(ShopDay[支付金额])", None, 8)
    sheet.write_comment("A2", "别动这一格")
    sheet.add_sparkline("E1", {"range": f"'{OWN_SHEET}'!A1:B1"})
    sheet.insert_image("F2", "dot.png", {"image_data": BytesIO(png())})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": f"='{OWN_SHEET}'!$A$1:$A$3"})
    sheet.insert_chart("F8", chart)


def _team_plan(plan: BookPlan) -> BookPlan:
    daily = next(sheet for sheet in plan.sheets if sheet.id == "daily")
    names = {
        name: target.replace(f"{quoted(daily.title)}!", f"{quoted(DAILY)}!") for name, target in plan.names.items()
    }
    sheets = tuple(replace(sheet, title=DAILY) if sheet is daily else sheet for sheet in plan.sheets)
    return replace(plan, sheets=tuple(map(_team_sheet, sheets)), names=names)


def _team_sheet(sheet: SheetPlan) -> SheetPlan:
    return replace(sheet, tables=tuple(_team_table(table) for table in sheet.tables))


def _team_table(table: TablePlan) -> TablePlan:
    """Every pair of neighbours changes places; the note column stands second."""
    if table.name not in REORDERED:
        return table
    order = [at ^ 1 if at ^ 1 < len(table.columns) else at for at in range(len(table.columns))]
    columns: list[ColumnPlan] = [table.columns[at] for at in order]
    note = ColumnPlan("mine", NOTE, Kind.YOURS, Unit.TEXT, columns[0].head, columns[0].body)
    body = tuple((row[order[0]], None, *(row[at] for at in order[1:])) for row in table.body)
    return replace(table, columns=(columns[0], note, *columns[1:]), body=body)


def sort_rows(path: Path, sheet_part: str, table_part: str, order: Sequence[int]) -> None:
    """Put a table's body rows into another order, as the filter button does: cells of the table move, no others."""
    everything = parts(path)
    sheet = etree.fromstring(everything[sheet_part])
    left, top, right, bottom = _corners(etree.fromstring(everything[table_part]).get("ref"))
    rows = {int(row.get("r")): row for row in sheet.find(f"{MAIN}sheetData")}
    assert sorted(order) == list(range(bottom - top))
    inside = {
        at: [cell for cell in rows[at] if left <= _column(cell.get("r")) <= right] for at in range(top + 1, bottom + 1)
    }
    for to, taken in enumerate(order, top + 1):
        others = [cell for cell in rows[to] if not left <= _column(cell.get("r")) <= right]
        for cell in list(rows[to]):
            rows[to].remove(cell)
        for cell in inside[taken + top + 1]:
            cell.set("r", cell.get("r").rstrip("0123456789") + str(to))
        rows[to].extend(sorted((*others, *inside[taken + top + 1]), key=lambda cell: _column(cell.get("r"))))
    write(
        path, everything | {sheet_part: etree.tostring(sheet, xml_declaration=True, encoding="UTF-8", standalone=True)}
    )


def _corners(ref: str) -> tuple[int, int, int, int]:
    first, last = ref.split(":")
    return _column(first), _row(first), _column(last), _row(last)


def _row(address: str) -> int:
    return int(address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _column(address: str) -> int:
    number = 0
    for letter in address.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number


def table_parts(path: Path) -> dict[str, tuple[str, str]]:
    """By table name, the parts of its sheet and of the table itself."""
    everything = parts(path)
    found = {}
    for name, content in everything.items():
        if name.startswith("xl/worksheets/_rels/"):
            sheet = "xl/worksheets/" + name.removeprefix("xl/worksheets/_rels/").removesuffix(".rels")
            for link in etree.fromstring(content):
                if link.get("Type").endswith("/table"):
                    part = "xl/tables/" + link.get("Target").rsplit("/", 1)[1]
                    found[etree.fromstring(everything[part]).get("displayName")] = (sheet, part)
    return found
