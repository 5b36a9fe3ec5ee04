"""Somebody who edits a workbook by chance, as people do in Excel, and knows what must be found again."""

import re

from opsbook.hosts.files.host import FilesHost
from opsbook.ooxml.addresses import Area, cell_name, quoted, target
from opsbook.ooxml.defined_names import DefinedName, with_owners
from opsbook.ooxml.sheet.tail import found, inserted, replaced
from opsbook.ooxml.widening import widen
from opsbook.ooxml.xml_text import as_bytewise, with_attribute
from support.own_sheet import own_sheet, with_sheet
from support.packages import parts, write

RULE = (
    '<conditionalFormatting sqref="{cells}"><cfRule type="expression" priority="{priority}">'
    "<formula>{formula}</formula></cfRule></conditionalFormatting>"
)
GUARD = '<dataValidation type="whole" allowBlank="1" sqref="{cells}"><formula1>0</formula1><formula2>9</formula2></dataValidation>'


class Person:
    """Somebody who edits a workbook.

    Args:
        path: the workbook; it is saved after `edit`.
        chance: what decides.
    """

    def __init__(self, path, chance):
        self.path, self.chance, self.host = path, chance, FilesHost(path)
        self.cells, self.formulas, self.names, self.headers = {}, {}, {}, {}
        self.looks, self.snippets, self.parts, self.done = {}, [], set(), []
        self.points = {}  # what a formula, name or chart of the user's reads: sheet and cells, by where it stands

    @property
    def book(self):
        """The workbook as it is in hand."""
        return self.host.book

    def any_sheet(self):
        """A sheet by chance."""
        return self.book.sheet(self.chance.choice(self.book.titles))

    def any_table(self, *names):
        """A table by chance."""
        return self.book.table(
            self.chance.choice(names or ("ShopDay", "SourceDay", "ItemDay", "GoalDay", "Thresholds"))
        )

    def any_cells(self, page):
        """Some cells in use."""
        used = page.used
        row, column = self.chance.randint(1, min(used.bottom, 60)), self.chance.randint(1, min(used.right, 20))
        return Area(row, column, row + self.chance.randint(0, 5), column + self.chance.randint(0, 2))

    def beside(self, page):
        """A free cell below and right of everything."""
        return page.used.bottom + 2, page.used.right + self.chance.randint(8, 30)

    def types_beside_everything(self):
        """A note right of a sheet's last column and below its last row."""
        page = self.any_sheet()
        row, column = self.beside(page)
        self.book.write(page, row, column, f"便条 {self.chance.random()}")
        self.cells[page.name, cell_name(row, column)] = page.value(row, column)

    def writes_a_formula(self):
        """A formula of the user's that reads one of our columns."""
        page, table = self.any_sheet(), self.any_table("ShopDay", "ItemDay", "GoalDay")
        row, column = self.beside(page)
        text = f"SUM({table.name}[{self.chance.choice([one for one in table.headers if one.isalnum()])}])"
        self.book.write_formula(page, row, column, text, 0.0)
        self.formulas[page.name, cell_name(row, column)] = f"={text}"

    def points_at_cells(self):
        """A formula of the user's that reads cells of another sheet by their address."""
        page, read = self.any_sheet(), self.any_sheet()
        row, column = self.beside(page)
        place = self.any_cells(read)
        self.book.write_formula(page, row, column, f"COUNTA({quoted(read.name)}!{place.fixed})", 0.0)
        self.formulas[page.name, cell_name(row, column)] = f"=COUNTA({quoted(read.name)}!{place.fixed})"

    def defines_a_name(self):
        """A name for some cells."""
        page, name = self.any_sheet(), f"mine_{len(self.names)}"
        self.names[name] = f"{quoted(page.name)}!{self.any_cells(page).fixed}"
        self.book.workbook.add_names([DefinedName(name, self.names[name])])

    def adds_a_column(self):
        """A column of the user's at the right edge of a table."""
        table = self.any_table("ShopDay", "SourceDay", "ItemDay", "Thresholds")
        header = f"我的列{self.chance.randint(1, 10**6)}"
        widen(self.book, table, header, table.headers[-1])
        table = self.book.table(table.name)
        row = self.chance.randint(table.body.top, min(table.body.bottom, table.body.top + 50))
        self.book.write(self.book.sheet(table.sheet), row, table.place.right, "记一笔")
        self.headers.setdefault(table.name, []).append(header)
        self.cells[table.sheet, cell_name(row, table.place.right)] = "记一笔"

    def types_over_a_formula(self):
        """A formula of ours becomes one of the user's."""
        table = self.any_table("ShopDay", "GoalDay", "SourceDay")
        at = self.chance.choice([at for at, one in enumerate(table.headers) if one in table.calculated])
        row = self.chance.randint(table.body.top, min(table.body.bottom, table.body.top + 50))
        self.book.write_formula(self.book.sheet(table.sheet), row, table.place.left + at, "40+2", 42.0)
        self.formulas[table.sheet, cell_name(row, table.place.left + at)] = "=40+2"

    def restyles(self):
        """Some cells look like another cell of the workbook."""
        page = self.any_sheet()
        look, place = self.any_cells(page), self.any_cells(page)
        style = page.style(look.top, look.left)
        for row in range(place.top, place.bottom + 1):
            for column in range(place.left, place.right + 1):
                raw = page.raw(row, column)
                if raw and style and style != page.style(row, column):  # as it was is no look of one's own
                    page.put(
                        row, column, with_attribute(raw[: raw.index(">") + 1], "s", style) + raw[raw.index(">") + 1 :]
                    )
                    self.looks[page.name, cell_name(row, column)] = style

    def renames_a_sheet(self):
        """A tab gets another name; nothing of ours is found by it."""
        old = self.chance.choice(self.book.titles)
        told = [*self.names.values(), *self.formulas.values()]
        if any(f"{quoted(old)}!" in one for one in told) or old.startswith("自己"):
            return
        new = f"{old[:20]}{self.chance.randint(1, 99)}"
        if new in self.book.titles:
            return
        follow_renaming(self.book, old, new)
        for kept in (self.cells, self.formulas, self.looks):
            for sheet, cell in [place for place in kept if place[0] == old]:
                kept[new, cell] = kept.pop((sheet, cell))
        self.snippets = [(new if sheet == old else sheet, text) for sheet, text in self.snippets]

    def draws_rules(self):
        """A light and a guard of the user's own for some cells."""
        page = self.any_sheet()
        place = self.any_cells(page)
        rule = RULE.format(
            cells=place, priority=900 + len(self.snippets), formula=f"LEN({cell_name(place.top, place.left)})&gt;9"
        )
        page.tail = inserted(page.tail, "conditionalFormatting", rule)
        self.snippets.append((page.name, rule))

    def protects(self):
        """A sheet is protected, without a password."""
        page = self.any_sheet()
        if not found(page.tail, "sheetProtection"):
            tag = '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0"/>'
            page.tail = inserted(page.tail, "sheetProtection", tag)
            self.snippets.append((page.name, tag))

    def hides_rows(self):
        """Rows and a column out of sight, others higher."""
        page = self.any_sheet()
        row = self.chance.choice(sorted(page.rows)[:80])
        page.rows[row].touch()
        page.rows[row].attributes = re.sub(r'\s(?:hidden|ht|customHeight)="[^"]*"', "", page.rows[row].attributes)
        page.rows[row].attributes += ' hidden="1" ht="33" customHeight="1"'
        page.changes += 1
        self.snippets.append((page.name, f'<row r="{row}"'))

    def freezes(self):
        """Other panes are frozen, another zoom."""
        page = self.any_sheet()
        views = found(page.head[page.head.find("<sheetViews") :], "sheetViews")
        if views and "<pane" not in views and "<sheetView " in views:
            new = re.sub(r"<sheetView [^>]*?(/?)>.*", "", views)
            zoom = f'<sheetView zoomScale="{self.chance.randint(60, 99)}" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
            page.head, page.changes = page.head.replace(views, new + zoom), page.changes + 1
            self.snippets.append((page.name, zoom))

    def filters(self):
        """A table has its filter buttons, and one of its columns is filtered."""
        table = self.any_table("ShopDay", "SourceDay", "ItemDay")
        tag = (
            f'<autoFilter ref="{table.place}"><filterColumn colId="0"><filters blank="1"/></filterColumn></autoFilter>'
        )
        text = re.sub(r"<autoFilter\b[^>]*?(?:/>|>.*?</autoFilter>)", "", table.text, flags=re.DOTALL)
        self.write_table(table, text.replace("<tableColumns", f"{tag}<tableColumns", 1))

    def write_table(self, table, text):
        """Give a table another text."""
        from opsbook.ooxml.table import read_table  # noqa: PLC0415 - beside its only use

        self.book.tables[table.name] = read_table(text, table.part, table.sheet)

    def types_what_is_theirs(self):
        """A goal typed over, a lock, a note of a day: yellow cells of ours."""
        table = self.any_table("GoalDay", "GoalMonth")
        free = [at for at, one in enumerate(table.headers) if one not in table.calculated]
        row, at = self.chance.randint(table.body.top, table.body.bottom), self.chance.choice(free[1:])
        page = self.book.sheet(table.sheet)
        if page.value(row, table.place.left + at) is None:
            self.book.write(page, row, table.place.left + at, 4321.0)
            self.cells[page.name, cell_name(row, table.place.left + at)] = 4321.0

    def adds_a_sheet(self):
        """A sheet of the user's own with chart, picture, sparkline, comment, table, rules, filter, protection."""
        self.save()
        number, read = len(self.done) + 1, self.any_sheet()
        title = f"自己{number}"
        cells = f"{quoted(read.name)}!{self.any_cells(read).fixed}"
        everything, mine = with_sheet(parts(self.path), own_sheet(title, number, cells), title)
        write(self.path, everything)
        self.parts |= mine
        self.host = FilesHost(self.path)

    def moves_a_tab(self):
        """A tab is dragged to another place."""
        self.save()
        text = self.book.package.read(self.book.workbook.part)
        tags = re.findall(r"<sheet\s[^>]*>", text)
        order = list(range(len(tags)))
        order.insert(self.chance.randrange(len(order)), order.pop(self.chance.randrange(len(order))))
        moved = re.sub(r"<sheets>.*</sheets>", "<sheets>" + "".join(tags[at] for at in order) + "</sheets>", text)
        self.book.workbook._rewrite(with_owners(moved, order.index))
        self.book.__dict__["_sheet_parts"] = self.book.workbook.sheets()
        self.book.__dict__.pop("tables", None)

    def hides_a_tab(self):
        """A tab is hidden."""
        text = self.book.package.read(self.book.workbook.part)
        tag = self.chance.choice(re.findall(r"<sheet\s[^>]*>", text)[2:])
        if "state=" not in tag:
            self.book.workbook._rewrite(text.replace(tag, tag.replace("<sheet ", '<sheet state="hidden" ')))

    def prints_otherwise(self):
        """A print area, and a header of the user's own."""
        page = self.any_sheet()
        position = self.book.workbook.tabs().index(page.name)
        if not any(one.sheet == position and one.name == "_xlnm.Print_Area" for one in self.book.workbook.names()):
            self.book.workbook.add_names([DefinedName("_xlnm.Print_Area", f"{quoted(page.name)}!$A$1:$F$20", position)])
        tag = "<headerFooter><oddHeader>&amp;L我的页眉</oddHeader></headerFooter>"
        page.tail = replaced(page.tail, "headerFooter", as_bytewise(tag))
        self.snippets.append((page.name, as_bytewise(tag)))

    EDITS = (
        *(
            types_beside_everything,
            writes_a_formula,
            points_at_cells,
            defines_a_name,
            adds_a_column,
            types_over_a_formula,
        ),
        *(restyles, renames_a_sheet, draws_rules, protects, hides_rows, freezes, filters, types_what_is_theirs),
        *(adds_a_sheet, moves_a_tab, hides_a_tab, prints_otherwise),
    )

    def edit(self, times):
        """Do some of all that, and save."""
        for _ in range(times):
            action = self.chance.choice(self.EDITS)
            self.done.append(action.__name__)
            action(self)
        self.save()

    def save(self):
        """Save as a program does that knows nothing of OpsBook: no run, no backup."""
        self.before = self.book.to_bytes() or self.path.read_bytes()
        self.path.write_bytes(self.before)
        self.host = FilesHost(self.path)


def follow_renaming(book, old, new):
    """Rename a sheet as Excel does: names that mean its cells and charts that show them follow."""
    for part in [one for one in book.package.names() if one.startswith("xl/charts/chart")]:
        text = book.package.read(part)
        book.package.write(
            part, text.replace(f"{quoted(old)}!", f"{quoted(new)}!").replace(f">{old}!", f">{quoted(new)}!")
        )
    meanings = {
        one.name: one.text.replace(f"{quoted(old)}!", f"{quoted(new)}!").replace(f"{old}!", f"{quoted(new)}!")
        for one in book.workbook.names()
        if one.sheet is None and one.text.startswith((f"{quoted(old)}!", f"{old}!"))
    }
    book.rename_sheet(old, new)
    book.workbook.redefine(meanings)


def reads_of(formula):
    """Sheet and cells that a formula of a person's reads by address; None where it reads none."""
    where = re.search(r"('(?:[^']|'')+'!\$\w+\$\d+(?::\$\w+\$\d+)?)", formula)
    return target(where[1]) if where else None
