"""What follows the cells of a sheet part: elements in the order that the format wants."""

import re
from collections.abc import Iterator
from typing import NamedTuple

ORDER = (
    *("sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate"),
    *("customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks"),
    *("printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties"),
    *("cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture"),
    *("oleObjects", "controls", "webPublishItems", "tableParts", "extLst"),
)
_OPENING = re.compile(r"<([\w:]+)[^>]*?(/?)>")
_INNER = re.compile(r"^<[^>]*>(.*)</[^>]*>$", re.DOTALL)


class Element(NamedTuple):
    """One element and where it stands in the text."""

    name: str
    start: int
    end: int


def elements(tail: str) -> Iterator[Element]:
    """The elements that follow the cells; what they hold is passed over."""
    at = 0
    while opening := _OPENING.search(tail, at):
        name, closed = opening.groups()
        close = f"</{name}>"
        at = opening.end() if closed else tail.find(close, opening.end()) + len(close)
        if at < opening.end():  # never closed: the part is damaged, and what it holds is not told apart
            return
        yield Element(name, opening.start(), at)


def found(tail: str, name: str) -> str:
    """The first element of a name; empty without one."""
    return next((tail[one.start : one.end] for one in elements(tail) if one.name == name), "")


def inner(element: str) -> str:
    """What an element holds."""
    held = _INNER.match(element)
    return held[1] if held else ""


def inserted(tail: str, name: str, element: str) -> str:
    """The text with one more element, behind those of its kind and those that must stand before it."""
    before = ORDER[: ORDER.index(name) + 1]
    at = max((one.end for one in elements(tail) if one.name in before), default=0)
    return f"{tail[:at]}{element}{tail[at:]}"


def replaced(tail: str, name: str, element: str) -> str:
    """The text with an element in the place of the one of its name, or where it belongs."""
    old = found(tail, name)
    return tail.replace(old, element, 1) if old else inserted(tail, name, element)
