"""A workbook stuffed with parts of the user's of every kind, and whether all of them are still there, and hang where they hung."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from support.own_sheet import BOOK, TYPES, own_sheet, with_sheet
from support.part_kinds import PartKind, part_kinds
from support.part_texts import NAMES, ON_THE_DASHBOARD, OUTSIDE, SHEETS, content_of

_PLACES = {
    "book": BOOK,
    "root": "",
    "dashboard": "xl/worksheets/sheet1.xml",
    "dashboard drawing": "xl/drawings/drawing1.xml",
    "daily": "xl/worksheets/sheet3.xml",
    "guide": "xl/worksheets/sheet14.xml",
    "calc": "xl/worksheets/sheet15.xml",
}
_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


class Link(NamedTuple):
    """An arrow from one part to another; the package's own arrows have no owner."""

    owner: str
    id: str
    type: str
    target: str


class Mine(NamedTuple):
    """What of a workbook is the user's.

    Args:
        parts: names and content.
        links: arrows to them and from them.
        named: arrows that their owner's text names, all others are found by their kind.
        types: content types of the parts.
    """

    parts: Mapping[str, bytes]
    links: Collection[Link]
    named: Collection[Link]
    types: Mapping[str, str]


def stuffed(everything: Mapping[str, bytes], *, on_the_dashboard: bool = False) -> tuple[dict[str, bytes], Mine]:
    """Put parts of every kind into a workbook of ours.

    Args:
        everything: the workbook's parts.
        on_the_dashboard: a picture and a chart stand on our Dashboard, too.

    Returns:
        The workbook's parts, and what is the user's.
    """
    title = "我的页0"
    found, brought = with_sheet(everything, own_sheet(title, 50, "'日报'!$B$5:$B$9"), title)
    places = _PLACES | _parts_of(brought)
    kinds = list(part_kinds(macros="xl/vbaProject.bin" in found, on_the_dashboard=on_the_dashboard))
    arrows = {one.name: _hang(found, one._replace(owner=places.get(one.owner, one.owner))) for one in kinds}
    for owner, link, target in OUTSIDE:
        _point(found, places.get(owner, owner), link, target, outside=True)
    for place, names in (NAMES | {"dashboard drawing": ON_THE_DASHBOARD} if on_the_dashboard else NAMES).items():
        _name(found, places[place], names, arrows)
    mine = brought | {one.name for one in kinds} | _other_tabs(found) | found.keys() & {"xl/vbaProject.bin"}
    return found, _told(found, {one for one in mine if not one.endswith(".rels")})


def _told(found: Mapping[str, bytes], mine: Collection[str]) -> Mine:
    links = [one for one in links_of(found) if one.target in mine or one.owner in mine]
    named = [one for one in links if _names(found, one)]
    return Mine({one: found[one] for one in mine}, links, named, {one: type_of(found, one) for one in mine})


def _names(everything: Mapping[str, bytes], link: Link) -> bool:
    return f'"{link.id}"'.encode() in everything.get(link.owner, b"")


def _parts_of(sheet: Collection[str]) -> dict[str, str]:
    """The parts of an own sheet that others hang on."""
    stems = ("worksheets/sheet", "drawings/drawing", "charts/chart", "tables/table")
    return {stem.split("/")[1]: min(one for one in sheet if one.startswith(f"xl/{stem}")) for stem in stems}


def _hang(found: dict[str, bytes], one: PartKind) -> str:
    """Put a part in and let its owner point to it; the arrow's name."""
    assert one.name not in found, one
    found[one.name] = content_of(one.name)
    tag = f'<Override PartName="/{one.name}" ContentType="{one.type}"/></Types>'
    found[TYPES] = found[TYPES].replace(b"</Types>", tag.encode())
    path = posixpath.relpath(one.name, posixpath.dirname(one.owner) or ".")
    return _point(found, one.owner, one.link, path)


def _point(found: dict[str, bytes], owner: str, kind: str, target: str, *, outside: bool = False) -> str:
    links = rels_of(owner)
    text = found.get(links, _EMPTY)
    arrow, mode = f"rIdMine{text.count(b'rIdMine')}", ' TargetMode="External"' * outside
    tag = f'<Relationship Id="{arrow}" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    found[links] = text.replace(b"</Relationships>", tag.encode())
    return arrow


def _name(found: dict[str, bytes], part: str, names: Mapping[str, str], arrows: Mapping[str, str]) -> None:
    text = found[part].decode()
    for before, words in names.items():
        places = list(re.finditer(before, text))
        said = re.sub("«([^»]*)»", lambda name: arrows[name[1]], words)
        text = text[: places[-1].start()] + said + text[places[-1].start() :]
    found[part] = text.encode()


def _other_tabs(found: dict[str, bytes]) -> set[str]:
    for number, (name, link, kind, title) in enumerate(SHEETS):
        arrow = _hang(found, PartKind(name, BOOK, link, kind))
        tag = f'<sheet name="{title}" sheetId="{900 + number}" r:id="{arrow}"/></sheets>'
        found[BOOK] = found[BOOK].replace(b"</sheets>", tag.encode())
    return {name for name, *_ in SHEETS}


def rels_of(part: str) -> str:
    """The part that holds another's arrows."""
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")


def links_of(everything: Mapping[str, bytes]) -> Iterator[Link]:
    """Every arrow of a workbook."""
    for part in [one for one in everything if one.endswith(".rels")]:
        folder = posixpath.dirname(posixpath.dirname(part))
        owner = posixpath.join(folder, posixpath.basename(part).removesuffix(".rels"))
        for tag in re.findall(r"<Relationship\s[^>]*>", everything[part].decode()):
            said = dict(re.findall(r'(\w+)="([^"]*)"', tag))
            inside = posixpath.normpath(posixpath.join("/", folder, said["Target"])).lstrip("/")
            target = said["Target"] if said.get("TargetMode") == "External" else inside
            yield Link(owner, said["Id"], said["Type"], target)


def type_of(everything: Mapping[str, bytes], part: str) -> str:
    """What a part is declared to be; empty where it is not."""
    types = {}
    for tag in re.findall(r"<(?:Override|Default)\s[^>]*>", everything[TYPES].decode()):
        said = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        types[said.get("PartName") or said["Extension"]] = said["ContentType"]
    return types.get(f"/{part}") or types.get(part.rsplit(".", 1)[-1], "")


def lost(mine: Mine, after: Mapping[str, bytes]) -> list[str]:
    """What of the user's is not what it was, one line each."""
    now = set(links_of(after))
    changed = [f"part {name}" for name, content in mine.parts.items() if after.get(name) != content]
    types = [f"type of {name}" for name, kind in mine.types.items() if type_of(after, name) != kind]
    cut = [f"link of {one.owner or 'the package'} to {one.target}" for one in mine.links if one not in now]
    unnamed = [f"name of {one.target} in {one.owner}" for one in mine.named if not _names(after, one)]
    return sorted([*changed, *types, *cut, *unnamed])
