"""A spinner while work takes longer than a second; nobody watching, nothing shown."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.status import Status

SLOW_SECONDS = 1.0  # work shorter than this shows nothing


class Progress:
    """What is being worked on, on a terminal's last line.

    Args:
        watched: whether to show anything, on top of stderr being a terminal.
    """

    def __init__(self, *, watched: bool) -> None:
        self._watched = watched and sys.stderr.isatty()
        self._started = time.monotonic()
        self._status: Status | None = None

    def show(self, text: str) -> None:
        """Say what comes next, once the work is no longer short."""
        if self._watched and time.monotonic() - self._started > SLOW_SECONDS:
            self._spin(text)

    @contextmanager
    def during(self, text: str) -> Iterator[None]:
        """Say what is being done that is known to take a while."""
        if self._watched:
            self._spin(text)
        try:
            yield
        finally:
            self.clear()

    def clear(self) -> None:
        """Leave the line to what is said next."""
        if self._status:
            self._status.stop()
            self._status = None

    def _spin(self, text: str) -> None:
        from rich.console import Console  # noqa: PLC0415 - only a watched command pays for it
        from rich.text import Text  # noqa: PLC0415 - the same; a file's name may hold [brackets]

        if self._status is None:
            self._status = Console(stderr=True).status(Text(text))
            self._status.start()
        self._status.update(Text(text))
