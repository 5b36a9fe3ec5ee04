"""A table part: where the table stands, its columns, and its new size."""

import re
from dataclasses import dataclass, replace

from opsbook.model.errors import WorkbookBrokenError
from opsbook.ooxml.addresses import Area, area
from opsbook.ooxml.xml_text import attribute, escaped, shown, storable, unescaped, with_attribute

_TABLE = re.compile(r"<table\s[^>]*>")
_COLUMN = re.compile(r"<tableColumn\s([^>]*?)(?:/>|>(.*?)</tableColumn>)", re.DOTALL)
_CALCULATED = re.compile(r"<calculatedColumnFormula\b[^>]*>([^<]*)</calculatedColumnFormula>")
_COLUMNS = re.compile(r"<tableColumns\s[^>]*>")
_IDS = re.compile(r'<tableColumn\s[^>]*?\bid="(\d+)"')
_AUTO_FILTER = re.compile(r"<autoFilter\s[^>]*>")
_FILTER = re.compile(r"<(?:autoFilter|sortState|sortCondition)\s[^>]*>")


@dataclass(frozen=True, slots=True)
class TableXml:
    """One Excel table of a sheet.

    Args:
        name: the name formulas use.
        part: its part in the package.
        sheet: name of its sheet.
        text: the part's XML.
        place: header row to last row, totals included.
        headers: left to right.
        calculated: formula of each column Excel continues by itself, by header.
        header_rows: 1, or 0 when the header row is switched off.
        totals: rows below the body, 0 or 1.
    """

    name: str
    part: str
    sheet: str
    text: str
    place: Area
    headers: tuple[str, ...]
    calculated: dict[str, str]
    header_rows: int
    totals: int

    @property
    def body(self) -> Area:
        """The rows between header and totals."""
        place = self.place
        return Area(place.top + self.header_rows, place.left, place.bottom - self.totals, place.right)

    def column(self, header: str) -> int:
        """Where a header stands, counted from 0.

        Raises:
            WorkbookBrokenError: there is no such header.
        """
        if header not in self.headers:
            raise WorkbookBrokenError("missing-header", table=self.name, header=header, found=tuple(self.headers))
        return self.headers.index(header)

    def resized(self, last_body_row: int) -> "TableXml":
        """The same table with another last body row."""
        old, place = self.body, replace(self.place, bottom=last_body_row + self.totals)
        tag = _TABLE.search(self.text)
        start = tag[0] if tag else ""
        text = self.text.replace(start, with_attribute(start, "ref", str(place)), 1)
        text = _FILTER.sub(lambda found: _followed(found[0], old.bottom, last_body_row), text)
        return replace(self, text=text, place=place)

    def continued(self, header: str, formula: str) -> "TableXml":
        """The same table with another formula that Excel continues in a column, or with its first one."""
        goes_on = f"<calculatedColumnFormula>{escaped(formula)}</calculatedColumnFormula>"

        def renewed(found: re.Match[str]) -> str:
            if shown(_header(found[1])) != header:
                return found[0]
            if header not in self.calculated:
                return f"<tableColumn {found[1]}>{goes_on}{found[2] or ''}</tableColumn>"
            return _CALCULATED.sub(lambda _: goes_on, found[0])

        return replace(self, text=_COLUMN.sub(renewed, self.text), calculated=self.calculated | {header: formula})

    def uncontinued(self, header: str) -> "TableXml":
        """The same table without the formula that Excel continues in a column."""

        def renewed(found: re.Match[str]) -> str:
            return _CALCULATED.sub("", found[0]) if shown(_header(found[1])) == header else found[0]

        known = {name: formula for name, formula in self.calculated.items() if name != header}
        return replace(self, text=_COLUMN.sub(renewed, self.text), calculated=known)

    def widened(self, header: str, formula: str = "") -> "TableXml":
        """The same table with one more column at its right edge, and the formula that Excel continues in it."""
        place = replace(self.place, right=self.place.right + 1)
        tag, columns = _TABLE.search(self.text), _COLUMNS.search(self.text)
        start, count = tag[0] if tag else "", columns[0] if columns else ""
        text = self.text.replace(start, with_attribute(start, "ref", str(place)), 1)
        text = _AUTO_FILTER.sub(lambda found: _wider(found[0]), text, count=1)
        text = text.replace(count, with_attribute(count, "count", str(len(self.headers) + 1)), 1)
        ids = [int(number) for number in _IDS.findall(self.text)]
        column = f'<tableColumn id="{max(ids, default=0) + 1}" name="{storable(header)}"'
        goes_on = f"<calculatedColumnFormula>{escaped(formula)}</calculatedColumnFormula>"
        column += f">{goes_on}</tableColumn>" if formula else "/>"
        text = text.replace("</tableColumns>", f"{column}</tableColumns>", 1)
        known = self.calculated | ({header: formula} if formula else {})
        return replace(self, text=text, place=place, headers=(*self.headers, header), calculated=known)


def _wider(tag: str) -> str:
    place = area(attribute(tag, "ref") or "")
    return with_attribute(tag, "ref", str(replace(place, right=place.right + 1))) if place else tag


def _followed(tag: str, old_last: int, new_last: int) -> str:
    place = area(attribute(tag, "ref") or "")
    if place is None or place.bottom != old_last:
        return tag
    return with_attribute(tag, "ref", str(replace(place, bottom=new_last)))


def read_table(text: str, part: str, sheet: str) -> TableXml | None:
    """A table from its part; None when the part is not one OpsBook can read."""
    tag = _TABLE.search(text)
    place = area(attribute(tag[0], "ref") or "") if tag else None
    if tag is None or place is None:
        return None
    columns = [(shown(_header(attributes)), body) for attributes, body in _COLUMN.findall(text)]
    calculated = {header: unescaped(found[1]) for header, body in columns if (found := _CALCULATED.search(body))}
    name = attribute(tag[0], "displayName") or attribute(tag[0], "name") or ""
    header_rows = int(attribute(tag[0], "headerRowCount") or 1)
    totals = int(attribute(tag[0], "totalsRowCount") or 0)
    headers = tuple(header for header, _ in columns)
    return TableXml(name, part, sheet, text, place, headers, calculated, header_rows, totals)


def _header(attributes: str) -> str:
    return attribute(f" {attributes}", "name") or ""
