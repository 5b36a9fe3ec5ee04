"""Print the templates, and tell whether the committed ones are still what the code would print."""

import zipfile
from pathlib import Path

from opsbook.hosts.template import print_book
from opsbook.layout.book import plan_book
from opsbook.layout.dump import dump
from opsbook.vocabulary.language import LANGS, Lang


def template_name(lang: Lang) -> str:
    """File name of a template."""
    return f"opsbook-{lang}.xlsx"


def build(folder: Path) -> tuple[Path, ...]:
    """Print both templates and their text dumps into a folder; returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for lang in LANGS:
        book, text = folder / template_name(lang), folder / f"opsbook-{lang}.txt"
        print_book(plan_book(lang), book)
        text.write_text(dump(plan_book(lang)), encoding="utf-8", newline="\n")
        written += [book, text]
    return tuple(written)


def stale(folder: Path, fresh: Path) -> tuple[str, ...]:
    """Names of committed files that differ from freshly built ones, part by part."""
    build(fresh)
    return tuple(file.name for file in sorted(fresh.iterdir()) if not _same(folder / file.name, file))


def _same(committed: Path, fresh: Path) -> bool:
    if not committed.exists():
        return False
    if fresh.suffix != ".xlsx":
        return committed.read_bytes() == fresh.read_bytes()
    return _parts(committed) == _parts(fresh)


def _parts(book: Path) -> dict[str, bytes]:
    """Contents of a package: compressed bytes may differ between versions of zlib."""
    with zipfile.ZipFile(book) as package:
        return {name: package.read(name) for name in package.namelist()}
