"""Which field a column's name means: by names that are used elsewhere, else word by word, where every word of it is known."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from opsbook.exports.platforms.figure_words import CHINESE, ENGLISH, SAYS_NOTHING_MORE, figures
from opsbook.exports.platforms.no_field import COMPARISON, INDEX
from opsbook.exports.platforms.normalize import clean
from opsbook.exports.platforms.synonyms import names
from opsbook.exports.recognise.signature import header_key
from opsbook.model.records.export import Importer
from opsbook.model.schema import Table

_CURRENCIES = "usd|cny|rmb|eur|gbp|jpy|krw|inr|idr|myr|php|sgd|thb|vnd|twd|hkd|aud|cad|brl|mxn"
_UNIT = re.compile(rf"\((?:{_CURRENCIES}|[$€£¥₹#]|元|人|all|全部)\)$")
_COUNTED = re.compile(r"^#\s*(?:of\s)?")
_WINDOW = re.compile(r"^(?:7|14|30) days? ")  # how long after a click a sale still is the ad's
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PIECE = re.compile(r"[\u3400-\u9fff]+|[a-z]+|\d+|%")
_LONGEST_WORD = max(map(len, CHINESE))
_LONGEST_PHRASE = max(map(len, ENGLISH))
_WHO = frozenset({"visit", "buyer", "user"})
_NOT_COUNTED = frozenset({"visit", "user", "buyer", "shown", "clicked", "views", "people"})


_JOINT = str.maketrans("", "", "_-")  # order_count, order-count and Order count are one name


def meant(header: str, table: Table) -> str:
    """The id of the field that a name means though the workbook calls it otherwise; empty for none that may be told.

    Args:
        header: as the file spells it.
        table: fact table to fill.
    """
    key, columns = _joined(header), {column.id for column in table.columns}
    known = (field for name, field in names(table.name).items() if field in columns and _joined(name) == key)
    found = next(known, "") or field_said(header, table.name)
    return found if found in columns else ""


def _joined(name: str) -> str:
    return header_key(name).translate(_JOINT)


def also_meant(headers: Iterable[str], importer: Importer, taken: Collection[str]) -> Iterator[tuple[str, str]]:
    """The headers that an export does not use and that mean a field it has nothing for: header and id of the field.

    Args:
        headers: headers that nobody knows.
        importer: the export.
        taken: ids of the fields that there is something for.
    """
    given = set(taken)
    for header in headers:
        field = "" if INDEX.search(header) or COMPARISON.search(header) else meant(header, importer.table)
        if field and field not in given:
            given.add(field)
            yield header, field


def field_said(header: str, table: str) -> str:
    """The field that the words of a header say together; empty where one is unknown, or they say none.

    Args:
        header: as the file spells it.
        table: name of the fact table.

    >>> field_said("全店成交客户数", "ShopDay"), field_said("Total units sold", "ItemDay")
    ('buyers', 'items')
    >>> field_said("商品访客数", "ShopDay"), field_said("Net sales", "ShopDay"), field_said("去年支付金额", "ShopDay")
    ('', '', '')
    """
    said = _said(header)
    if said is None:
        return ""
    known = figures(table)
    return known.get(said) or known.get(said - SAYS_NOTHING_MORE.get(table, frozenset()), "")


@lru_cache(maxsize=4096)
def _said(header: str) -> frozenset[str] | None:
    """What the words of a header say; None where one of them is unknown."""
    text = _UNIT.sub("", unicodedata.normalize("NFKC", _HUMP.sub(" ", clean(header))).casefold().strip()).strip()
    text = _COUNTED.sub("number of ", text)
    text, windows = _WINDOW.subn("", text)
    found: set[str] = {"window"} if windows else set()
    words: list[str] = []
    for piece in _PIECE.findall(text):
        if not piece[0].isascii():
            parts = _chinese(piece)
            if parts is None:
                return None
            found.update(parts)
            words.append("")
        elif piece in CHINESE:  # PV, UV and the like stand in Chinese names
            found.update(CHINESE[piece].split())
        else:
            words.append(piece)
    spoken = _english(words)
    return None if spoken is None else _plainly(found | spoken)


def _chinese(text: str) -> set[str] | None:
    """Take a name without blanks apart, at the longest word each time; None where something is left."""
    found: set[str] = set()
    while text:
        word = next((text[:size] for size in range(_LONGEST_WORD, 0, -1) if text[:size] in CHINESE), "")
        if not word:
            return None
        found.update(CHINESE[word].split())
        text = text[len(word) :]
    return found


def _english(words: list[str]) -> set[str] | None:
    """Take words with blanks apart, at the longest phrase each time; None where a word is unknown."""
    found: set[str] = set()
    while words:
        if not words[0]:
            words = words[1:]
            continue
        phrase = next((words[:size] for size in range(_LONGEST_PHRASE, 0, -1) if tuple(words[:size]) in ENGLISH), [])
        if not phrase:
            return None
        found.update(ENGLISH[tuple(phrase)].split())
        words = words[len(phrase) :]
    return found


def _plainly(said: set[str]) -> frozenset[str]:
    """Without what goes without saying: whose money it is, that people are counted, whose shop it is."""
    if "fav" not in said:  # who keeps the shop is not who keeps an item
        said = said - {"shop"}
    if said & _NOT_COUNTED:
        said = said - ({"count"} if not said & {"orders", "pieces"} else set())
    if said & _WHO:
        said = said - {"unique"}
    if said & {"paid", "ordered"} and "money" in said and not said & {"new", "old"}:
        said = said - {"people"}
    return frozenset(said)
