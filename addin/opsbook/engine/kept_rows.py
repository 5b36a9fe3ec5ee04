"""Tables in which every row has a formula of its own, on sheets that an upgrade kept: which row is which."""

from collections.abc import Iterator, Mapping

from opsbook.book.compile.compiled_plan import CompiledPlan, CompiledSheet
from opsbook.hosts.host import Host
from opsbook.hosts.template.blank import blank_book
from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang
from opsbook.model.values import Value


def rows_held(
    host: Host, catalog: Catalog, plan: CompiledPlan, lang: Lang, kept: frozenset[str]
) -> Mapping[str, tuple[int, ...]]:
    """For each table that has other rows than it has today, the place that each of its rows has today.

    Without this the formula of a new row would be written into the old row that stands in its place.

    Args:
        host: the workbook.
        catalog: what the product consists of.
        plan: the workbook as it would be made today.
        lang: its language.
        kept: ids of sheets that an upgrade kept; elsewhere the number of rows tells.

    Returns:
        By table; no places where nothing tells which row is which: its formulas are nobody's business then.
    """
    pages = [(sheet.id in kept, page) for sheet, page in zip(catalog.sheets, plan.sheets, strict=True) if sheet.whole]
    tables = [name for is_kept, page in pages for name in _by_row(host, plan, page, is_kept=is_kept)]
    if not tables:
        return {}
    today = blank_book(catalog, lang)
    places = {name: _places(name, host, today, catalog, plan) for name in tables}
    return {name: found for name, found in places.items() if found is not None}


def _by_row(host: Host, plan: CompiledPlan, page: CompiledSheet, *, is_kept: bool) -> Iterator[str]:
    """Tables with formulas of their own in every row, of which the rows may be others than today's."""
    known = set(host.tables())
    for name in (one for one in page.tables if one in known):
        lengths = {
            len(words)
            for (table, _), words in plan.formulas.column_texts.items()
            if table == name and isinstance(words, tuple)
        }
        if lengths and (is_kept or lengths != {len(host.read_table(name).rows)}):
            yield name


def _places(name: str, host: Host, today: Host, catalog: Catalog, plan: CompiledPlan) -> tuple[int, ...] | None:
    """Where today's table has the rows of the workbook's; None where it has the same, and below them perhaps a person's."""
    key = catalog.tables[name].key[0]
    header = plan.headers[name][key]
    own, new = (_column(one, name, header) for one in (host, today))
    if own[: len(new)] == new or ((name, key) in plan.formulas.columns and len(own) == len(new)):
        return None
    if (name, key) in plan.formulas.columns or not set(own) <= set(new):
        return ()
    return tuple(new.index(one) for one in own)


def _column(host: Host, table: str, header: str) -> list[Value]:
    body = host.read_table(table)
    at = body.headers.index(header) if header in body.headers else 0
    return [row[at] for row in body.rows]
