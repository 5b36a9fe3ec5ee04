"""Columns that features add to another feature's table find their place in its drawing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from opsbook.book.kit.drawing import Drawing, Group
from opsbook.formulas.node import Node
from opsbook.metrics.formula import formula
from opsbook.metrics.refer import same_row
from opsbook.model.catalog import Catalog
from opsbook.model.records.contribution import Add
from opsbook.model.values import Value


def with_added(drawing: Drawing, catalog: Catalog) -> Drawing:
    """Give every added column its group, its formula and its cells.

    Args:
        drawing: how the table's owner draws it.
        catalog: what features add to it.

    Returns:
        The drawing with each added column in the owner's group of the same title, else in a group of its own after the
        owner's, in the order of the features. A table without bands takes them into its last group. A metric that the
        drawing has no formula for is calculated from its own row.
    """
    placed = {name for group in drawing.groups for name in group.columns}
    adds = [add for add in catalog.adds if add.table == drawing.table.name and _id(add) not in placed]
    if not adds:
        return drawing
    groups = _grouped(drawing.groups, adds)
    nodes = {**_formulas(adds, catalog), **drawing.nodes}
    return replace(drawing, groups=groups, nodes=nodes, body=_padded(drawing, groups))


def _id(add: Add) -> str:
    return add.metric if add.column is None else add.column.id


def _grouped(groups: tuple[Group, ...], adds: Iterable[Add]) -> tuple[Group, ...]:
    """The groups, each with the columns added under its title."""
    found = list(groups)
    banded = any(group.title.zh for group in groups)
    for add in adds:
        titles = [group.title for group in found]
        if banded and add.group not in titles:
            found.append(Group(add.group, (_id(add),)))
            continue
        at = titles.index(add.group) if banded else len(found) - 1
        found[at] = replace(found[at], columns=(*found[at].columns, _id(add)))
    return tuple(found)


def _formulas(adds: Iterable[Add], catalog: Catalog) -> Mapping[str, Node]:
    """The formula of each added metric, from its own row."""
    return {
        add.metric: formula(catalog.metrics[add.metric].expr, same_row(catalog, add.table))
        for add in adds
        if add.column is None
    }


def _padded(drawing: Drawing, groups: tuple[Group, ...]) -> tuple[tuple[Value, ...], ...]:
    """The owner's rows with blank cells in the added columns; rows that have a cell for each column stay."""
    before = [name for group in drawing.groups for name in group.columns]
    after = [name for group in groups for name in group.columns]
    return tuple(
        tuple(dict(zip(before, row, strict=True)).get(name) for name in after) if len(row) == len(before) else row
        for row in drawing.body
    )
