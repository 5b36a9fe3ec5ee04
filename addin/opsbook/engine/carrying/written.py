"""Which cells every refresh writes anew: they need not go along."""

from collections.abc import Collection

from opsbook.model.catalog import Catalog
from opsbook.model.schema import Kind, Table


def results(catalog: Catalog, table: Table) -> Collection[str]:
    """Ids of a table's columns that a refresh writes anew; formulas are none of them.

    Of a table that it writes as a whole the key is one of them: rows appear and go as the refresh decides.
    """
    if table.lasting:
        return frozenset()
    written = {name for step in catalog.steps for name in step.writes}
    facts = [column.id for column in table.columns if column.kind is Kind.FACT]
    whole = table.name in written
    return frozenset(name for name in facts if whole or f"{table.name}.{name}" in written)
