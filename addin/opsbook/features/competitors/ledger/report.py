"""What is to be told of competitors: events, prices, seasons, look-alikes, customers lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from opsbook.book.compile.calculate import BookCells
from opsbook.engine.workbook import Workbook
from opsbook.features.competitors.ledger.lost import lost
from opsbook.features.competitors.ledger.news import DAYS
from opsbook.features.competitors.ledger.reading import day_of, number_of, text_of
from opsbook.features.competitors.rules.lost import LostTo
from opsbook.features.competitors.words import SAME_STYLE, id_of
from opsbook.model.answers import NO
from opsbook.model.values import Value, is_number

Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class PeerReport:
    """What the ledger says.

    Args:
        first: the first day of the events; None while the log is empty.
        events: rows of PeerEvents from that day on, newest first, with the item's title; of the shops that are watched,
            of all while none is.
        others: how many events of other shops there were.
        prices: rows of PeerPrices that have a price index.
        seasons: rows of PeerSeasons.
        alike: rows of PeerMatches that the operator has not refused; of one item the most alike first.
        lost: to whom customers were lost, over all days of the workbook.
    """

    first: date | None
    events: Sequence[Row]
    others: int
    prices: Sequence[Row]
    seasons: Sequence[Row]
    alike: Sequence[Row]
    lost: Sequence[LostTo]


def peer_report(workbook: Workbook, cells: BookCells, since: date | None) -> PeerReport:
    """Gather what is to be told.

    Args:
        workbook: the workbook, its results written.
        cells: the same, calculated.
        since: the first day of events; None takes the newest week of the log.
    """
    log = rows_of(workbook, cells, "PeerLog")
    titles = {(text_of(row["shop"]), text_of(row["item_id"])): row["title"] for row in _by_day(log) if row["title"]}
    last = max((day for row in log if (day := day_of(row["date"]))), default=None)
    first = since or (last - timedelta(DAYS - 1) if last else None)
    events = [
        {**row, "title": titles.get((text_of(row["shop"]), text_of(row["item_id"])), row["item_id"])}
        for row in reversed(_by_day(rows_of(workbook, cells, "PeerEvents")))
        if first and (day := day_of(row["date"])) and day >= first
    ]
    told = [row for row in events if row["watched"] != NO[cells.lang]]
    return PeerReport(
        first=first if last else None,
        events=told,
        others=len(events) - len(told),
        prices=[row for row in rows_of(workbook, cells, "PeerPrices") if is_number(row["index"])],
        seasons=rows_of(workbook, cells, "PeerSeasons"),
        alike=_alike(workbook, cells),
        lost=lost(workbook),
    )


def rows_of(workbook: Workbook, cells: BookCells, table: str) -> list[Row]:
    """Rows of a table with what their formulas show, placeholders left out."""
    names = [column.id for column in workbook.catalog.tables[table].columns]
    columns = [cells.column(table, name) for name in names]
    rows = (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))
    named = [name for name in workbook.catalog.tables[table].key if name != "n"] or ["item_id"]
    return [row for row in rows if all(row[name] not in {None, ""} for name in named)]


def _alike(workbook: Workbook, cells: BookCells) -> list[Row]:
    """Our items as the comparison has them, each with the confirmed ones first, then the most alike.

    On the sheet a pair stays where it is, for notes stand beside it.
    """
    rows = [row for row in rows_of(workbook, cells, "PeerMatches") if id_of(SAME_STYLE, row["same"]) != "no"]
    items = dict.fromkeys(text_of(row["item_id"]) for row in (*rows_of(workbook, cells, "PeerPrices"), *rows))
    place = {item: at for at, item in enumerate(items)}
    return sorted(rows, key=lambda row: (place[text_of(row["item_id"])], -(number_of(row["score"]) or 0)))


def _by_day(rows: Iterable[Row]) -> list[Row]:
    """Oldest first; rows without a day count as oldest."""
    return sorted(rows, key=lambda row: number_of(row["date"]) or 0)
