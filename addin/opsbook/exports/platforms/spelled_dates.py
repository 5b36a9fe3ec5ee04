"""Dates in words: the name of a month, a weekday beside it, no year; whole months and ranges."""

import re

ZONE = r"\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})"
CLOCK = rf"(?:\s*T?\s*\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:\s*[AaPp][Mm])?(?:{ZONE})?)?"
_UTC = re.compile(r"T?\s*(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(?:Z|UTC|GMT|[+-]00:?00)$")
_WEEKDAY = re.compile(
    r"[\s,(]*(?:(?:星期|周|礼拜)[一二三四五六日天]"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b)[\s,.)]*",
    re.IGNORECASE,
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_NAME = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s-]*{_NAME}(?:[\s,-]+(20\d\d)|-(\d\d))?{CLOCK}", re.IGNORECASE)
_NAME_DAY = re.compile(rf"{_NAME}\s*(\d{{1,2}})(?:st|nd|rd|th)?(?:[\s,]+(20\d\d))?{CLOCK}", re.IGNORECASE)
_NAME_YEAR = re.compile(rf"{_NAME}[\s,-]*(20\d\d)", re.IGNORECASE)
_OF_SOME_YEAR = re.compile(rf"(\d{{1,2}})月(\d{{1,2}})[日号]{CLOCK}")
_MONTH = re.compile(r"(20\d\d)(?:-|/|年)(\d{1,2})(?:月份?)?")
_MONTHS = 12
# A dash between two dates needs no blanks around it; one inside a date is none.
_BETWEEN = re.compile(
    r"\s*(?:~|至|到|—|–|\s-\s|\bto\b|(?<=日)-(?=20\d\d)|(?<=\d[-/.]\d\d)-(?=20\d\d[-/.])|(?<=\d[-/.]\d)-(?=20\d\d[-/.])"
    r"|(?<=\d[-/.]20\d\d)-(?=\d)|(?<=20\d{6})-(?=20\d{6}$))\s*",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\d[日号]?\s*(?:[~至到—–]|\bto\b|\s-\s).*\d|[周旬季]|半年|20\d\d.?[Qq][1-4]|20\d\d-?[Ww]\d|\b(?:week|quarter)\b"
    r"|\d.*-.*-.*-.*-.*\d",
    re.IGNORECASE,
)
_WHOLE_CELL = re.compile(r"20\d\d(?:年度?)?|20\d\d(?:0[1-9]|1[0-2]|\.(?:0?[1-9]|1[0-2]))|\d{1,2}月份?")


def is_utc_moment(bare: str) -> bool:
    """Whether a date is a moment on the clock of Greenwich, which may be another day here; midnight says a day.

    >>> is_utc_moment("2026-11-08T16:00:00Z"), is_utc_moment("2026-11-09T00:00:00Z"), is_utc_moment("2026-11-08T16:00+08:00")
    (True, False, False)
    """
    found = _UTC.search(bare)
    return found is not None and any(sign not in "0:." for sign in found[1])


def without_weekday(bare: str) -> str:
    """A date without the day of the week beside it.

    >>> without_weekday("2026年11月10日 星期二"), without_weekday("Mon, 9 Nov 2026")
    ('2026年11月10日', '9 Nov 2026')
    """
    return _WEEKDAY.sub(" ", bare).strip()


def in_words(bare: str) -> tuple[str, str, str] | None:
    """Year, month and day of a date that names its month or lacks its year; the year is empty then.

    >>> in_words("Nov 9, 2026"), in_words("9-Nov-26"), in_words("11月3日"), in_words("Nov-26")
    (('2026', '11', '9'), ('2026', '11', '9'), ('', '11', '3'), None)
    """
    if found := _DAY_NAME.fullmatch(bare):
        return found[3] or (f"20{found[4]}" if found[4] else ""), _number(found[2]), found[1]
    if found := _NAME_DAY.fullmatch(bare):
        return found[3] or "", _number(found[1]), found[2]
    found = _OF_SOME_YEAR.fullmatch(bare)
    return ("", found[1], found[2]) if found else None


def _number(name: str) -> str:
    return str(_NAMES.index(name[:3].lower()) + 1)


def whole_month(bare: str) -> tuple[int, int] | None:
    """Year and month of a cell that is a month.

    >>> whole_month("2026年11月"), whole_month("2026-11"), whole_month("Nov 2026"), whole_month("2026-13")
    ((2026, 11), (2026, 11), (2026, 11), None)
    """
    if found := _MONTH.fullmatch(bare):
        year, month = found[1], found[2]
    elif found := _NAME_YEAR.fullmatch(bare):
        year, month = found[2], _number(found[1])
    else:
        return None
    return (int(year), int(month)) if 1 <= int(month) <= _MONTHS else None


def ends_of_range(bare: str) -> list[str]:
    """The two ends of a range, or the one text that is none.

    >>> ends_of_range("2024-01-01 ~ 2024-01-31"), ends_of_range("2026/11/1-2026/11/7"), ends_of_range("2026-11-01")
    (['2024-01-01', '2024-01-31'], ['2026/11/1', '2026/11/7'], ['2026-11-01'])
    """
    return _BETWEEN.split(bare)


def is_period(bare: str) -> bool:
    """Whether a cell that is no day speaks of a week, month, quarter, year or of several days.

    >>> is_period("2026-W45"), is_period("2026年第45周"), is_period("11月1日~7日"), is_period("2026Q4"), is_period("次日")
    (True, True, True, True, False)
    """
    return _WHOLE_CELL.fullmatch(bare) is not None or (
        any(sign.isdecimal() for sign in bare) and _SEVERAL.search(bare) is not None
    )
