"""What installed packages add is drawn once and kept in the user's cache, until the program or one of them changes."""

import importlib.util
import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from opsbook.hosts.files.whole_files import write_whole
from opsbook.model.catalog import Catalog

MOST = 12  # files kept; what was drawn longest ago goes first
_PLACE_IN_MEMORY = re.compile(r" at 0x[0-9A-Fa-f]+")
_DRAWN = ("sheets", "tiles", "calc")
_RECORDS = (
    "tables",
    "columns",
    "fields",
    "metrics",
    "judged",
    "scopes",
    "thresholds",
    "reports",
    "settings",
    "options",
)
_PLACES = ("inputs", "choices", "names", "sheets", "tiles", "calc", "figures", "adds", "versions", "plug_ins")


def kept(name: str, catalog: Catalog, sources: str, draw: Callable[[], bytes]) -> bytes:
    """What was drawn before, or is drawn now and kept; a damaged file is drawn again, an unwritable cache is done without.

    Args:
        name: what it is.
        catalog: what it is drawn from.
        sources: hash of the program's own sources.
        draw: draws it.
    """
    from platformdirs import user_cache_dir  # noqa: PLC0415 - only packages of others need it

    path = Path(user_cache_dir("opsbook", appauthor=False), f"{name}-{_key(catalog, sources)}")
    if content := _whole(path):
        return content
    content = draw()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, sha256(content).hexdigest().encode() + b"\n" + content)
        _tidy(path.parent)
    return content


def _whole(path: Path) -> bytes:
    """A kept file; empty where there is none or it is not what was written."""
    try:
        seal, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return b""
    return content if seal.decode(errors="replace") == sha256(content).hexdigest() else b""


def _tidy(folder: Path) -> None:
    """Leave the newest files; others may do the same meanwhile."""
    files = sorted(folder.glob("*-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[MOST:]:
        path.unlink(missing_ok=True)


def _key(catalog: Catalog, sources: str) -> str:
    """Differs whenever what is drawn may: by the program, by what packages declare, or by their code."""
    total = sha256(sources.encode())
    for name in (*_RECORDS, *_PLACES):
        total.update(_PLACE_IN_MEMORY.sub("", repr(getattr(catalog, name))).encode())
    for package in sorted(_packages(catalog)):
        total.update(package.encode() + _code(package))
    return total.hexdigest()[:32]


def _packages(catalog: Catalog) -> set[str]:
    """Packages of others that draw."""
    drawing = {one.draw.partition(".")[0].partition(":")[0] for name in _DRAWN for one in getattr(catalog, name)}
    return drawing - {"opsbook"}


def _code(package: str) -> bytes:
    """A hash of a package's modules."""
    total = sha256()
    for file in sorted(_modules(package)):
        total.update(file.name.encode() + file.read_bytes())
    return total.digest()


def _modules(package: str) -> Iterator[Path]:
    found = importlib.util.find_spec(package)
    for folder in (found.submodule_search_locations or ()) if found else ():
        for place, _, files in os.walk(folder):
            yield from (Path(place, name) for name in files if name.endswith(".py"))
    if found and found.origin and not found.submodule_search_locations:
        yield Path(found.origin)
