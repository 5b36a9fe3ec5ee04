"""Whether everything that a person did to a workbook is found in it again, read with a second library."""

import re
import warnings

import openpyxl

from opsbook.ooxml.addresses import area, target
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.formula_spelling import plain_formula
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise
from opsbook.ooxml.sheet.cell import read_cell
from opsbook.ooxml.styles.style_sheet import StyleSheet
from opsbook.ooxml.xml_text import escaped, unescaped
from support.packages import parts

_READ = re.compile(r"('(?:[^']|'')+'!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)")
_SHOWN = re.compile(rb"<c:f>([^<]*)</c:f>")
_FORMULA = re.compile(rb"(<(?:\w+:)?f(?:ormula\d?)?(?:\s[^>]*)?>)([^<]+)")
_TELLING = ("[Content_Types].xml", "docProps/", "xl/workbook.xml", "xl/_rels/", "xl/styles.xml", "xl/calcChain.xml")


def losses(person, before, path, done=None):
    """What of a person's is not there any more, one line each.

    Args:
        person: who edited it.
        before: its parts as the person left them.
        path: the workbook now.
        done: what an upgrade did; None without one. On sheets that were not drawn anew a text of ours may have another
            wording; columns and sheets that are called otherwise are looked for under their new names.
    """
    after, anew = parts(path), done.replaced if done else ()
    renamed = done.renamed if done else CalledOtherwise()
    return [
        *_lost_cells(person, path, renamed),
        *(f"part {one}" for one in sorted(person.parts) if after.get(one) != _part_now(before[one], renamed)),
        *_lost_parts(before, after),
        *_moved_meanings(person, before, path, anew, renamed),
        *_lost_looks(person, path, renamed),
    ]


def _lost_cells(person, path, renamed):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl cannot read
        kept = openpyxl.load_workbook(path, keep_vba=path.suffix == ".xlsm")
    followed = {place: renamed.formula(text) for place, text in person.formulas.items()}
    for (sheet, cell), value in (person.cells | followed).items():
        if kept[renamed.sheets.get(sheet, sheet)][cell].value != value:
            yield f"cell {sheet}!{cell}: {kept[sheet][cell].value!r} for {value!r}"
    for name, text in person.names.items():
        if name not in kept.defined_names or kept.defined_names[name].attr_text != renamed.formula(text):
            yield f"name {name}"
    for table, headers in person.headers.items():
        columns = next((one.tables[table].column_names for one in kept.worksheets if table in one.tables), ())
        yield from (f"column {table}[{header}]" for header in headers if _now(renamed, table, header) not in columns)


def _now(renamed, table, header):
    return renamed.columns.get(table, {}).get(header, header)


def _part_now(content, renamed):
    """A part of the person's: its bytes, but that its formulas use the new names of what is called otherwise."""
    return _FORMULA.sub(lambda found: found[1] + _formula_now(found[2], renamed), content)


def _formula_now(raw, renamed):
    text = unescaped(raw.decode())
    now = renamed.formula(text)
    return raw if now == text else escaped(now).encode()


def _lost_parts(before, after):
    """Parts that no upgrade may touch: all but sheets and tables of ours, drawings that ours replaces, and what lists them."""
    for name, content in before.items():
        ours = name.startswith(("xl/worksheets/", "xl/tables/", "xl/drawings/", "xl/charts/", *_TELLING))
        if not ours and after.get(name) != content:
            yield f"part {name}"


def _moved_meanings(person, before, path, anew, renamed):
    """Formulas, names and charts of the person's that read other cells than before."""
    old, new = BookXml(person.before, path.name), BookXml(path.read_bytes(), path.name)
    read = {f"{sheet}!{cell}": text for (sheet, cell), text in person.formulas.items()} | person.names
    for part in person.parts:
        for number, text in enumerate(_SHOWN.findall(before[part])):
            read[f"{part} {number}"] = unescaped(text.decode())
    for where, text in read.items():
        for meant in _READ.findall(text):
            was = [_followed(one, renamed) for one in _meaning(old, meant, anew)]
            if was != _meaning(new, renamed.formula(meant), anew):
                yield f"{where} reads other cells at {meant}"


def _followed(meant, renamed):
    """What a cell of some meaning means under today's names."""
    if isinstance(meant, tuple):
        table, header, content = meant
        return table, _now(renamed, table, header), _followed(content, renamed)
    if not isinstance(meant, str):
        return meant
    labels = {old: new for columns in renamed.columns.values() for old, new in columns.items()}
    return labels.get(meant) or renamed.formula(meant)


def _meaning(book, reference, anew):
    """What stands in some cells: tables' by row and header, named ones by name, others by content."""
    sheet, place = target(reference)
    page = book.sheet(sheet)
    tables = [one for one in book.tables.values() if one.sheet == sheet]
    names = {one.text.replace("'", ""): one.name for one in book.workbook.names() if one.sheet is None}
    found = []
    for row in range(place.top, place.bottom + 1):
        for column in range(place.left, place.right + 1):
            inside = next((one for one in tables if one.place.holds(row, column)), None)
            named = names.get(f"{sheet}!{area(f'A{row}').fixed}".replace("$A$", f"${_letters(column)}$"))
            if inside:
                found.append(
                    (inside.name, inside.headers[column - inside.place.left], _content(page, row, inside.place.left))
                )
            else:
                content = _content(page, row, column)
                found.append(named or (content if sheet in anew or not isinstance(content, str) else "text"))
    return found


def _letters(column):
    return openpyxl.utils.get_column_letter(column)


def _content(page, row, column):
    raw = page.raw(row, column)
    if raw and read_cell(raw).has_formula:
        formula = page.formulas(area(f"{_letters(column)}{row}"))[0][0]
        return plain_formula(formula or "shared")
    return page.value(row, column)


def _lost_looks(person, path, renamed):
    old, new = BookXml(person.before, path.name), BookXml(path.read_bytes(), path.name)
    was, now = StyleSheet(old.styles()), StyleSheet(new.styles())
    for (sheet, cell), style in person.looks.items():
        place = area(cell)
        if now.format(int(new.sheet(renamed.sheets.get(sheet, sheet)).style(place.top, place.left) or 0)) != was.format(
            int(style)
        ):
            yield f"look {sheet}!{cell}"
    for sheet, text in person.snippets:
        if text not in new.sheet(renamed.sheets.get(sheet, sheet)).xml():
            yield f"settings of {sheet}: {text[:80]}"
