"""What each version of each feature brought to workbooks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from opsbook.model.catalog import CatalogError
from opsbook.model.records.part import Part, PartKind

if TYPE_CHECKING:
    from opsbook.engine.feature import Feature

FIRST = "0.1.0"
"""The first version of the product: what workbooks that tell no versions were made with."""


def parts_of(features: Sequence["Feature"]) -> tuple[Part, ...]:
    """Every sheet, table, column and defined name with the version that brought it; a metric's column comes with the metric.

    Raises:
        CatalogError: a part is newer than its feature.
    """
    metrics = {metric.id: (feature.id, metric.since) for feature in features for metric in feature.metrics}
    parts = tuple(part for feature in features for part in _parts(feature, metrics))
    versions = {feature.id: feature.version for feature in features}
    if newer := [part.column or part.name for part in parts if part.since > versions[part.feature]]:
        raise CatalogError("part-newer-than-feature", *newer)
    return parts


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
