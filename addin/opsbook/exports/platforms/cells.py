"""One cell's text to a number, share, duration or id.

None means 'the export says nothing'. A `ValueError` carries the code of the issue.
"""

import math
import re
import unicodedata
from functools import lru_cache

from opsbook.exports.platforms.normalize import clean

MISSING = frozenset({"", "-", "--", "–", "—", "nan", "none", "\\n", "/", "无退款申请"})
# A keyword or a title may really be called nan or none.
_MISSING_TEXT = frozenset({"", "-", "--", "–", "—", "\\N"})
# The third spelling is Indian: 1,08,218.36.
_NUMBER = re.compile(
    r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})?(?:\.\d*)?(?:e[+-]?\d+)?"
)
_COMMA_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+)?(?:,\d*)?")
_PARTED = re.compile(r"[,' ]")
_MULTIPLE = {"万": 10_000, "w": 10_000, "亿": 100_000_000}
_SIGN = r"(?:cn|us|hk|nt|au|ca|sg|r)?[¥$£₹€]|rmb|cny|usd|hkd|eur|gbp|jpy"
_CURRENCY = re.compile(rf"^([+-]?)(?:{_SIGN})\s*", re.IGNORECASE)
_CURRENCY_BEHIND = re.compile(rf"\s*(?:元|{_SIGN})$", re.IGNORECASE)
_DURATION = re.compile(r"(?:(\d+)天)?(?:(\d+)(?:小时|时))?(?:(\d+)(?:分钟|分))?(?:(\d+(?:\.\d+)?)秒)?")
_CLOCK = re.compile(r"(\d+):([0-5]?\d):([0-5]?\d(?:\.\d+)?)")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
# One number in thousands, as a format or a country writes it; 601 602 or 601.602 may be two ids, or a fraction.
_THOUSANDS = r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\s\d{3}){2,}|(?:\.\d{3}){2,})"
_WHOLE = re.compile(rf"(\d+|{_THOUSANDS})(?:\.0+)?")
_BROKEN_UP = re.compile(r"(?=.*\d)(?=.*[,\s])[\d,\s]+(?:\.\d*)?")
_WIDE = str.maketrans({0xFF01 + at: 0x21 + at for at in range(94)})
_AROUND_ID = " '`\"\u00b4\u2018\u2019\u201c\u201d\u02bc\u00a0\u202f\u3000"

BAD, DAMAGED, UNCLEAR = "bad-number", "damaged-id", "unclear-id"


def is_missing(text: str) -> bool:
    """Whether a number, date or id cell says 'no value': empty, a dash, nan, a slash and such."""
    return clean(text).lower() in MISSING


def currency(text: str) -> str:
    """The sign of the currency that a figure stands beside; empty without one.

    >>> currency("CN¥5,500.50"), currency("1.234,56 €"), currency("-$3"), currency("12元"), currency("€")
    ('CN¥', '€', '$', '', '€')
    """
    bare = unicodedata.normalize("NFKC", clean(text))
    found = _CURRENCY.match(bare) or _CURRENCY_BEHIND.search(bare)
    return found[0].strip("+- 元") if found else ""


def amount(text: str) -> tuple[str, int]:
    """The bare figure of a cell in lower case without its currency, and what its own unit multiplies it by.

    >>> amount("¥ 6 000"), amount("0.6W"), amount("5,500.5元"), amount("1.234,56 €")
    (('6 000', 1), ('0.6', 10000), ('5,500.5', 1), ('1.234,56', 1))
    """
    bare = unicodedata.normalize("NFKC", clean(text)).replace("\u2019", "'").lower().strip()
    bare = _CURRENCY_BEHIND.sub("", _CURRENCY.sub(r"\1", bare)).strip()
    times = _MULTIPLE.get(bare[-1:], 1)
    return (bare if times == 1 else bare[:-1].rstrip()), times


