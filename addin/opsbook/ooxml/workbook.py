"""The workbook part: its sheets, defined names and calculation settings."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from opsbook.model.errors import FileRefusedError
from opsbook.ooxml.addresses import Area, target
from opsbook.ooxml.defined_names import (
    DefinedName,
    names_of,
    with_formulas,
    with_meanings,
    with_names,
    with_owners,
    with_sheet_renamed,
)
from opsbook.ooxml.package.joining import connect
from opsbook.ooxml.package.parts import Package
from opsbook.ooxml.xml_text import attribute, escaped, with_attribute, without_attributes

_SHEET = re.compile(r"<sheet\s[^>]*>")
_VIEWED = re.compile(r'(\s(?:activeTab|firstSheet)=")(\d+)(")')
_OUT_OF_SIGHT = {"hidden", "veryHidden"}
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
        return self._part_of("sharedStrings")

    def styles_part(self) -> str:
        """Name of the style part, empty when there is none."""
        return self._part_of("styles")

    def _part_of(self, kind: str) -> str:
        links = self._package.relationships(self.part)
        return next((link.target for link in links if link.type == kind), "")

    def cell_named(self, name: str) -> tuple[str, Area] | None:
        """Sheet and cells a workbook-wide name points to; None when there is no such name or it names no cells."""
        return self._places.get(name.casefold())

    @cached_property
    def _places(self) -> dict[str, tuple[str, Area] | None]:
        """Where workbook-wide names point to; the first of equal names counts."""
        places: dict[str, tuple[str, Area] | None] = {}
        for one in self.names():
            if one.sheet is None:
                places.setdefault(one.name.casefold(), target(one.text))
        return places

    def names(self) -> list[DefinedName]:
        """Every defined name."""
        return list(names_of(self._package.read(self.part)))

    def add_names(self, new: Iterable[DefinedName]) -> None:
        """Define more names."""
        self._rewrite(with_names(self._package.read(self.part), list(new)))

    def redefine(self, meanings: Mapping[str, str]) -> None:
        """Let some of the workbook's own names stand for something else."""
        self._rewrite(with_meanings(self._package.read(self.part), meanings))

    def rewrite_names(self, formula: Callable[[str], str]) -> None:
        """Let every name stand for its formula as another reads it; one that reads the same keeps its bytes."""
        self._rewrite(with_formulas(self._package.read(self.part), formula))

    def insert_sheet(self, title: str, part: str, at: int, *, hidden: bool = False) -> None:
        """Put a sheet among the others, whose names and views follow.

        Args:
            title: its name.
            part: its part, which is in the package.
            at: how many tabs stand before it.
            hidden: whether it is out of sight.
        """
        arrow = connect(self._package, self.part, "worksheet", part)
        text = with_owners(self._package.read(self.part), lambda old: old + (old >= at))
        text = _VIEWED.sub(lambda found: f"{found[1]}{int(found[2]) + (int(found[2]) >= at)}{found[3]}", text)
        tags = _SHEET.findall(text)
        number = 1 + max(int(attribute(tag, "sheetId") or 0) for tag in tags)
        state = 'state="hidden" ' if hidden else ""
        tag = f'<sheet {state}name="{escaped(title)}" sheetId="{number}" {_link_prefix(tags)}:id="{arrow}"/>'
        text = (
            text.replace(tags[at], f"{tag}{tags[at]}", 1)
            if at < len(tags)
            else text.replace("</sheets>", f"{tag}</sheets>", 1)
        )
        self._rewrite(text)

    def hidden(self) -> frozenset[str]:
        """Sheets that are out of sight."""
        tags = _SHEET.findall(self._package.read(self.part))
        return frozenset(attribute(tag, "name") or "" for tag in tags if attribute(tag, "state") in _OUT_OF_SIGHT)

    def viewed(self) -> str:
        """The sheet that is in front when the workbook opens."""
        found = _VIEWED.findall(self._package.read(self.part))
        at = next((int(number) for start, number, _ in found if "activeTab" in start), 0)
        return self.tabs()[at]

    def show_sheet(self, title: str, *, shown: bool) -> None:
        """Bring a sheet into sight, or put it out of sight."""
        text = self._package.read(self.part)
        tag = next(tag for tag in _SHEET.findall(text) if attribute(tag, "name") == title)
        bare = without_attributes(tag, "state")
        self._rewrite(text.replace(tag, bare if shown else bare.replace("<sheet ", '<sheet state="hidden" ', 1), 1))

    def rename_sheet(self, old: str, new: str) -> None:
        """Give a sheet another name; its own names, such as its print titles, follow."""
        position, text = self.tabs().index(old), self._package.read(self.part)
        tag = _SHEET.findall(text)[position]
        text = text.replace(tag, with_attribute(tag, "name", new), 1)
        self._rewrite(with_sheet_renamed(text, position, old, new))

    def state(self, title: str) -> str:
        """How a sheet is hidden: hidden or veryHidden; empty for one in sight."""
        tag = _SHEET.findall(self._package.read(self.part))[self.tabs().index(title)]
        state = attribute(tag, "state") or ""
        return "" if state == "visible" else state

    def hide(self, title: str, state: str) -> None:
        """Hide a sheet that is in sight: hidden or veryHidden."""
        text = self._package.read(self.part)
        tag = _SHEET.findall(text)[self.tabs().index(title)]
        self._rewrite(text.replace(tag, tag.replace("<sheet ", f'<sheet state="{state}" ', 1), 1))

    def tabs(self) -> tuple[str, ...]:
        """Names of all sheets in the order of the tabs, chart sheets too."""
        return tuple(attribute(tag, "name") or "" for tag in _SHEET.findall(self._package.read(self.part)))

    def _rewrite(self, text: str) -> None:
        self._package.write(self.part, text)
        self.__dict__.pop("_places", None)

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


def _link_prefix(tags: Sequence[str]) -> str:
    """What the workbook calls the namespace of arrows between parts; nearly always r."""
    found = re.search(r"\s(\w+):id=", tags[0])
    return found[1] if found else "r"


def _relation_id(tag: str) -> str:
    found = re.search(r'\s\w+:id="([^"]*)"', tag)
    return found[1] if found else ""


def _full(tag: str) -> str:
    return without_attributes(tag, "fullCalcOnLoad").replace("<calcPr", '<calcPr fullCalcOnLoad="1"', 1)
