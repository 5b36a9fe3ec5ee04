"""Elements of a style sheet, as the text that is stored and compared."""

import re
from typing import TYPE_CHECKING

from lxml import etree

from opsbook.ooxml.xml_text import escaped

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles")


def parsed(text: str) -> "Element":
    """The root of a style sheet; entities are not resolved and nothing is fetched."""
    return etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))


def spelled(element: "Element | None") -> str:
    """An element in the one way OpsBook spells it: attributes sorted, no space; what is alike is spelled alike.

    Elements of later versions of the format, in a namespace of their own, are left out.
    """
    if element is None:
        return ""
    name = local(element)
    tag = "".join([name, *(f' {key}="{escaped(value)}"' for key, value in sorted(plain(element).items()))])
    inner = "".join(spelled(child) for child in element if str(child.tag).startswith(MAIN))
    return f"<{tag}>{inner}</{name}>" if inner else f"<{tag}/>"


def local(element: "Element") -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def plain(element: "Element") -> dict[str, str]:
    """Attributes that have no namespace."""
    return {str(key): str(value) for key, value in element.attrib.items() if not str(key).startswith("{")}


def children(root: "Element", group: str) -> list["Element"]:
    """The elements of a group, such as fonts."""
    found = root.find(f"{MAIN}{group}")
    return [] if found is None else [child for child in found if isinstance(child.tag, str)]


def appended(text: str, group: str, element: str, count: int) -> str:
    """A style sheet with one more element at the end of a group; everything else keeps its bytes.

    Args:
        text: the style sheet.
        group: such as fonts.
        element: the new element.
        count: how many elements the group will have.
    """
    opening = re.search(rf"<{group}\b[^>]*>", text)
    if opening is None:
        return _with_group(text, group, f'<{group} count="{count}">{element}</{group}>')
    counted = re.sub(r'\scount="\d+"', f' count="{count}"', opening[0])
    if opening[0].endswith("/>"):
        return text.replace(opening[0], f"{counted.removesuffix('/>')}>{element}</{group}>", 1)
    end = text.index(f"</{group}>", opening.end())
    return f"{text[: opening.start()]}{counted}{text[opening.end() : end]}{element}{text[end:]}"


def _with_group(text: str, group: str, whole: str) -> str:
    """A style sheet with a group that it lacked, where the format wants it."""
    later = "|".join([*_ORDER[_ORDER.index(group) + 1 :], "colors", "extLst"])
    before = re.search(rf"<(?:{later})\b|</styleSheet>", text)
    at = before.start() if before else len(text)
    return f"{text[:at]}{whole}{text[at:]}"
