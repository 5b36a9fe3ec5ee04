"""Conditional formats and validations of a sheet, as blocks that can be put into another sheet."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from opsbook.ooxml.addresses import Area, area
from opsbook.ooxml.sheet.tail import found, inner, inserted, replaced
from opsbook.ooxml.xml_text import as_bytewise, attribute, escaped, readable, unescaped, with_attribute

_BLOCK = re.compile(
    r"<conditionalFormatting\s[^>]*>.*?</conditionalFormatting>"
    r"|<dataValidation\s[^>]*?(?:/>|>.*?</dataValidation>)",
    re.DOTALL,
)
_OPENING = re.compile(r"<\w+[^>]*>")
_FORMULA = re.compile(r"(<(formula[12]?)>)([^<]*)(</\2>)")
_EXTENSION = re.compile(r"<extLst>.*?</extLst>", re.DOTALL)
_PRIORITY = re.compile(r'(\spriority=")(\d+)(")')
_FORMATS, _VALIDATIONS = "conditionalFormatting", "dataValidation"


@dataclass(frozen=True, slots=True)
class Block:
    """One conditional format, or one validation.

    Args:
        text: its XML, bytewise.
        areas: the cells it covers.
    """

    text: str
    areas: tuple[Area, ...]

    @property
    def validates(self) -> bool:
        """Whether it says what may be typed."""
        return self.text.startswith(f"<{_VALIDATIONS}")

    def at(self, areas: Iterable[Area], formula: Callable[[str], str]) -> "Block":
        """The same for other cells.

        Args:
            areas: those cells.
            formula: a formula's text as it reads there.
        """
        kept = tuple(areas)
        opening = _OPENING.match(self.text)
        start = opening[0] if opening else ""
        text = self.text.replace(start, with_attribute(start, "sqref", " ".join(map(str, kept))), 1)
        return Block(_FORMULA.sub(lambda one: _rewritten(one, formula), text), kept)

    def told(self, formats: Callable[[str], str]) -> "Block":
        """The same with the numbers of its formats in another workbook."""
        return replace(self, text=formats(self.text))

    def plain(self) -> "Block":
        """The same without what later versions of Excel add to it elsewhere in the sheet."""
        return replace(self, text=_EXTENSION.sub("", self.text))


def _rewritten(held: re.Match[str], formula: Callable[[str], str]) -> str:
    return f"{held[1]}{as_bytewise(escaped(formula(unescaped(readable(held[3])))))}{held[4]}"


def with_formulas(tail: str, formula: Callable[[str], str]) -> str:
    """A sheet's XML after its cells, the formulas of its rules rewritten."""
    return _FORMULA.sub(lambda one: _rewritten(one, formula), tail)


def blocks(tail: str) -> Iterator[Block]:
    """Every conditional format and validation of a sheet, from its XML after the cells."""
    for text in _BLOCK.findall(tail):
        opening = _OPENING.match(text)
        places = (attribute(opening[0], "sqref") or "").split() if opening else []
        yield Block(text, tuple(one for one in map(area, places) if one))


def with_blocks(tail: str, new: Iterable[Block]) -> str:
    """A sheet's XML after its cells, with more conditional formats and validations behind those it has."""
    for block in new:
        tail = _with_validation(tail, block.text) if block.validates else _with_format(tail, block.text)
    return tail


def _with_format(tail: str, text: str) -> str:
    numbers = count(1 + max((int(one[2]) for one in _PRIORITY.finditer(tail)), default=0))
    return inserted(tail, _FORMATS, _PRIORITY.sub(lambda one: f"{one[1]}{next(numbers)}{one[3]}", text))


def _with_validation(tail: str, text: str) -> str:
    known = inner(found(tail, "dataValidations"))
    number = len(re.findall(rf"<{_VALIDATIONS}\s", known)) + 1
    return replaced(tail, "dataValidations", f'<dataValidations count="{number}">{known}{text}</dataValidations>')
