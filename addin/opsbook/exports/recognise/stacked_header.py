"""Headers of two or three rows: bands such as 流量 above the names of columns, and names that stand in the upper row."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from opsbook.exports.platforms.dates import is_any_date
from opsbook.exports.platforms.normalize import clean, plain_header
from opsbook.exports.reading.raw import RawTable

WITHIN = 20  # rows from the top in which a header ends
_DEEPEST = 3
_LEAST_BANDS = 2
_FIGURE = re.compile(r"[-+\d.,%:/ ¥￥$€£]*\d[-+\d.,%:/ 万元%]*")
_WHOLE = frozenset(
    {"整体", "全部", "合计", "总计", "全店", "所有终端", "全部终端", "全渠道", "total", "all", "overall"}
)
_GROUPS = re.compile(r"流量|交易|商品|服务|推广|转化|访客|客户|会员|基础|收藏|加购|售后|退款|营销|整体")


def stacked(raw: RawTable) -> Iterator[RawTable]:
    """A sheet with each stack of rows that may be its header made one row; none where a single row names every column.

    Args:
        raw: the sheet.
    """
    for last in range(1, min(WITHIN, len(raw.rows) - 1)):
        if not is_data(raw.rows[last + 1]) or not _is_names(raw.rows[last]):
            continue
        for depth in range(2, min(_DEEPEST, last + 1) + 1):
            upper = raw.rows[last - depth + 1 : last]
            if all(map(_is_names, upper)) and (names := _stack(upper, raw.rows[last])) is not None:
                yield _with_header(raw, last, depth, names)


def under_bands(raw: RawTable, at: int) -> RawTable:
    """A sheet in which names that come again under several bands carry the name of theirs; those of the whole stay bare.

    Args:
        raw: the sheet.
        at: index of its header row.
    """
    above = raw.rows[at - 1] if at else ()
    if len([text for text in above if clean(text)]) < _LEAST_BANDS or not _is_names(above):
        return raw
    names = _banded(raw.rows[at], above)
    return raw if names == raw.rows[at] else _with_header(raw, at, 1, names)


def is_band(row: Sequence[str]) -> bool:
    """Whether a row above a header names groups of columns: 店铺 beside 流量 is no shop's name.

    >>> is_band(["店铺", "流量", "", "交易"]), is_band(["店铺", "示例店"])
    (True, False)
    """
    return "店铺" in map(clean, row) and any(_GROUPS.match(clean(text)) for text in row)


def is_data(row: Sequence[str]) -> bool:
    """Whether a row holds a figure or a day.

    >>> is_data(["2026-11-09", "甲"]), is_data(["甲", "5"]), is_data(["日期", "访客数"])
    (True, True, False)
    """
    return any(_is_figure(text) for text in row)


def is_caption(row: Sequence[str]) -> bool:
    """Whether a row below a header is a band across the sheet: one text, and neither a figure nor a day.

    >>> is_caption(["第一周", "", ""]), is_caption(["2026-11-09", ""]), is_caption(["第一周", "5"])
    (True, False, False)
    """
    filled = [text for text in row if clean(text)]
    return len(filled) == 1 and not _is_figure(filled[0])


def _with_header(raw: RawTable, last: int, depth: int, names: tuple[str, ...]) -> RawTable:
    blank: list[tuple[str, ...]] = [()] * (depth - 1)
    return replace(raw, rows=(*raw.rows[: last - depth + 1], *blank, names, *raw.rows[last + 1 :]))


def _is_figure(text: str) -> bool:
    bare = clean(text)
    return _FIGURE.fullmatch(bare) is not None or is_any_date(bare)


def _is_names(row: Sequence[str]) -> bool:
    filled = [text for text in row if clean(text)]
    return bool(filled) and not any(":" in text or "：" in text or _is_figure(text) for text in filled)


def _stack(upper: Sequence[Sequence[str]], lowest: Sequence[str]) -> tuple[str, ...] | None:
    """One name a column, the lowest; None where the lowest row has them all, or the upper ones are a title only."""
    width = max(map(len, (*upper, lowest)))
    rows = [[*map(clean, row), *[""] * (width - len(row))] for row in (*upper, lowest)]
    if any(sum(map(bool, row)) < _LEAST_BANDS for row in rows):
        return None
    names = [next((text for text in reversed(column) if text), "") for column in zip(*rows, strict=True)]
    if names == rows[-1]:
        return None
    bands = [text if rows[-1][at] else "" for at, text in enumerate(rows[-2])]
    return _banded(names, bands)


def _banded(names: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    """Names with the band they stand under, where one comes again under another band."""
    often = Counter(map(plain_header, names))
    band, found = "", []
    for at, name in enumerate(names):
        band = clean(above[at]) if at < len(above) and clean(above[at]) else band
        again = bool(clean(name)) and often[plain_header(name)] > 1
        found.append(f"{band}{clean(name)}" if again and band and plain_header(band) not in _WHOLE else name)
    return tuple(found)
