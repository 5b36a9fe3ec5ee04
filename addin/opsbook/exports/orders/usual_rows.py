"""Many rows of an order export at once: those that are as nearly all of them are, as columns of a frame.

A column of a long list holds few different cells: each of them is read once, by what reads it in a single row, too. A row that
is not as usual, comes twice or cannot be read is left to be read by itself, so that it is told as it always is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar

import pandas as pd

from opsbook.exports.orders.one_row import buyer_of, currency_of, read_number, refund_of, waits_for
from opsbook.exports.orders.open_list import OrderList
from opsbook.exports.orders.times import at_midnight, is_untold
from opsbook.exports.parse.totals import says_total
from opsbook.exports.platforms.normalize import clean
from opsbook.model.orders import Orders

Rows = Mapping[int, Sequence[str]]  # cells by the row's index in the sheet
Read = TypeVar("Read")
_COLUMNS = ("number", "status", "date", "gmv", "items", "buyer", "currency", "created", "refunded", "asked")
_BARE = "[0-9]+|[0-9]{6}-[0-9]+|#[0-9]+"
_NUMBER = re.compile(rf'[ \t]*(?:="({_BARE})"|({_BARE}))[ \t]*')
_BLANKS = " \t"
_UNREADABLE = -1.0  # no figure of an order is below zero


class _State(NamedTuple):
    """What an order's state says.

    Args:
        never: it was not paid, whatever stands beside it.
        paid: it was paid.
        closed: it was not paid unless a time of payment stands beside it.
        waits: what it waits for.
    """

    never: bool
    paid: bool
    closed: bool
    waits: str


def usual_orders(found: OrderList, rows: Rows) -> pd.DataFrame:
    """Read the rows that can be read at once.

    Args:
        found: the list, with the orders met above; takes the day the last of these was made.
        rows: some rows of it that have not slipped.

    Returns:
        What the orders say, and their numbers; the index is the row in the sheet.
    """
    frame = _as_columns(found, rows)
    usual = frame.pop("usual") & ~frame.index.isin(found.merged)
    others = {read_number(found, rows[at])[0] for at in usual.index[~usual]}
    frame = frame[usual]
    numbers = frame["number"]
    frame = frame[~(numbers.duplicated(keep=False) | numbers.isin(others) | numbers.isin(found.orders.met(numbers)))]
    found.notice_made(max((day for day in frame.pop("made") if day), default=None))
    _note_refunds(found, frame)
    return frame


def _note_refunds(found: OrderList, orders: pd.DataFrame) -> None:
    """Keep what was given back of orders."""
    refunded, asked = orders.pop("refunded"), orders.pop("asked")
    back = refunded.map(bool)
    for at, amount, given, wanted in zip(
        orders.index[back], orders["amount"][back], refunded[back], asked[back], strict=True
    ):
        if refund := refund_of(amount, given, wanted):
            found.refunds[int(at)] = refund


def _as_columns(found: OrderList, rows: Rows) -> pd.DataFrame:
    """All rows as columns, and whether each is as usual."""
    cells = _cells(found, rows)
    frame = _read(found, cells, list(rows))
    told = _each(cells["status"], partial(_state, found.rules))
    states = pd.DataFrame({name: [one[at] for one in told] for at, name in enumerate(_State._fields)}, frame.index)
    undated = pd.Series(cells["date"], frame.index, dtype="object")[frame["day"].isna()]
    untold = undated.map(_says_no_time).reindex(frame.index, fill_value=False).astype(bool)
    waiting = states["never"] | (untold & ~states["paid"] & (states["closed"] | (not found.rules.dated)))
    countable = frame["day"].notna()
    for name in ("amount", "items", "refunded"):
        countable &= frame[name].ne(_UNREADABLE)
    if "gmv" in found.reading.matched.columns:
        countable &= frame["amount"].notna()
    usual = frame["number"].ne("") & ~frame.pop("total") & (untold | frame["day"].notna()) & (waiting | countable)
    nothing = {
        "day": None,
        "items": None,
        "buyer": "",
        "currency": "",
        "refunded": None,
    }  # is asked of an order that was not paid
    frame = frame.assign(**{name: frame[name].mask(waiting, empty) for name, empty in nothing.items()})
    for name in ("amount", "asked"):
        frame[name] = frame[name].mask(frame[name].eq(_UNREADABLE), None)
    return frame.assign(waits=states["waits"].where(waiting, ""), usual=usual)


def _cells(found: OrderList, rows: Rows) -> dict[str, Sequence[str]]:
    """The cells of the columns that orders are read from, and the first of each row that says anything."""
    places = {name: at for name in _COLUMNS if (at := found.place(name)) is not None}
    width = max(places.values()) + 1
    full = [row if len(row) >= width else (*row, *[""] * (width - len(row))) for row in rows.values()]
    columns = {name: [row[places[name]] for row in full] if name in places else [""] * len(full) for name in _COLUMNS}
    firsts = [row[0] if row and row[0] else next(filter(str.strip, row), "") for row in rows.values()]
    return {"first": firsts, **columns}


def _read(found: OrderList, cells: Mapping[str, Sequence[str]], index: list[int]) -> pd.DataFrame:
    """The columns of orders, as if all of them were paid; and whether a row may be a total by its first cell."""
    firsts = ["" if first == number else first for first, number in zip(cells["first"], cells["number"], strict=True)]
    columns: dict[str, list[object]] = {
        "number": [_plain_number(text) for text in cells["number"]],
        "day": _each(list(map(at_midnight, cells["date"])), lambda text: found.day_of(text.strip(_BLANKS))),
        "made": _each(list(map(at_midnight, cells["created"])), partial(_made, found)),
        "amount": _each(cells["gmv"], partial(_figure, found.reader("gmv"))),
        "buyer": _each(cells["buyer"], _buyer),
        "currency": _each(cells["currency"], lambda text: currency_of(clean(text))),
        **{name: _each(cells[name], partial(_figure, found.reader(name))) for name in ("items", "refunded", "asked")},
    }
    frame = pd.DataFrame({name: pd.Series(column, index, dtype="object") for name, column in columns.items()})
    return frame.assign(total=_each(firsts, _may_be_total))


def _made(found: OrderList, text: str) -> date | None:
    return found.day_of(text.strip(_BLANKS)) or found.day_of(clean(text))


def _buyer(text: str) -> str:
    return buyer_of(text if text.isalnum() else clean(text))  # a name of letters and digits has nothing around it


def _each(texts: Sequence[str], read: Callable[[str], Read]) -> list[Read]:
    """What every cell says; cells that are spelled alike are read once."""
    known = {text: read(text) for text in set(texts)}
    return [known[text] for text in texts]


def _says_no_time(text: str) -> bool:
    return is_untold(clean(text))


def _may_be_total(text: str) -> bool:
    """Whether the first cell of a row says that it is no order, or nothing that can be seen."""
    return text != "" and (says_total(text) or not clean(text))


def _plain_number(text: str) -> str:
    """An order's number where nothing has to be mended; empty otherwise."""
    found = _NUMBER.fullmatch(text)
    return (found[1] or found[2]) if found else ""


def _state(rules: Orders, text: str) -> _State:
    status = clean(text).lower()
    never, closed = (any(word in status for word in words) for words in (rules.unpaid, rules.closed))
    return _State(never, status.startswith(rules.paid), closed, waits_for(status, rules))


def _figure(read: Callable[[str], float | None], text: str) -> float | None:
    try:
        return read(text)
    except ValueError:
        return _UNREADABLE
