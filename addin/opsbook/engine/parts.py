"""What each version of each feature brought to workbooks, and what it called otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from opsbook.model.catalog import CatalogError
from opsbook.model.language import Label
from opsbook.model.records.part import Part, PartKind, Renamed

if TYPE_CHECKING:
    from opsbook.engine.feature import Feature

FIRST = "0.1.0"
"""The first version of the product: what workbooks that tell no versions were made with."""


def parts_of(features: Sequence["Feature"]) -> tuple[Part, ...]:
    """Every sheet, table, column and defined name with the version that brought it; a metric's column comes with the metric.

    A column's label is a part of its own where a version changed it.

    Raises:
        CatalogError: a part, or a change of a label, is newer than its feature.
    """
    metrics = {metric.id: (feature.id, metric.since) for feature in features for metric in feature.metrics}
    parts = [part for feature in features for part in _parts(feature, metrics)]
    labels = list(_label_parts(features))
    versions = {feature.id: feature.version for feature in features}
    if late := [part for part in (*parts, *labels) if part.since > versions[part.feature]]:
        raise CatalogError("part-newer-than-feature", *(part.column or part.name for part in late))
    return (*parts, *(part for part in labels if part.name))


def _label_parts(features: Sequence["Feature"]) -> Iterator[Part]:
    """Labels with the version that changed them last; those of columns name their table."""
    for one in renamed_of(features):
        yield Part(PartKind.LABEL, one.table, one.column or one.label.en, one.feature, one.label.former[-1].version)
    for feature in features:
        for sheet in (sheet for sheet in feature.sheets if sheet.former):
            yield Part(PartKind.LABEL, "", sheet.id, feature.id, sheet.former[-1].version)


def _parts(feature: "Feature", metrics: Mapping[str, tuple[str, int]]) -> Iterator[Part]:
    for sheet in feature.sheets:
        yield Part(PartKind.SHEET, sheet.id, "", feature.id, sheet.since)
    for table in feature.tables:
        yield Part(PartKind.TABLE, table.name, "", feature.id, table.since)
        for column in table.columns:
            yield Part(PartKind.COLUMN, table.name, column.id, feature.id, column.since)
        for name in table.metrics:
            yield Part(PartKind.COLUMN, table.name, name, *metrics[name])
    for add in feature.adds:
        own = (add.column.id, feature.id, add.column.since) if add.column else (add.metric, *metrics[add.metric])
        yield Part(PartKind.COLUMN, add.table, *own)
    for option in feature.options:
        yield Part(PartKind.OPTION, option.name, "", feature.id, option.since)
    for name, meant in feature.names.items():
        yield Part(PartKind.NAME, name, "", feature.id, meant.since)


def renamed_of(features: Sequence["Feature"]) -> tuple[Renamed, ...]:
    """Columns, and other things that cells name by their label, which were called otherwise before.

    A label that a column has from a field or metric changes with the version of the feature that defines those.
    """
    owners = {(one.id, one.label): feature.id for feature in features for one in feature.fields}
    owners |= {(one.id, one.label): feature.id for feature in features for one in feature.metrics}
    found = chain(_columns(features, owners), *(_labels(feature) for feature in features))
    return tuple(one for one in found if one.label.former)


def _columns(features: Sequence["Feature"], owners: Mapping[tuple[str, Label], str]) -> Iterator[Renamed]:
    metrics = {metric.id: metric for feature in features for metric in feature.metrics}
    for feature in features:
        own = [(table.name, column) for table in feature.tables for column in table.columns]
        own += [(add.table, add.column) for add in feature.adds if add.column]
        for table, column in own:
            yield Renamed(table, column.id, owners.get((column.id, column.label), feature.id), column.label)
        shown = [(table.name, name) for table in feature.tables for name in table.metrics]
        shown += [(add.table, add.metric) for add in feature.adds if add.metric]
        for table, name in shown:
            yield Renamed(table, name, owners[name, metrics[name].label], metrics[name].label)


def _labels(feature: "Feature") -> Iterator[Renamed]:
    """Labels by which cells name things."""
    labels = [
        *(one.label for one in feature.fields),
        *(one.label for one in feature.metrics),
        *(one.label for one in feature.judged),
        *(one.label for one in feature.scopes),
        *(one.label for one in feature.options),
        *(table.sheet for table in feature.tables if table.sheet),
    ]
    return (Renamed("", "", feature.id, label) for label in labels)
