"""A part of one package, and everything it points to, put into another under free names; its arrows keep theirs."""

import posixpath
import re
from collections.abc import Callable, Iterable
from itertools import count

from opsbook.ooxml.package.joining import content_type, join
from opsbook.ooxml.package.parts import Package, links_of
from opsbook.ooxml.xml_text import attribute, with_attribute

_RELATIONSHIP = re.compile(r"<Relationship\s[^>]*>")
_NUMBERED = re.compile(r"(.*?)\d*(\.\w+)?")
_ROOT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
Rewrite = Callable[[str, bytes], bytes]


class PartCopies:
    """Parts of a package as another has them; a part that several point to is copied once.

    Args:
        source: the package they come from.
        target: the package they go to.
        rewrite: what a part holds in the target, given its content type and what it holds in the source.
    """

    def __init__(self, source: Package, target: Package, rewrite: Rewrite) -> None:
        self._source, self._target, self._rewrite = source, target, rewrite
        self._known: dict[str, str] = {}

    def copy(self, part: str) -> str:
        """Put a part and all it points to into the target; returns its name there."""
        if part not in self._known:
            new, kind = self._free(part), content_type(self._source, part)
            self._known[part] = new
            join(self._target, new, self._rewrite(kind, self._source.content(part)), kind)
            if links_of(part) in self._source:
                self.link(part, new, _RELATIONSHIP.findall(self._source.read(links_of(part))))
        return self._known[part]

    def link(self, part: str, new: str, arrows: Iterable[str]) -> None:
        """Let a new part point, by the same names, to copies of what a part points to.

        Args:
            part: the part of the source.
            new: the part of the target.
            arrows: those of the source's relationships that are wanted.
        """
        tags = [one for tag in arrows if (one := self._arrow(tag, part, new))]
        if tags:
            self._target.add(links_of(new), _ROOT.format("".join(tags)).encode())

    def _arrow(self, tag: str, part: str, new: str) -> str:
        if attribute(tag, "TargetMode") == "External":
            return tag
        path = attribute(tag, "Target") or ""
        meant = (
            path.lstrip("/")
            if path.startswith("/")
            else posixpath.normpath(posixpath.join(posixpath.dirname(part), path))
        )
        if meant not in self._source:
            return ""
        return with_attribute(tag, "Target", posixpath.relpath(self.copy(meant), posixpath.dirname(new)))

    def _free(self, part: str) -> str:
        found = _NUMBERED.fullmatch(part)
        stem, ending = (found[1], found[2] or "") if found else (part, "")
        return next(name for number in count(1) if (name := f"{stem}{number}{ending}") not in self._target)
