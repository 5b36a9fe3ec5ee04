"""Print the templates and the add-in's sources, and tell whether the committed ones are what the code would print."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from opsbook.book.compile.book import plan_book
from opsbook.book.kit.format.cells import cell_name, range_name
from opsbook.book.plan import BookPlan, Rich, SheetPlan, TablePlan
from opsbook.engine.upgrade.releasing import kept_templates, released_file
from opsbook.formulas.node import Node
from opsbook.formulas.text import Labels, text
from opsbook.hosts.template.printing import print_book
from opsbook.model.catalog import Catalog
from opsbook.model.errors import UsageError
from opsbook.model.language import LANGS, Lang
from opsbook.vba.help import argument_help, function_groups
from opsbook.vba.modules import modules
from opsbook.vba.ribbon_xml import custom_ui


def template_name(lang: Lang) -> str:
    """File name of a template."""
    return f"opsbook-{lang}.xlsx"


def build(folder: Path, catalog: Catalog, kept: Path | None = None) -> tuple[Path, ...]:
    """Print both templates with their text dumps into a folder, and the add-in's sources into `macros` beside it.

    Args:
        folder: where the templates go.
        catalog: whose sheets, functions and buttons.
        kept: the folder with the templates of released versions: what they held is written beside the new ones.

    Returns:
        What was written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for lang in LANGS:
        book, text = folder / template_name(lang), folder / f"opsbook-{lang}.txt"
        print_book(plan_book(catalog, lang), book)
        text.write_text(dump(plan_book(catalog, lang)), encoding="utf-8", newline="\n")
        written += [book, text]
        if kept and (known := kept_templates(kept, lang)):
            written.append(folder / f"opsbook-{lang}.released")
            written[-1].write_bytes(released_file(catalog, lang, known.values()))
    return (*written, *_write_macros(_macros(folder), catalog))


def release(folder: Path, catalog: Catalog, kept: Path, version: str) -> None:
    """Print a version's templates and keep them: later versions are built with what they hold.

    Args:
        folder: where the templates go.
        catalog: whose sheets, functions and buttons.
        kept: the folder with the templates of released versions.
        version: the version they are released in.

    Raises:
        UsageError: it was released before, for workbooks in use were made with that.
    """
    place = kept / version
    if kept_templates(kept, "zh").get(version):
        raise UsageError("released-before", version=version, folder=place)
    build(folder, catalog)
    place.mkdir(parents=True, exist_ok=True)
    for lang in LANGS:
        shutil.copy(folder / template_name(lang), place / f"template-{lang}.xlsx")


def _macros(folder: Path) -> Path:
    return folder.resolve().parent / "macros"


def _write_macros(folder: Path, catalog: Catalog) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    sources = {f"{name}.bas": source for name, source in modules(catalog).items()}
    for lang in LANGS:
        sources[f"customUI14-{lang}.xml"] = custom_ui(lang, catalog)
        sources[f"argument-help-{lang}.xml"] = argument_help(lang, catalog)
        sources[f"function-groups-{lang}.xml"] = function_groups(lang, catalog)
    for name, source in sources.items():
        (folder / name).write_text(source, encoding="utf-8", newline="")  # VBA's CRLF stays as it is
    return [folder / name for name in sources]


def stale(folder: Path, fresh: Path, catalog: Catalog, kept: Path | None = None) -> tuple[str, ...]:
    """Names of committed files that differ from freshly built ones, part by part."""
    build(fresh / "templates", catalog, kept)
    pairs = ((folder, fresh / "templates"), (_macros(folder), fresh / "macros"))
    return tuple(
        file.name
        for committed, new in pairs
        for file in sorted(new.iterdir())
        if not _same(committed / file.name, file)
    )


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


def dump(book: BookPlan) -> str:
    """Write a plan as text for review: every sheet, table, cell, rule and name, one a line, and every formula once."""
    labels = book.labels()
    lines = [line for sheet in book.sheets for line in _sheet(sheet, labels)]
    names = [f"name {name} = {target}" for name, target in sorted(book.names.items())]
    return "\n".join([*lines, "", *names, ""])


def _sheet(sheet: SheetPlan, labels: Labels) -> Iterator[str]:
    yield f"# {sheet.title}"
    for place, cell in sorted(sheet.cells.items()):
        content = cell.content
        if content is None or content == "":
            continue
        name = f" [{cell.name}]" if cell.name else ""
        yield f"{cell_name(*place)}{name} {_content(content, labels)}"
    for table in sheet.tables:
        yield from _table(table, labels)
    for rule in sheet.rules:
        yield f"rule {range_name(*rule.box)} {'bar' if rule.bar else '=' + rule.formula}"
    for chart in sheet.charts:
        yield f"chart {'/'.join(chart.kind)} at {cell_name(*chart.at)}: {', '.join(one.name for one in (*chart.series, *chart.over))}"
    yield ""


def _content(content: object, labels: Labels) -> str:
    if isinstance(content, Node):
        return "=" + text(content, labels).replace("\n", "⏎")
    if isinstance(content, Rich):
        return "".join(words for _, words in content.runs)
    return str(content)


def _table(table: TablePlan, labels: Labels) -> Iterator[str]:
    yield f"table {table.name} at {cell_name(table.row, table.column)}, {len(table.body)} rows"
    for column in table.columns:
        node = column.node
        words = (
            "" if node is None else " =" + text(node[0] if isinstance(node, tuple) else node, labels).replace("\n", "⏎")
        )
        yield f"  {column.header} ({column.kind.value}){words}"