@lru_cache(maxsize=65536)  # zeros, dashes and small counts fill an export
def number(text: str, *, comma: bool = False) -> float | None:
    """Read a number as exports write it.

    Args:
        text: `1,234`, `￥99`, `1,234.5元`, `CN¥ 6 000`, `1'234.5`, `3.5万`, `0.6W`, `１２，３４５．６`, `101.38` with a TAB behind it …
        comma: whether its column writes 1.234,5, see `decimals`.

    Returns:
        The number, whole numbers as int; None when missing.

    Raises:
        ValueError: `bad-number`, the text is no number.

    >>> number("1,234元"), number("1.234,50 €", comma=True)
    (1234, 1234.5)
    """
    bare = clean(text)
    if bare.isascii() and bare.isdecimal():
        return int(bare)
    if bare.lower() in MISSING:
        return None
    bare, times = amount(bare)
    if not (_COMMA_NUMBER if comma else _NUMBER).fullmatch(bare) or not any(map(str.isdecimal, bare.partition("e")[0])):
        raise ValueError(BAD)
    if comma:
        bare = bare.replace(".", "").replace(",", ".")
    value = float(_PARTED.sub("", bare))
    if times > 1:
        value = round(value * times, 6)  # 1.1 times 10,000 is 11000.000000000002 otherwise
    if not math.isfinite(value):
        raise ValueError(BAD)
    return int(value) if value.is_integer() else value


def has_percent(text: str) -> bool:
    """Whether the cell itself says that it is a percentage."""
    return clean(text).endswith(("%", "％"))


def in_points(column: list[str], *, comma: bool = False) -> bool:
    """Decide whether the bare numbers of a rate column are percent points (9.98) or shares (0.0998).

    Cells with a percent sign speak for themselves and have no vote: real files hold `9.98%` and 0.0998 side by side.
    The bare cells are decided together: points when more than half of those that are not zero exceed 1.

    Args:
        column: every cell of the column below the header.
        comma: whether it writes 9,98.
    """
    bare = [value for value in (_vote(text, comma=comma) for text in column) if value]
    return sum(value > 1 for value in bare) * 2 > len(bare)


def _vote(text: str, *, comma: bool) -> float | None:
    try:
        return None if has_percent(text) else number(text, comma=comma)
    except ValueError:
        return None


def share(text: str, *, points: bool, comma: bool = False) -> float | None:
    """Read a rate as a share of 1.

    Args:
        text: `28.80 %`, `0.288` or `28.8`.
        points: what bare numbers of this column are, see `in_points`.
        comma: whether its column writes 28,8.

    Raises:
        ValueError: `bad-number`.
    """
    if has_percent(text):
        return _hundredth(number(clean(text)[:-1], comma=comma))
    return _hundredth(number(text, comma=comma)) if points else number(text, comma=comma)


def _hundredth(value: float | None) -> float | None:
    # Twelve digits: 9.98 / 100 is 0.09980000000000001 otherwise.
    return None if value is None else round(value / 100, 12)


def seconds(text: str, *, comma: bool = False) -> float | None:
    """Read a duration in seconds: `11秒`, `2分30秒`, `7小时41分52秒`, `00:02:30`, or plain seconds.

    Raises:
        ValueError: `bad-number`.
    """
    bare = unicodedata.normalize("NFKC", clean(text))
    clock = _CLOCK.fullmatch(bare)
    parts = ("0", *clock.groups()) if clock else None
    if parts is None and (spelled := _DURATION.fullmatch(bare)) and bare:
        parts = tuple(part or "0" for part in spelled.groups())
    if parts is None:
        return number(text, comma=comma)
    total: float = sum(float(part) * size for part, size in zip(parts, (86400, 3600, 60, 1), strict=True))
    return int(total) if total == int(total) else total


def identifier(text: str) -> str | None:
    """Read an id as text, whatever type the cell had and whatever stands around its digits.

    Raises:
        ValueError: `damaged-id`, Excel made 1.37359E+14 of it and the digits are gone; `unclear-id`, its digits are broken up
            otherwise than into thousands: they may be several ids.

    >>> identifier("601,234,567,890,123"), identifier("`601234567890123.0"), identifier("B0C1-夏")
    ('601234567890123', '601234567890123', 'B0C1-夏')
    """
    bare = clean(text)
    if bare.isascii() and bare.isdecimal():
        return bare
    if bare.lower() in MISSING:
        return None
    plain = bare_id(bare)
    if _SCIENTIFIC.fullmatch(plain):
        raise ValueError(DAMAGED)
    if whole := _WHOLE.fullmatch(plain):
        return re.sub(r"\D", "", whole[1])
    if _BROKEN_UP.fullmatch(plain):
        raise ValueError(UNCLEAR)
    return plain if plain.isascii() else bare


def bare_id(text: str) -> str:
    """An id without signs that nobody sees, full-width ones, and the quotes that keep Excel from taking it for a number."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return clean(seen.translate(_WIDE).strip(_AROUND_ID))


def words(text: str) -> str | None:
    """Read text; a dash or nothing is None."""
    bare = clean(text)
    return None if bare in _MISSING_TEXT else bare
