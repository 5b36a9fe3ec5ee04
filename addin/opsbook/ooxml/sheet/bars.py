"""Data bars: Excel draws them solid and in full length by a second half that programs which do not know it leave out.

Source: [MS-XLSX] 2.3.2 conditional formatting extensions; ECMA-376 18.3.1.28 dataBar.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from opsbook.ooxml.sheet.tail import found, replaced

_MAIN = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_CELLS = "http://schemas.microsoft.com/office/excel/2006/main"
_POINTER, _LIST = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}", "{78C0D931-6437-407d-A8EE-F0AAD7539E65}"
_BLOCK = re.compile(
    r'<conditionalFormatting\b[^>]*?\bsqref="(?P<areas>[^"]*)"[^>]*>.*?</conditionalFormatting>', re.DOTALL
)
_PLAIN = re.compile(
    r'(?P<start><cfRule\b[^>]*\btype="dataBar"[^>]*>\s*<dataBar\b(?:(?!</dataBar>).)*</dataBar>)\s*</cfRule>', re.DOTALL
)
_FIXED = re.compile(r'<cfvo\b[^>]*\btype="num"[^>]*\bval="([^"]*)"')
_ENDS = 2


class _Bar(NamedTuple):
    """One rule whose second half is missing."""

    at: int
    areas: str
    ends: tuple[str, str]


def plain_bars(tail: str) -> int:
    """How many bars between two numbers lack their second half.

    Args:
        tail: what follows the cells of a sheet part.
    """
    return sum(1 for _ in _bars(tail))


def with_solid_bars(tail: str) -> str:
    """The same with the second half of each of them."""
    bars, taken = list(_bars(tail)), tail.count("<x14:id>")
    ids = [f"{{0B5B00C5-0000-4000-8000-{taken + number:012X}}}" for number in range(1, len(bars) + 1)]
    for bar, one in reversed(list(zip(bars, ids, strict=True))):
        pointer = f'<ext xmlns:x14="{_MAIN}" uri="{_POINTER}"><x14:id>{one}</x14:id></ext>'
        tail = f"{tail[: bar.at]}<extLst>{pointer}</extLst>{tail[bar.at :]}"
    return _listed(tail, "".join(_solid(bar, one) for bar, one in zip(bars, ids, strict=True))) if bars else tail


def _bars(tail: str) -> Iterator[_Bar]:
    for block in _BLOCK.finditer(tail):
        for rule in _PLAIN.finditer(block[0]):
            ends = tuple(_FIXED.findall(rule["start"]))
            if len(ends) == _ENDS:
                yield _Bar(block.start() + rule.end("start"), block["areas"], ends)


def _solid(bar: _Bar, number: str) -> str:
    ends = "".join(f'<x14:cfvo type="num"><xm:f>{end}</xm:f></x14:cfvo>' for end in bar.ends)
    colors = '<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/>'
    drawn = f'<x14:dataBar minLength="0" maxLength="100" gradient="0">{ends}{colors}</x14:dataBar>'
    rule = f'<x14:cfRule type="dataBar" id="{number}">{drawn}</x14:cfRule><xm:sqref>{bar.areas}</xm:sqref>'
    return f'<x14:conditionalFormatting xmlns:xm="{_CELLS}">{rule}</x14:conditionalFormatting>'


def _listed(tail: str, bars: str) -> str:
    """The text with bars in the list of formats at its end."""
    extensions, close = found(tail, "extLst"), "</x14:conditionalFormattings>"
    if close in extensions:
        return replaced(tail, "extLst", extensions.replace(close, f"{bars}{close}", 1))
    one = f'<ext xmlns:x14="{_MAIN}" uri="{_LIST}"><x14:conditionalFormattings>{bars}{close}</ext>'
    return replaced(tail, "extLst", extensions.replace("<extLst>", f"<extLst>{one}", 1) or f"<extLst>{one}</extLst>")
