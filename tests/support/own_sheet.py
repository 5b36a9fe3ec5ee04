"""A sheet of the user's with everything a sheet can have, put into a workbook as Excel would store it."""

import posixpath
import re
import warnings
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import xlsxwriter

from opsbook.ooxml.xml_text import escaped
from support.rich_book import png

TYPES, BOOK, LINKS = "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
NOT_CARRIED = {TYPES, BOOK, LINKS, "xl/styles.xml", "xl/sharedStrings.xml", "xl/theme/theme1.xml"}
_SHEET = "xl/worksheets/sheet1.xml"
_NUMBER = re.compile(r"\d*(\.\w+)$")
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def own_sheet(title: str, number: int, reads: str) -> dict[str, bytes]:
    """The parts of a workbook with one sheet: chart, picture, sparkline, comment, table, rules, filter, protection.

    Args:
        title: of the sheet.
        number: makes names different.
        reads: cells of another sheet that its second chart shows, such as `'日报'!$B$5:$B$9`.
    """
    stream = BytesIO()
    with warnings.catch_warnings(), xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        warnings.simplefilter("ignore")  # the other sheet is not in this workbook
        sheet = book.add_worksheet(title)
        sheet.add_table(
            "J1:L4",
            {"name": f"Mine{number}", "columns": [{"header": one} for one in "甲乙丙"], "data": [[1, 2, 3]] * 3},
        )
        for row in range(12):
            sheet.write_row(row, 0, [row, row * 2, f"文字{row}"])
            if row == 1:
                sheet.write_formula(row, 3, "=SUM(ShopDay[#Data])", None, 0)
        for kind, values in (("column", f"='{title}'!$A$1:$A$9"), ("line", f"={reads}")):
            chart = book.add_chart({"type": kind})
            chart.add_series({"values": values})
            sheet.insert_chart(14, 0 if kind == "line" else 8, chart)
        sheet.insert_image("F2", "dot.png", {"image_data": BytesIO(png())})
        sheet.add_sparkline("E1", {"range": f"'{title}'!A1:B1"})
        sheet.write_comment("A2", "别动这一格")
        sheet.conditional_format("A1:A9", {"type": "data_bar", "data_bar_2010": True})
        sheet.conditional_format("B1:B9", {"type": "cell", "criteria": ">", "value": 3, "format": None})
        sheet.data_validation("B1:B9", {"validate": "list", "source": ["甲", "乙"]})
        sheet.autofilter("A1:C9")
        sheet.freeze_panes(1, 1)
        sheet.set_row(5, None, None, {"hidden": True})
        sheet.protect("", {"autofilter": True})
        sheet.print_area("A1:F20")
    with ZipFile(stream) as package:
        found = {name: package.read(name) for name in package.namelist()}
    found[_SHEET] = _with_own_texts(found[_SHEET], found["xl/sharedStrings.xml"])
    return found


def _with_own_texts(sheet: bytes, shared: bytes) -> bytes:
    """A sheet that holds its texts itself: it will stand in a workbook that shares others."""
    texts = re.findall(rb"<si>(.*?)</si>", shared, re.DOTALL)
    cell = re.compile(rb'(<c [^>]*?)t="s"><v>(\d+)</v>')
    return cell.sub(lambda found: b'%st="inlineStr"><is>%s</is>' % (found[1], texts[int(found[2])]), sheet)


def with_sheet(
    everything: Mapping[str, bytes], guest: Mapping[str, bytes], title: str
) -> tuple[dict[str, bytes], set[str]]:
    """A workbook with one more sheet behind the others.

    Args:
        everything: the workbook's parts.
        guest: the parts of a workbook whose only sheet that is.
        title: the sheet's name.

    Returns:
        The workbook's parts, and which of them the sheet brought.
    """
    found, where = dict(everything), {}
    for part in guest:
        if part.startswith("xl/") and part not in NOT_CARRIED and not part.endswith(".rels"):
            where[part] = _free(part, {*found, *where.values()})
    for part, new in where.items():
        found[new] = _numbered(guest[part], found) if part.startswith("xl/tables/") else guest[part]
        if links := guest.get(_links(part)):
            found[_links(new)] = _redirected(links, part, new, where)
    found[TYPES] = _declared(found[TYPES], guest[TYPES], where)
    found[BOOK], found[LINKS] = _listed(found, guest, title, where[_SHEET])
    return found, {one for part in where.values() for one in (part, _links(part)) if one in found}


def _links(part: str) -> str:
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")


def _free(part: str, taken: set[str]) -> str:
    stem = _NUMBER.sub("", part)
    ending = part[part.rindex(".") :]
    return next(new for number in range(1, 999) if (new := f"{stem}{number}{ending}") not in taken)


def _numbered(table: bytes, found: Mapping[str, bytes]) -> bytes:
    ids = [
        int(re.search(rb'<table [^>]*?\bid="(\d+)"', one)[1])
        for name, one in found.items()
        if name.startswith("xl/tables/t")
    ]
    return re.sub(rb'(<table [^>]*?\bid=")\d+', rb"\g<1>%d" % (max(ids) + 1), table, count=1)


def _redirected(links: bytes, part: str, new: str, where: Mapping[str, str]) -> bytes:
    def target(found):
        meant = posixpath.normpath(posixpath.join(posixpath.dirname(part), found[1].decode()))
        if meant not in where:
            return found[0]
        return f'Target="{posixpath.relpath(where[meant], posixpath.dirname(new))}"'.encode()

    return re.sub(rb'Target="([^"]*)"', target, links)


def _declared(types: bytes, guest: bytes, where: Mapping[str, str]) -> bytes:
    new = []
    for tag in re.findall(rb"<(?:Default|Override)\b[^>]*>", guest):
        part = re.search(rb'PartName="/([^"]*)"', tag)
        if part and part[1].decode() in where:
            new.append(tag.replace(part[1], where[part[1].decode()].encode()))
        elif not part and tag not in types:
            ending = re.search(rb'Extension="(\w+)"', tag)[1]
            if b'Extension="%s"' % ending not in types:
                types = types.replace(b"<Override", tag + b"<Override", 1)
    return types.replace(b"</Types>", b"".join(new) + b"</Types>")


def _listed(found: Mapping[str, bytes], guest: Mapping[str, bytes], title: str, part: str) -> tuple[bytes, bytes]:
    text, links = found[BOOK].decode(), found[LINKS].decode()
    at, number = text.count("<sheet "), 1 + max(map(int, re.findall(r'sheetId="(\d+)"', text)))
    last = max(map(int, re.findall(r'Id="rId(\d+)"', links)))
    arrow = f"rId{last + 1}"
    text = text.replace("</sheets>", f'<sheet name="{escaped(title)}" sheetId="{number}" r:id="{arrow}"/></sheets>')
    names = re.findall(r"<definedName .*?</definedName>", guest[BOOK].decode())
    kept = "".join(re.sub(r'localSheetId="0"', f'localSheetId="{at}"', one) for one in names)
    text = text.replace("</definedNames>", f"{kept}</definedNames>")
    link = f'<Relationship Id="{arrow}" Type="{_KINDS}/worksheet" Target="{part.removeprefix("xl/")}"/>'
    return text.encode(), links.replace("</Relationships>", f"{link}</Relationships>").encode()
