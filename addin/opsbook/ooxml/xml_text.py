"""Reading and writing pieces of XML as text, so that what is not touched keeps its bytes."""

import re
from collections.abc import Callable
from functools import cache

_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NAMED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))  # the last makes no new ones
_LONGEST_TEXT = 32767  # Excel's limit, counted in UTF-16 units


@cache
def _attribute_pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf'\s{name}\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')


def bytewise(content: bytes) -> str:
    """UTF-8 as a text of one character per byte: XML's own characters are what they are, all else waits until it is read.

    >>> bytewise("<t>é</t>".encode())
    '<t>Ã©</t>'
    """
    return content.decode("latin-1")


def as_bytewise(text: str) -> str:
    """A text as it stands inside a bytewise one."""
    return text if text.isascii() else bytewise(text.encode("utf-8"))


def readable(text: str, errors: str = "strict") -> str:
    """What a bytewise text says.

    >>> readable(as_bytewise("支付金额"))
    '支付金额'
    """
    return text if text.isascii() else text.encode("latin-1").decode("utf-8", errors)


def attribute(tag: str, name: str) -> str | None:
    """The value of an attribute of a tag, unescaped; None when it is absent."""
    start = tag.find(f' {name}="')
    if start >= 0:  # as nearly every program spells it
        start += len(name) + 3
        end = tag.find('"', start)
        return unescaped(tag[start:end]) if end >= 0 else None
    if name not in tag:
        return None
    found = _attribute_pattern(name).search(tag)
    return unescaped(found[1] if found[1] is not None else found[2]) if found else None


def with_attribute(tag: str, name: str, value: str) -> str:
    """The tag with one attribute replaced."""
    return _attribute_pattern(name).sub(lambda _: f' {name}="{escaped(value)}"', tag, count=1)


def without_attributes(tag: str, *names: str) -> str:
    """The tag without some attributes."""
    for name in names:
        tag = _attribute_pattern(name).sub("", tag)
    return tag


def escaped(text: str) -> str:
    """Text between tags or inside double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def unescaped(text: str) -> str:
    """What a piece of XML text says."""
    if "&#" in text:
        import html  # noqa: PLC0415  (slow to load, rarely wanted)

        return html.unescape(text)
    if "&" in text:
        for name, sign in _NAMED:
            text = text.replace(name, sign)
    return text


def stored_again(stored: str, reader: Callable[[str], str]) -> str:
    """A piece of bytewise text between tags or quotes as another reads it; the same bytes where it reads the same."""
    old = unescaped(readable(stored, "replace"))
    new = reader(old)
    return stored if new == old else as_bytewise(escaped(new))


def shown(text: str) -> str:
    """What a piece of cell text says, control characters written as _x000D_ included."""
    text = unescaped(text)
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def storable(text: str) -> str:
    """Cell text as XML can hold it: control characters become _x000D_ and the like."""
    return escaped(_ILLEGAL.sub(lambda found: f"_x{ord(found[0]):04X}_", text))


def shortened(text: str) -> str:
    """Cell text cut to what a cell can hold.

    >>> len(shortened("x" * 40_000))
    32767
    """
    if len(text) * 2 <= _LONGEST_TEXT:
        return text
    units = text.encode("utf-16-le", "surrogatepass")[: _LONGEST_TEXT * 2]
    return (
        units.decode("utf-16-le", "ignore") if _ends_inside_pair(units) else units.decode("utf-16-le", "surrogatepass")
    )


def _ends_inside_pair(units: bytes) -> bool:
    return 0xD8 <= units[-1] <= 0xDB
