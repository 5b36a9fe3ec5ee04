"""Everything a folder holds, so that a test can look for what must not be there."""

import zipfile
from collections.abc import Iterator
from pathlib import Path


def everything_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder by its name, workbooks and backups unpacked as well."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as package:
                    yield from ((f"{path.name}/{name}", package.read(name)) for name in package.namelist())
