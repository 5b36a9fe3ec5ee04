"""How a new part joins a package: under a name nobody has, with its content type, and with arrows to it."""

import posixpath
import re
from itertools import count

from opsbook.ooxml.package.parts import Package, links_of
from opsbook.ooxml.xml_text import attribute, escaped

_TYPES = "[Content_Types].xml"
_OVERRIDE = re.compile(r"<Override\s[^>]*>")
_DEFAULT = re.compile(r"<Default\s[^>]*>")
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_NO_LINKS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def free_part(package: Package, stem: str) -> str:
    """A part name with a number that no part has yet, such as `xl/tables/table33.xml`."""
    return next(part for number in count(1) if (part := f"{stem}{number}.xml") not in package)


def content_type(package: Package, part: str) -> str:
    """What a part is, as the package declares it; empty where it does not."""
    types = package.read(_TYPES)
    for tag in _OVERRIDE.findall(types):
        if attribute(tag, "PartName") == f"/{part}":
            return attribute(tag, "ContentType") or ""
    ending = posixpath.splitext(part)[1].removeprefix(".").lower()
    defaults = (tag for tag in _DEFAULT.findall(types) if (attribute(tag, "Extension") or "").lower() == ending)
    return next((attribute(tag, "ContentType") or "" for tag in defaults), "")


def join(package: Package, part: str, content: bytes, kind: str) -> None:
    """Put a new part in.

    Args:
        package: the package.
        part: its name.
        content: its bytes.
        kind: its content type.
    """
    package.add(part, content)
    if content_type(package, part) != kind:
        types = package.read(_TYPES)
        override = f'<Override PartName="/{part}" ContentType="{escaped(kind)}"/>'
        package.write(_TYPES, types.replace("</Types>", f"{override}</Types>", 1))


def connect(package: Package, owner: str, kind: str, target: str, kinds: str = _KINDS) -> str:
    """Let a part point to another.

    Args:
        package: the package.
        owner: the part that points.
        kind: last word of the arrow's type, such as worksheet.
        target: the part it points to.
        kinds: what stands before that word.

    Returns:
        The arrow's name inside the owner.
    """
    links, path = links_of(owner), posixpath.relpath(target, posixpath.dirname(owner) or ".")
    if links not in package:
        package.add(links, _NO_LINKS.encode())
    taken = {link.id for link in package.relationships(owner)}
    name = next(name for number in count(1) if (name := f"rId{number}") not in taken)
    arrow = f'<Relationship Id="{name}" Type="{kinds}{kind}" Target="{escaped(path)}"/>'
    package.write(links, package.read(links).replace("</Relationships>", f"{arrow}</Relationships>", 1))
    return name
