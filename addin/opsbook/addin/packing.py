"""Zip parts into a package: the same bytes every time, on every system."""

import io
import zipfile
from collections.abc import Mapping

_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts.

    Args:
        parts: contents by name; the list of types and the package's relationships go first, as readers expect.
    """
    order = [*(name for name in _FIRST if name in parts), *sorted(name for name in parts if name not in _FIRST)]
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as package:
        for name in order:
            member = zipfile.ZipInfo(name, _DATE)
            member.create_system, member.compress_type = _UNIX, zipfile.ZIP_DEFLATED
            package.writestr(member, parts[name], compresslevel=9)
    return memory.getvalue()


def parts_of(package: bytes) -> dict[str, bytes]:
    """Contents of a package by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
