"""The zip package of a workbook: parts as text, everything untouched byte for byte."""

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from opsbook.model.errors import FileRefusedError
from opsbook.ooxml.package.deflating import Deflated, Deflating
from opsbook.ooxml.package.reading_ahead import Ahead
from opsbook.ooxml.package.zip_parts import Part, inflated, packed, stored
from opsbook.ooxml.xml_text import attribute

_RELATIONSHIP = re.compile(r"<Relationship\s[^>]*>")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # how password-protected books and .xls files begin
_LARGE = 1 << 16  # bytes of a part worth reading ahead
_DAMAGES = (KeyError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, struct.error)
_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part to another.

    Args:
        id: its name inside the part.
        type: last word of its type, such as worksheet, table, calcChain.
        target: name of the part it points to.
    """

    id: str
    type: str
    target: str


class Package:
    """A workbook's zip package in memory.

    Args:
        content: the bytes of the file.
        file: file name for messages.

    Raises:
        FileRefusedError: not a zip, or encrypted.
    """

    def __init__(self, content: bytes, file: str) -> None:
        if content.startswith(_OLE):
            raise FileRefusedError("book-protected", file=file)
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError):
            raise FileRefusedError("not-a-book", file=file) from None
        self.file, self._content = file, content
        members = sorted(self._zip.infolist(), key=lambda member: -member.file_size)
        self._ahead = Ahead((one.filename for one in members if one.file_size > _LARGE), self._inflated)
        self._deflating = Deflating()
        self._deflated: dict[str, Deflated] = {}
        self._texts: dict[str, str] = {}
        self._new: dict[str, bytes] = {}
        self._removed: set[str] = set()

    @property
    def changed(self) -> bool:
        """Whether any part differs from the file."""
        return bool(self._new or self._removed)

    def __contains__(self, part: str) -> bool:
        return part not in self._removed and (part in self._new or part in self._zip.NameToInfo)

    def names(self) -> list[str]:
        """Every part, in the order of the file, new ones last."""
        known = [*self._zip.NameToInfo, *(one for one in self._new if one not in self._zip.NameToInfo)]
        return [one for one in known if one not in self._removed]

    def read(self, part: str) -> str:
        """The text of a part.

        Raises:
            FileRefusedError: the part is missing or damaged.
        """
        if part not in self._texts:
            try:
                self._texts[part] = self.content(part).decode("utf-8")
            except UnicodeDecodeError:
                raise self._damaged(part) from None
        return self._texts[part]

    def content(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            FileRefusedError: the part is missing or damaged.
        """
        if part in self._new:
            return self._new[part]
        try:
            return self._ahead.take(part) or self._inflated(part)
        except _DAMAGES:
            raise self._damaged(part) from None

    def _inflated(self, part: str) -> bytes:
        member = self._zip.getinfo(part)
        if member.compress_type != zipfile.ZIP_DEFLATED:
            return self._zip.read(part)
        return inflated(stored(self._content, member))

    def _damaged(self, part: str) -> FileRefusedError:
        return FileRefusedError("book-damaged", file=self.file, part=part)

    def write(self, part: str, text: str) -> None:
        """Replace the text of a part; the same text again changes nothing."""
        if text != self.read(part):
            self._texts[part] = text
            self._new[part] = text.encode("utf-8")
            self._deflated.pop(part, None)

    def replace(self, part: str, content: bytes) -> None:
        """Replace the bytes of a part; they are compressed meanwhile."""
        self._texts.pop(part, None)
        self._new[part] = content
        self._deflated[part] = self._deflating.take(content)

    def add(self, part: str, content: bytes) -> None:
        """Put a part in that the package does not have; its content type and whoever points to it are the caller's."""
        self._removed.discard(part)
        self.replace(part, content)

    def remove(self, part: str, owner: str) -> None:
        """Take a part out, with its content type, its relationships and the owner's to it."""
        self._removed |= {part, links_of(part)}
        for one in (part, links_of(part)):
            self._new.pop(one, None)
            self._texts.pop(one, None)
        types = re.sub(
            rf'<Override\s[^>]*PartName="/{re.escape(part)}"[^>]*>(?:\s*</Override>)?', "", self.read(_TYPES)
        )
        self.write(_TYPES, types)
        gone = {link.id for link in self.relationships(owner) if link.target == part}
        links = self.read(links_of(owner))
        kept = _RELATIONSHIP.sub(lambda found: "" if attribute(found[0], "Id") in gone else found[0], links)
        self.write(links_of(owner), kept)

    def relationships(self, owner: str) -> list[Relationship]:
        """Where a part points to; an empty owner asks the package itself."""
        links = links_of(owner)
        if links not in self:
            return []
        folder = posixpath.dirname(owner)
        return [_relationship(found, folder) for found in _RELATIONSHIP.findall(self.read(links))]

    def to_bytes(self) -> bytes:
        """The package as a file: members in their old order with their old dates, unchanged ones as they lie there.

        Raises:
            FileRefusedError: a part is damaged.
        """
        for part, content in self._new.items():
            if part not in self._deflated and part not in self._removed:
                self._deflated[part] = self._deflating.take(content)
        self._deflating.finish()
        return packed(self._parts())

    def _parts(self) -> Iterator[Part]:
        for member in self._zip.infolist():
            name = member.filename
            if name in self._removed:
                continue
            if name in self._new:
                done = self._deflated[name]
                yield Part(member, zipfile.ZIP_DEFLATED, done.crc, done.size, done.stream())
            else:
                yield self._as_it_lies(member)
        for name in (name for name in self._new if name not in self._zip.NameToInfo and name not in self._removed):
            done = self._deflated[name]
            yield Part(zipfile.ZipInfo(name), zipfile.ZIP_DEFLATED, done.crc, done.size, done.stream())

    def _as_it_lies(self, member: zipfile.ZipInfo) -> Part:
        try:
            return stored(self._content, member)
        except _DAMAGES:
            raise self._damaged(member.filename) from None


def links_of(part: str) -> str:
    """The part that holds the arrows of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relationship(tag: str, folder: str) -> Relationship:
    path = attribute(tag, "Target") or ""
    target = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
    kind = (attribute(tag, "Type") or "").rpartition("/")[2]
    return Relationship(attribute(tag, "Id") or "", kind, target)
