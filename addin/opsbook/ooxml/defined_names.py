"""Defined names in the text of the workbook part."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from opsbook.ooxml.addresses import quoted
from opsbook.ooxml.xml_text import attribute, escaped, unescaped, with_attribute

_NAME = re.compile(r"<definedName\b([^>]*)>([^<]*)</definedName>")
_OWNER = re.compile(r'\slocalSheetId="(\d+)"')
_BEFORE = ("externalReferences", "functionGroups", "sheets")


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A name and what it stands for.

    Args:
        name: the name.
        text: formula without '='.
        sheet: position of the sheet that it is the name of; None for the workbook's.
        hidden: nobody sees it in Excel's list.
    """

    name: str
    text: str
    sheet: int | None = None
    hidden: bool = False

    def xml(self) -> str:
        """The element."""
        owner = "" if self.sheet is None else f' localSheetId="{self.sheet}"'
        hidden = ' hidden="1"' if self.hidden else ""
        return f'<definedName name="{escaped(self.name)}"{owner}{hidden}>{escaped(self.text)}</definedName>'


def names_of(text: str) -> Iterator[DefinedName]:
    """Every name of a workbook part."""
    for attributes, meant in _NAME.findall(text):
        owner = attribute(attributes, "localSheetId")
        hidden = attribute(attributes, "hidden") in {"1", "true"}
        sheet = None if owner is None else int(owner)
        yield DefinedName(attribute(attributes, "name") or "", unescaped(meant), sheet, hidden)


def with_names(text: str, new: list[DefinedName]) -> str:
    """A workbook part with more names behind those it has."""
    if not new:
        return text
    elements = "".join(one.xml() for one in new)
    if "</definedNames>" in text:
        return text.replace("</definedNames>", f"{elements}</definedNames>", 1)
    text = re.sub(r"<definedNames\s*/>", "", text)
    before = next(f"</{tag}>" for tag in _BEFORE if f"</{tag}>" in text)
    return text.replace(before, f"{before}<definedNames>{elements}</definedNames>", 1)


def with_meanings(text: str, meanings: Mapping[str, str]) -> str:
    """A workbook part in which some of the workbook's own names stand for something else."""

    def renewed(found: re.Match[str]) -> str:
        name = attribute(found[1], "name") or ""
        if name not in meanings or _OWNER.search(found[1]):
            return found[0]
        return f"<definedName{found[1]}>{escaped(meanings[name])}</definedName>"

    return _NAME.sub(renewed, text)


def with_formulas(text: str, formula: Callable[[str], str]) -> str:
    """A workbook part whose names stand for their formulas as they read from now on."""

    def renewed(found: re.Match[str]) -> str:
        old = unescaped(found[2])
        new = formula(old)
        return found[0] if new == old else f"<definedName{found[1]}>{escaped(new)}</definedName>"

    return _NAME.sub(renewed, text)


def with_owners(text: str, owner: Callable[[int], int | None]) -> str:
    """A workbook part after sheets moved.

    Args:
        text: the part.
        owner: a sheet's new position by its old one; None where names of a sheet go.
    """

    def renewed(found: re.Match[str]) -> str:
        held = _OWNER.search(found[1])
        if held is None:
            return found[0]
        place = owner(int(held[1]))
        return (
            "" if place is None else found[0].replace(held[0], with_attribute(held[0], "localSheetId", str(place)), 1)
        )

    return _NAME.sub(renewed, text)


def with_sheet_renamed(text: str, position: int, old: str, new: str) -> str:
    """A workbook part in which the names that belong to one sheet mean it under its new name."""

    def renewed(found: re.Match[str]) -> str:
        held = _OWNER.search(found[1])
        if held is None or int(held[1]) != position:
            return found[0]
        meant = unescaped(found[2])
        for spelled in (f"{quoted(old)}!", f"{old}!"):
            meant = meant.replace(spelled, f"{quoted(new)}!")
        return f"<definedName{found[1]}>{escaped(meant)}</definedName>"

    return _NAME.sub(renewed, text)
