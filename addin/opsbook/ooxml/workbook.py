"""The workbook part: its sheets, defined names and calculation settings."""

import re
from functools import cached_property

from opsbook.model.errors import FileRefusedError
from opsbook.ooxml.addresses import Area, target
from opsbook.ooxml.package.parts import Package
from opsbook.ooxml.xml_text import attribute, unescaped, without_attributes

_SHEET = re.compile(r"<sheet\s[^>]*>")
_NAME = re.compile(r"<definedName\b([^>]*)>([^<]*)</definedName>")
_CALCULATION = re.compile(r"<calcPr\b[^>]*>")
_BEFORE_CALCULATION = ("definedNames", "externalReferences", "functionGroups", "sheets")


class WorkbookXml:
    """The part that names sheets and cells.

    Args:
        package: the workbook's package.

    Raises:
        FileRefusedError: the package holds no workbook OpsBook can patch.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        mains = [link.target for link in package.relationships("") if link.type == "officeDocument"]
        if not mains or mains[0] not in package:
            raise FileRefusedError("not-a-book", file=package.file)
        self.part = mains[0]
        text = package.read(self.part)
        if not re.search(r"<workbook\s", text):
            raise FileRefusedError("book-prefixed", file=package.file, part=self.part)
        if re.search(r'\sdate1904="(?:1|true)"', text):
            raise FileRefusedError("book-1904", file=package.file)

    def sheets(self) -> dict[str, str]:
        """Part name by sheet name, in the order of the tabs; chart sheets are left out."""
        parts = {link.id: link.target for link in self._package.relationships(self.part) if link.type == "worksheet"}
        tags = _SHEET.findall(self._package.read(self.part))
        named = [(attribute(tag, "name") or "", parts.get(_relation_id(tag), "")) for tag in tags]
        return {name: part for name, part in named if part}

    def strings_part(self) -> str:
        """Name of the shared strings part, empty when there is none."""
        links = self._package.relationships(self.part)
        return next((link.target for link in links if link.type == "sharedStrings"), "")

    def cell_named(self, name: str) -> tuple[str, Area] | None:
        """Sheet and cells a workbook-wide name points to; None when there is no such name or it names no cells."""
        return self._places.get(name.casefold())

    @cached_property
    def _places(self) -> dict[str, tuple[str, Area] | None]:
        """Where workbook-wide names point to; the first of equal names counts."""
        places: dict[str, tuple[str, Area] | None] = {}
        for attributes, text in _NAME.findall(self._package.read(self.part)):
            if attribute(attributes, "localSheetId") is None:
                places.setdefault((attribute(attributes, "name") or "").casefold(), target(unescaped(text)))
        return places

    def recalculate_on_load(self) -> None:
        """Ask Excel to calculate everything when it opens the book, and drop the old order of calculation."""
        text = self._package.read(self.part)
        if _CALCULATION.search(text):
            text = _CALCULATION.sub(lambda found: _full(found[0]), text, count=1)
        else:
            before = next(tag for tag in _BEFORE_CALCULATION if f"</{tag}>" in text)
            text = text.replace(f"</{before}>", f'</{before}><calcPr fullCalcOnLoad="1"/>', 1)
        self._package.write(self.part, text)
        for link in self._package.relationships(self.part):
            if link.type == "calcChain" and link.target in self._package:
                self._package.remove(link.target, self.part)


def _relation_id(tag: str) -> str:
    found = re.search(r'\s\w+:id="([^"]*)"', tag)
    return found[1] if found else ""


def _full(tag: str) -> str:
    return without_attributes(tag, "fullCalcOnLoad").replace("<calcPr", '<calcPr fullCalcOnLoad="1"', 1)
