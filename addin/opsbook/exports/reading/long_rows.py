"""The rows of a text file too long to be held in memory: a list of a million orders is gone through, never kept."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import IO, overload

from opsbook.exports.reading.delimited import (
    SAMPLE,
    Row,
    delimiter,
    encodings,
    ends_within_sign,
    shared,
    unknown_encoding,
    whole_rows,
)
from opsbook.model.errors import FileRefusedError

LONG = 16 * 1024 * 1024  # bytes
_HEAD_ROWS, _FEW_ROWS = 100, 1000
_BLOCK = 1024 * 1024
_LONGEST_SIGN = 4  # bytes


@dataclass(frozen=True, slots=True)
class LongRows(Sequence[Row]):
    """The rows of a delimited text; each pass over them reads the text again.

    Args:
        source: the file, or the bytes of a zip's member.
        encoding: of the text.
        between: the delimiter.
        is_whole: whether its last line has its end.
        head: the first rows.
        few: some of the others, evenly spread: enough to tell what stands in a column.
        length: how many rows there are.
        widest: cells of the longest row.
    """

    source: Path | bytes
    encoding: str
    between: str
    is_whole: bool
    head: tuple[Row, ...] = ()
    few: tuple[Row, ...] = ()
    length: int = 0
    widest: int = 0

    def __len__(self) -> int:
        """How many rows there are."""
        return self.length

    def __iter__(self) -> Iterator[Row]:
        """Read the rows from the first one on."""
        with io.TextIOWrapper(_opened(self.source), self.encoding, newline="") as text:
            yield from whole_rows(text, self.between, is_whole=self.is_whole)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        """A row or some of them; those at the beginning are at hand."""
        if isinstance(at, int):
            return self[range(self.length)[at] : range(self.length)[at] + 1][0]
        start, stop, step = at.indices(self.length)
        rows = self.head if stop <= len(self.head) else self
        return tuple(shared(islice(rows, start, stop, step)))


def long_rows(source: Path | bytes, head: bytes) -> LongRows:
    """Go through a long text once: what is wrong with it is told before anybody uses a row.

    Args:
        source: the file, or the bytes of a zip's member.
        head: its first bytes.

    Raises:
        FileRefusedError: it is cut off, or in no encoding we know, see `delimited.decode` and `delimited.read_csv`.
    """
    for encoding in encodings(head):
        try:
            return _surveyed(source, encoding)
        except UnicodeDecodeError as error:
            if ends_within_sign(error) and not _is_ascii_before(source, len(error.object) - error.start):
                raise FileRefusedError("damaged-file") from error
    raise unknown_encoding(head)


def _surveyed(source: Path | bytes, encoding: str) -> LongRows:
    with io.TextIOWrapper(_opened(source), encoding, newline="") as text:
        between = delimiter(text.read(SAMPLE))
    unseen = LongRows(source, encoding, between, _ends_line(source))
    rows = enumerate(unseen)
    head = tuple(row for _, row in islice(rows, _HEAD_ROWS))
    at, widest, few, step = len(head) - 1, max(map(len, head), default=0), list(head[:0]), 1
    for at, row in rows:
        widest = max(widest, len(row))
        if not at % step:
            few.append(row)
            if len(few) > _FEW_ROWS:
                few, step = few[::2], 2 * step
    return replace(unseen, head=head, few=tuple(few), length=at + 1, widest=widest)


def _ends_line(source: Path | bytes) -> bool:
    """Whether the last line has its end, in whatever encoding."""
    with _opened(source) as file:
        file.seek(-min(file.seek(0, io.SEEK_END), _LONGEST_SIGN), io.SEEK_END)
        return file.read().rstrip(b"\0").endswith((b"\r", b"\n"))


def _opened(source: Path | bytes) -> IO[bytes]:
    return source.open("rb") if isinstance(source, Path) else io.BytesIO(source)


def _is_ascii_before(source: Path | bytes, tail: int) -> bool:
    """Whether nothing but ASCII stands before the sign that is cut off."""
    with _opened(source) as file:
        blocks = iter(lambda: file.read(_BLOCK), b"")
        text = next(blocks, b"")
        for block in blocks:
            if not text[:-_LONGEST_SIGN].isascii():
                return False
            text = text[-_LONGEST_SIGN:] + block
    return text[: len(text) - tail].isascii()
