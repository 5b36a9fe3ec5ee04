"""What a command says of a competitor, as cells of the ledger."""

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace as Namespace

from opsbook.engine.workbook import Workbook
from opsbook.exports.platforms import cells, pages
from opsbook.exports.platforms.dates import read_day
from opsbook.exports.platforms.normalize import clean
from opsbook.features.competitors.ledger.reading import shop_names
from opsbook.features.competitors.titles.image_hash import image_mark
from opsbook.features.competitors.words import ROLES, id_of
from opsbook.model.errors import UsageError
from opsbook.model.values import Value, serial

_ITEM_ID = re.compile(r"\d+")
_FIGURES = ("price", "list_price", "monthly_sales", "reviews", "rank")
_COUNTS = frozenset({"monthly_sales", "reviews", "rank"})
_ABOVE_NOTHING = frozenset({"price", "list_price", "rank"})


def parse_peer(words: Namespace, workbook: Workbook) -> dict[str, Value]:
    """Take what a command says of a shop to watch.

    Args:
        words: of `peers add`.
        workbook: the workbook, whose language cells are in.

    Returns:
        Cells of Peers by column id, those that the command names.

    Raises:
        UsageError: a role or a day that is none.
    """
    told = {
        "role": _role(words.role, workbook),
        "link": words.link,
        "since": _serial(words.since),
        "note": words.note,
    }
    return {name: value for name, value in told.items() if value is not None}


def parse_sighting(words: Namespace, workbook: Workbook, today: int) -> dict[str, Value]:
    """Take what a command says of one item as it was seen.

    Args:
        words: of `peers log`.
        workbook: the workbook, whose spelling of a shop counts.
        today: serial number of the day that is meant where none is named.

    Returns:
        Cells of PeerLog by column id; None where nothing is said.

    Raises:
        UsageError: no shop, or an item, a day or a figure that is none.
        FileRefusedError: the image cannot be read.
    """
    link, item = _item(words.item)
    return {
        "date": _serial(words.date) or today,
        "shop": _shop(words.shop, workbook),
        "item_id": item,
        "title": words.title,
        "link": words.link or link,
        **{name: _figure(name, getattr(words, name), workbook) for name in _FIGURES},
        "listed_on": _serial(words.listed_on),
        "season": words.season,
        "image": _image(words.image),
    }


def parse_day(text: str | None) -> date | None:
    """Take a day as people write it.

    Raises:
        UsageError: it is none.
    """
    if not text:
        return None
    day = read_day(text)
    if day is None:
        raise UsageError("bad-day", seen=text)
    return day


def _serial(text: str | None) -> int | None:
    day = parse_day(text)
    return serial(day) if day else None


def _role(text: str | None, workbook: Workbook) -> str | None:
    if not text:
        return None
    role = id_of(ROLES, text)
    if role is None:
        raise UsageError("bad-role", seen=text, choices=tuple(label[workbook.lang] for label in ROLES.values()))
    return ROLES[role][workbook.lang]


def _shop(text: str, workbook: Workbook) -> str:
    if not text.strip():
        raise UsageError("no-peer-name")
    return shop_names(workbook).of(clean(text))


def _item(text: str) -> tuple[str | None, str]:
    """An item's link, where one was given, and its digits."""
    item = pages.item_id(text.strip())
    if not _ITEM_ID.fullmatch(item):
        raise UsageError("bad-item-id", seen=text)
    return (text.strip() if "/" in text else None), item


def _figure(name: str, text: str | None, workbook: Workbook) -> float | None:
    if not text:
        return None
    try:
        value = cells.number(pages.count(text) if name in _COUNTS else pages.price(text))
    except ValueError:
        value = None
    if value is None or value < 0 or (value == 0 and name in _ABOVE_NOTHING):
        raise UsageError("bad-figure", name=workbook.header("PeerLog", name), seen=text)
    return value


def _image(text: str | None) -> str | None:
    if not text:
        return None
    from opsbook.features.competitors.images import image_hash  # noqa: PLC0415 - only who gives a picture pays for it

    return image_mark(Path(text).name, image_hash(Path(text)))
