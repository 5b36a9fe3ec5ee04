"""Drawings of a sheet with their charts, put into another workbook."""

import re

from opsbook.ooxml.package.joining import connect, content_type, free_part, join
from opsbook.ooxml.transplant.donor import Donor
from opsbook.ooxml.transplant.route import Route
from opsbook.ooxml.xml_text import as_bytewise, bytewise, escaped, readable, unescaped

_FORMULA = re.compile(r"(<c:f>)([^<]*)(</c:f>)")
_ARROW = re.compile(r'(\sr:(?:id|embed)=")([^"]*)(")')


def add_drawing(donor: Donor, part: str, owner: str, route: Route) -> str:
    """Put a drawing and what it shows into the target.

    Args:
        donor: the workbook that has it.
        part: its part.
        owner: the part of the sheet it will lie on.
        route: how the charts' references change.

    Returns:
        What the sheet calls its arrow to the drawing.
    """
    source, target = donor.source.package, donor.target.package
    new, arrows = free_part(target, "xl/drawings/drawing"), {}
    text = bytewise(source.content(part))
    join(target, new, b"", content_type(source, part))
    for link in source.relationships(part):
        piece = free_part(target, re.sub(r"\d+\.xml$", "", link.target))
        shown = _FORMULA.sub(lambda found: _followed(found, route), bytewise(source.content(link.target)))
        join(target, piece, shown.encode("latin-1"), content_type(source, link.target))
        arrows[link.id] = connect(target, new, link.type, piece)
    text = _ARROW.sub(lambda found: f"{found[1]}{arrows.get(found[2], found[2])}{found[3]}", text)
    target.replace(new, text.encode("latin-1"))
    return connect(target, owner, "drawing", new)


def _followed(found: re.Match[str], route: Route) -> str:
    return f"{found[1]}{as_bytewise(escaped(route.formula(unescaped(readable(found[2])))))}{found[3]}"
