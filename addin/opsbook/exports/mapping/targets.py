"""What the columns of a report of one's own may stand for: the fields of the fact tables that imports write."""

from collections.abc import Iterator

from opsbook.exports.platforms.normalize import plain_header
from opsbook.features.competitors.tables import PEER_LOG
from opsbook.features.daily.tables import FACT_TABLES, TABLE
from opsbook.model.language import LANGS, Label
from opsbook.model.schema import Column, Kind, Table
from opsbook.model.units import Unit

MAPPABLE: tuple[Table, ...] = (*FACT_TABLES, PEER_LOG)
WRITTEN_BY_US = frozenset({"weekday", "event", "partial"})
SHEET: dict[str, Label] = {
    "ShopDay": Label("日报", "Daily"),
    "SourceDay": Label("流量来源", "Traffic"),
    "ItemDay": Label("商品", "Items"),
    "PlanDay": Label("推广计划", "Ad plans"),
    "KeywordDay": Label("推广关键词", "Ad keywords"),
    "PeerLog": Label("竞品日志", "Peer log"),
}


def fields(table: str) -> tuple[Column, ...]:
    """The columns of a fact table that a file may fill, in reading order."""
    facts = (column for column in TABLE[table].columns if column.kind is Kind.FACT)
    return tuple(column for column in facts if column.id not in WRITTEN_BY_US and column.unit is not Unit.FLAG)


def field_named(table: str, word: str) -> Column | None:
    """The field of a table that a word names: its label in either language, or its id; None when it names none.

    >>> field_named("ShopDay", "支付金额").id, field_named("PlanDay", "Total GMV").id
    ('gmv', 'ad_gmv')
    """
    plain = plain_header(word)
    for column in fields(table):
        if plain in {column.id, *(plain_header(column.label[lang]) for lang in LANGS)}:
            return column
    return None


def table_named(word: str) -> Table | None:
    """The fact table that a word names: its name or what its sheet is called, in either language; None for neither."""
    plain = plain_header(word)
    for table in MAPPABLE:
        if plain in {table.name.lower(), *(plain_header(SHEET[table.name][lang]) for lang in LANGS)}:
            return table
    return None


def labelled() -> Iterator[tuple[Label, tuple[str, ...]]]:
    """Every field once by its label, with the tables it may fill."""
    found: dict[Label, list[str]] = {}
    for table in MAPPABLE:
        for column in fields(table.name):
            found.setdefault(column.label, []).append(table.name)
    return ((label, tuple(tables)) for label, tables in found.items())
