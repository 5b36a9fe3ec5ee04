"""Buyers' personal data stays outside: what must not be kept, named or quoted.

Columns about people are never read, by their header or by what stands in them; where a header names goods or figures, long
numbers and names there are theirs. In the text that is kept (titles, keywords,
plans, channels) phones, identity cards, e-mail and house addresses become `***`. Ids of signs and digits only stay whole: an old
item id looks like a phone. What a message quotes is hidden altogether when a person is in it.
"""

import re
from collections.abc import Sequence

from opsbook.exports.platforms.normalize import clean
from opsbook.exports.privacy.people import HIDDEN, has_contact, holds_people, mask, share_tells, tells_of_people
from opsbook.exports.privacy.people_abroad import is_long_number, long_numbers
from opsbook.exports.privacy.people_headers import names_people, names_people_surely, names_things, numbers_things
from opsbook.exports.privacy.people_names import has_shape_of_name, most_are_names
from opsbook.exports.reading.long_rows import LongRows

_BARE = re.compile(r"[A-Za-z0-9_]+")
_LONGEST = 40
_SAMPLE = 500  # rows that are looked at


def is_personal(header: str) -> bool:
    """Whether a column holds names, phones, addresses or accounts of people, by its header."""
    return names_people(header) or mask(clean(header)) != clean(header)


def is_about_people(rows: Sequence[Sequence[str]], position: int, header: str = "") -> bool:
    """Whether a column holds people though its header does not say so.

    Args:
        rows: data rows; of many a part is looked at, evenly spread.
        position: the column, from 0.
        header: its name; what it says of goods, campaigns or figures tells their names and numbers from those of people.
    """
    filled = _filled(rows, position)
    if numbers_things(header) or names_things(header):
        return _tell_contacts(filled)
    return long_numbers(filled) or holds_people(filled) or most_are_names(filled)


def is_surely_about_people(rows: Sequence[Sequence[str]], position: int, header: str) -> bool:
    """Whether a column that the operator gave a meaning holds people all the same, by its header or by phones and the like.

    Args:
        rows: data rows.
        position: the column, from 0.
        header: its name.
    """
    return names_people_surely(header) or _tell_contacts(_filled(rows, position))


def _filled(rows: Sequence[Sequence[str]], position: int) -> list[str]:
    return [text for row in evenly_spread(rows) if position < len(row) and (text := clean(row[position]))]


def evenly_spread(rows: Sequence[Sequence[str]], first: int = 0) -> Sequence[Sequence[str]]:
    """Some of the rows, where there are many: enough to tell what stands in a column.

    Args:
        rows: all of them.
        first: index of the first that counts.
    """
    return rows.few if isinstance(rows, LongRows) else rows[first :: max(1, (len(rows) - first) // _SAMPLE)]


def _tell_contacts(filled: Sequence[str]) -> bool:
    """Whether cells that are no person's name hold phones, mail or addresses; a bare old item id only looks like a phone."""
    return share_tells(filled, lambda text: not _BARE.fullmatch(text) and has_contact(text))


def hide_in_id(text: str) -> str:
    """Hide people in the text of an id column; a bare number or code stays as it is."""
    return text if _BARE.fullmatch(text) else mask(text)


def quote(text: str) -> str:
    """Shorten a cell for a message; one that tells of a person is hidden altogether."""
    bare = clean(text)
    if tells_of_people(bare):
        return HIDDEN
    return bare if len(bare) <= _LONGEST else bare[:_LONGEST] + "…"


def quote_cell(text: str) -> str:
    """Shorten a cell for a message, and hide one that may be a person: long numbers and capitalised words too.

    Where a figure or a day is expected and something else stands, the columns of that row may have slipped.

    >>> quote_cell("12,34.5"), quote_cell("Testperson"), quote_cell("5411999888")
    ('12,34.5', '***', '***')
    """
    bare = clean(text)
    return HIDDEN if is_long_number(bare) or has_shape_of_name(bare) else quote(bare)
