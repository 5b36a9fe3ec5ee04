"""What the operator says of competitors by hand: whom to watch, and one sighting at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from opsbook.engine.imports.importing import years
from opsbook.engine.imports.ledger import read_ledger
from opsbook.engine.imports.reports import FileReport
from opsbook.engine.imports.windows import write_rows
from opsbook.engine.own_shop import is_own
from opsbook.engine.workbook import Workbook
from opsbook.exports.platforms.normalize import plain_shop
from opsbook.features.competitors.ledger.log import upsert_sightings
from opsbook.features.competitors.ledger.reading import day_of, watched
from opsbook.model.errors import UsageError, WorkbookBrokenError
from opsbook.model.facts import Fact
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.values import Value, day_words, from_serial


@dataclass(frozen=True, slots=True)
class Watching:
    """What became of a wish to watch a shop.

    Args:
        shop: as the list spells it.
        fresh: it was not watched before.
        changes: column id, old and new value of what was changed.
        count: how many shops are watched now.
    """

    shop: str
    fresh: bool
    changes: tuple[tuple[str, Value, Value], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Logged:
    """What became of a sighting.

    Args:
        fresh: the log had nothing of that item and day.
        written: cells that were written, by column id.
        issues: cells that said something else before and stay, and a day that has not come.
    """

    fresh: bool
    written: Mapping[str, Value]
    issues: tuple[Issue, ...]


def watch(workbook: Workbook, shop: str, told: Mapping[str, Value], today: float) -> Watching:
    """Watch a shop, or change what is written of one that is watched already.

    Args:
        workbook: the open workbook.
        shop: its name; another spelling of a watched shop is that shop.
        told: cells by column id, those that the operator named.
        today: since when a new one is watched where that was not told.

    Raises:
        UsageError: no name, it is our own shop, or the list is full.
    """
    if not shop.strip():
        raise UsageError("no-peer-name")
    if is_own(workbook)(shop):
        raise UsageError("own-shop-as-peer", shop=shop)
    known = {plain_shop(name): name for name in reversed(watched(workbook))}
    name = known.get(plain_shop(shop), shop.strip())
    row = next((row for row in workbook.rows("Peers") if row["shop"] == name), {})
    changes = tuple((column, row.get(column), value) for column, value in told.items() if row.get(column) != value)
    if changes or not row:
        _upsert(workbook, {"shop": name, **({} if row else {"since": today}), **told})
    return Watching(name, not row, changes if row else (), len(watched(workbook)))


def _upsert(workbook: Workbook, row: Mapping[str, Value]) -> None:
    try:
        workbook.upsert("Peers", [row])
    except WorkbookBrokenError as error:
        if error.code != "cells-in-the-way":
            raise
        raise UsageError("peers-full", count=len(watched(workbook))) from error


def write_sighting(workbook: Workbook, values: Mapping[str, Value], today: float) -> Logged:
    """Write one sighting into the log.

    Args:
        workbook: the open workbook.
        values: cells by column id, day as a serial number; None where nothing was noted.
        today: a day after it is written down and told of.

    Raises:
        UsageError: nothing but day, shop and item was noted, or the day is of a year the workbook does not hold.
    """
    ledger, source = read_ledger(workbook, "PeerLog"), FileReport(Path(), "")
    if all(values[name] is None for name in values if name not in ledger.key):
        raise UsageError("sighting-empty")
    day, held = day_of(values["date"]), years(workbook)
    if day is None or day.year not in held:
        raise UsageError("other-year", asked=day_words(values["date"]), book=f"{held[0]}–{held[1]}")
    if day > from_serial(today):
        source.issues.append(Issue("sighting-ahead", Level.WARNING, seen={"date": f"{day}"}))
    upsert_sightings(workbook, ledger, [(source, Fact(values, Where()))])
    (outcome,) = ledger.outcomes()
    write_rows(workbook, ledger)
    return Logged(outcome.fresh, {name: new for name, (_, new) in outcome.moved.items()}, tuple(source.issues))
