"""The columns of a table with its metrics, and their headers."""

from functools import cache

from opsbook.features.daily.metrics import METRIC
from opsbook.features.daily.tables import TABLES, Column, Kind, Table
from opsbook.formulas.text import Labels
from opsbook.model.language import Lang


@cache
def columns(table: Table) -> tuple[Column, ...]:
    """List a table's columns in reading order: its own, then one formula column per metric.

    >>> from opsbook.features.daily.tables import SOURCE_DAY
    >>> [column.label.zh for column in columns(SOURCE_DAY)][-3:]
    ['支付转化率', '客单价', '访客价值']
    """
    metrics = (METRIC[name] for name in table.metrics)
    return (*table.columns, *(Column(metric.id, metric.label, metric.unit, Kind.FORMULA) for metric in metrics))


def headers(table: Table, lang: Lang) -> tuple[str, ...]:
    """Headers of a table's columns in the workbook's language, in reading order."""
    return tuple(column.label[lang] for column in columns(table))


@cache
def labels(lang: Lang) -> Labels:
    """Give the header of any column by table name and column id, in the workbook's language."""
    known = {(table.name, column.id): column.label[lang] for table in TABLES for column in columns(table)}
    return lambda table, column: known[table, column]
