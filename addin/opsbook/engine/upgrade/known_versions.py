"""Which version of each feature a workbook file has: as it tells, or, where a program dropped what it told, as it shows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from opsbook.engine.workbook import language_of
from opsbook.hosts.host import Host, TableRows
from opsbook.hosts.template.shipped import compiled_plan
from opsbook.model.catalog import Catalog
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.language import Lang
from opsbook.model.records.part import Part, PartKind
from opsbook.model.versions import PROPERTY, held_versions


class Tells(Protocol):
    """A workbook that tells its custom properties."""

    def tables(self) -> Sequence[str]:
        """Names of its tables."""

    def read_table(self, name: str) -> TableRows:
        """The body of a table."""

    def read_property(self, name: str) -> str:
        """The text of a custom property; empty without one."""

    def locate(self, name: str) -> tuple[str, str]:
        """Sheet and address of the one cell a defined name points to."""


def needs_upgrade(host: Tells, catalog: Catalog, lang: Lang) -> bool:
    """Whether workbooks of today have something that this one may lack.

    Raises:
        WorkbookBrokenError: the workbook is of a newer version.
    """
    held = known_versions(host, catalog, lang)
    newer = tuple(name for name, number in catalog.versions.items() if held[name] > number)
    if newer:
        raise WorkbookBrokenError("book-newer", features=newer)
    return any(held[name] < number for name, number in catalog.versions.items())


def refuse_other(host: Host, catalog: Catalog) -> None:
    """Refuse a workbook that is open elsewhere and of another version: an older one is upgraded as a file.

    Excel on Windows tells what the workbook says of its version. On a Mac it tells none: there a workbook is older where a
    table, column or option that came later is not there.

    Raises:
        WorkbookBrokenError: it is older, or newer.
    """
    lang = language_of(host)
    if lang is None:
        return
    if host.read_property(PROPERTY):
        is_older = needs_upgrade(host, catalog, lang)
    else:
        late = [part for part in catalog.parts if part.since > int(part.feature in catalog.founding)]
        is_older = bool(late) and not all(map(_there(host, catalog, lang), late))
    if is_older:
        raise WorkbookBrokenError("book-older")


def known_versions(host: Tells, catalog: Catalog, lang: Lang) -> Mapping[str, int]:
    """Versions by feature.

    Programs such as file converters drop custom properties. A workbook that tells nothing but has a table that came later
    was brought up to date once: each feature then has the version whose tables and columns are all there.
    """
    told = host.read_property(PROPERTY)
    held = held_versions(told, catalog)
    late = [part for part in catalog.parts if part.since > held[part.feature]]
    if told or not late:
        return held
    there = _there(host, catalog, lang)
    if not any(part.kind is PartKind.TABLE and there(part) for part in late):
        return held
    return {name: _shown(name, number, late, catalog, there) for name, number in held.items()}


def _shown(name: str, held: int, late: list[Part], catalog: Catalog, there: Callable[[Part], bool]) -> int:
    """The version up to which everything of a feature is there."""
    lost = [part.since for part in late if part.feature == name and not there(part)]
    return max(held, min(lost) - 1) if lost else catalog.versions.get(name, held)


def _there(host: Host | Tells, catalog: Catalog, lang: Lang) -> Callable[[Part], bool]:
    """Whether a workbook has a table with all its columns, a column as it is called today, or an option.

    Sheets and names show by their tables.
    """
    headers = compiled_plan(catalog, lang).headers
    tables = frozenset(host.tables())

    def there(part: Part) -> bool:
        if part.kind in {PartKind.SHEET, PartKind.NAME}:
            return True
        if part.kind is PartKind.OPTION:
            return _is_named(host, part.name)
        if part.name not in tables:
            return False
        wanted = headers[part.name]
        columns = [wanted[part.column]] if part.column else wanted.values()
        return {*columns} <= {*host.read_table(part.name).headers}

    return there


def _is_named(host: Host | Tells, name: str) -> bool:
    """Whether a defined name points to a cell."""
    try:
        return bool(host.locate(name))
    except WorkbookBrokenError:
        return False
