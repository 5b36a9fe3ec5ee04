"""Delimited text in the encodings sellers meet: which one it is, its rows, and whether it is whole."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from opsbook.exports.reading.merged import Rows
from opsbook.model.errors import FileRefusedError

Row = tuple[str, ...]

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (",", "\t", ";")
_SAMPLE_ROWS, SAMPLE = 20, 200_000  # rows, characters
_TAB_BEHIND = re.compile(r"\t(?=\"?(?:[,;\r\n]|$))")  # 拼多多 and others write one behind every value
_LONGEST_FIELD = 1_000_000
_ROWS_TO_TELL = 3  # a header, a row of data, and the one that may be cut
_END = "\4"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_MOST_SHARED = 50_000  # cells remembered at a time: numbers of orders are all different


def encodings(head: bytes) -> tuple[str, ...]:
    """Name the encodings that a file may have, likeliest first.

    Args:
        head: its first bytes.
    """
    marked = next((encoding for bom, encoding in _BOMS if head.startswith(bom)), None)
    return (marked,) if marked else ("utf-8", "gb18030")


def unknown_encoding(head: bytes) -> FileRefusedError:
    """The refusal of a file that none of its encodings fits."""
    return FileRefusedError("unknown-encoding", tried=tuple(name.upper() for name in encodings(head)))


def decode(data: bytes) -> str:
    """Turn bytes into text.

    Args:
        data: the file.

    Returns:
        The text without BOM: UTF-8, UTF-16 with BOM, else GB18030 (which holds GBK and GB2312).

    Raises:
        FileRefusedError: none of them fits; the message names those that were tried. Or the last sign is cut off: then the
            last row is, too.
    """
    for encoding in encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            if ends_within_sign(error) and not data[: error.start].isascii():
                raise FileRefusedError("damaged-file") from error
    raise unknown_encoding(data)


def ends_within_sign(error: UnicodeDecodeError) -> bool:
    """Whether text ends in the middle of a sign."""
    return error.reason == "unexpected end of data"


def read_csv(text: str) -> Rows:
    """Read delimited text.

    Args:
        text: the file; quotes and line breaks inside quotes are understood.

    Returns:
        Rows as Excel would show them; blank lines are empty rows.

    Raises:
        FileRefusedError: a quote that never ends swallows the file, or its last row breaks off: 1,008 cut to 100 is a wrong
            number that nobody would notice.
    """
    is_whole = text.endswith(("\r", "\n"))
    return tuple(shared(whole_rows(_lines(text), delimiter(text[:SAMPLE]), is_whole=is_whole)))


def whole_rows(lines: Iterable[str], between: str, *, is_whole: bool) -> Iterator[Row]:
    """Read delimited lines row by row; what is cut off is noticed behind the last of them.

    Args:
        lines: the lines with their ends.
        between: the delimiter.
        is_whole: whether the last line has its end.

    Raises:
        FileRefusedError: see `read_csv`.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    one: Row | None = None
    other = last = row = one
    try:
        for cells in _split(chain(lines, [_END]), between):
            one, other, last, row = other, last, row, tuple(cells)
            if last is not None:
                yield last
    except csv.Error as error:
        raise FileRefusedError("damaged-file") from error
    is_open = row != (_END,)  # a quote that is still open has swallowed it
    if is_open or (not is_whole and _breaks_off([some for some in (one, other, last) if some is not None])):
        raise FileRefusedError("damaged-file")


def _breaks_off(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the last row begins like the two above it, which are of one width, and has fewer cells."""
    if len(rows) < _ROWS_TO_TELL:
        return False
    *_, one, other, last = rows
    if not 1 < len(last) < len(one) == len(other):
        return False
    first, above = (row[0].lstrip("=\"'\t ") for row in (last, other))
    return bool(first) and (first == above or (first[0].isdecimal() and above[:1].isdecimal()))


def _split(lines: Iterable[str], between: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=between)


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one after the other: a large file need not be in memory twice."""
    return (found[0] for found in _LINE.finditer(text))


def shared(rows: Iterable[Row]) -> Iterator[Row]:
    """The same rows; cells that say the same, as most of a large export do, are one object."""
    known: dict[str, str] = {}
    for row in rows:
        if len(known) > _MOST_SHARED:
            known.clear()
        yield tuple([known.setdefault(cell, cell) for cell in row])


def delimiter(sample: str) -> str:
    """Choose the delimiter that makes the widest rows; a comma when none makes any.

    Args:
        sample: the beginning of the text.
    """
    bare = _TAB_BEHIND.sub("", sample)

    def widths(between: str) -> tuple[int, int]:
        rows = _split(_lines(bare), between)
        sizes = [len(row) for row, _ in zip(rows, range(_SAMPLE_ROWS), strict=False)]
        return max(sizes, default=0), sum(sizes)

    return max(_DELIMITERS, key=widths)
