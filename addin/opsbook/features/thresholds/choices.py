"""Words that the thresholds' cells may hold, where no drop-down lists all of them."""

from opsbook.book.plan import BookPlan, body_cells
from opsbook.model.answers import NO, ON_WORDS, YES
from opsbook.model.catalog import Catalog
from opsbook.model.values import Value


def choices(catalog: Catalog, book: BookPlan) -> dict[tuple[str, str], tuple[Value, ...]]:
    """Words by table and column id.

    Args:
        catalog: whose metrics and scopes.
        book: the planned workbook.
    """
    lang, tables = book.lang, {table.name: table for table in book.tables}
    shown = body_cells(tables["CalcMetric"], "metric")
    bases = (*shown, *(column.header for column in tables["ShopDay"].columns))
    listed = body_cells(tables["Thresholds"], "metric")
    keys = (f"{name}|{scope}" for name in catalog.metrics for scope in catalog.scopes)
    return {
        ("Thresholds", "key"): (*body_cells(tables["Thresholds"], "key"), *keys),
        ("Thresholds", "metric"): (*shown, *listed, *(metric.label[lang] for metric in catalog.metrics.values())),
        ("Thresholds", "scope"): tuple(scope.label[lang] for scope in catalog.scopes.values()),
        ("Thresholds", "direction"): (1, -1),
        ("Thresholds", "green_base"): bases,
        ("Thresholds", "red_base"): bases,
        ("Thresholds", "on"): tuple(dict.fromkeys((YES[lang], NO[lang], *ON_WORDS, NO.zh, NO.en))),
    }
