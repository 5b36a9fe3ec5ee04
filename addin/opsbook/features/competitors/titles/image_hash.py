"""Fingerprints of main images: how they stand in the log, and how alike two are."""

import re

BITS = 64
"""Of a fingerprint: 16 hexadecimal digits."""

_MARK = re.compile(r"^(?P<name>.*?)\s*#(?P<digits>[0-9a-f]{16})$", re.IGNORECASE | re.DOTALL)


def image_mark(name: str, image: int) -> str:
    """Write a fingerprint as the log keeps it.

    Args:
        name: of the image's file.
        image: its fingerprint.

    Returns:
        The name, a space, # and 16 digits.

    >>> image_mark("main.jpg", 0xF3C)
    'main.jpg #0000000000000f3c'
    """
    return f"{name} #{image:016x}".strip()


def read_image_mark(mark: str | None) -> tuple[str | None, int | None]:
    """Read a log's image cell.

    Args:
        mark: the cell; None when empty.

    Returns:
        The file's name and the fingerprint, each None where it is missing.

    >>> read_image_mark("main.jpg #0000000000000f3c")
    ('main.jpg', 3900)
    >>> read_image_mark("main.jpg")
    ('main.jpg', None)
    """
    text = (mark or "").strip()
    found = _MARK.match(text)
    if found is None:
        return text or None, None
    return found["name"] or None, int(found["digits"], 16)


def image_distance(first: int, second: int) -> int:
    """Count the bits in which two fingerprints differ: 0 is the same picture, about 32 another one.

    >>> image_distance(0b1010, 0b0110)
    2
    """
    return (first ^ second).bit_count()


def image_likeness(first: int | None, second: int | None) -> float | None:
    """Say how alike two images are.

    Args:
        first: fingerprint of an image; None when there is none.
        second: another.

    Returns:
        1 for the same picture, about 0.5 for pictures that have nothing to do with each other; None when one is missing.

    >>> image_likeness(0b1010, 0b0110)
    0.96875
    """
    if first is None or second is None:
        return None
    return 1 - image_distance(first, second) / BITS
