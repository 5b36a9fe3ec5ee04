"""Text in columns on a screen, where a Chinese character is as wide as two letters."""

import re
import unicodedata
from collections.abc import Iterator

# What stays together at the end of a line: a run of letters or one other sign, opening signs before it, closing ones after it.
_PIECE = re.compile(r"[（「]*(?:[!-~]+|.)[，。；：、？！）」…]*\s*")


def width(text: str) -> int:
    """Columns a text takes on screen."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def padded(text: str, size: int) -> str:
    """A text with blanks up to a width."""
    return text + " " * max(0, size - width(text))


def wrapped(text: str, size: int) -> list[str]:
    """A text in lines of a width: Chinese breaks between characters, English between words, neither before a full stop."""
    return list(packed(_PIECE.findall(text), size))


def packed(pieces: list[str], size: int) -> Iterator[str]:
    """Pieces that may not be broken, as many to a line as fit.

    Args:
        pieces: the pieces, each with the blanks that follow it.
        size: the width; a longer piece has a line of its own.
    """
    line = ""
    for piece in pieces:
        if line and width(line + piece.rstrip()) > size:
            yield line.rstrip()
            line = ""
        line += piece
    yield line.rstrip()
