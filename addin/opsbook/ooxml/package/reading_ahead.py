"""Inflating the large parts of a package while the first ones are read; zlib lets go of the interpreter meanwhile."""

from collections import deque
from collections.abc import Callable, Iterable
from threading import Event, Thread


class Ahead:
    """Parts that a second thread reads before anybody asks for them.

    Args:
        parts: their names, the first one read first.
        read: gives the content of a part.
    """

    def __init__(self, parts: Iterable[str], read: Callable[[str], bytes]) -> None:
        self._waiting, self._read = deque(parts), read
        self._ready = {part: Event() for part in self._waiting}
        self._done: dict[str, bytes] = {}
        if self._waiting:
            Thread(target=self._work, daemon=True).start()

    def take(self, part: str) -> bytes | None:
        """The content of a part, once; None where the caller has to read it."""
        if part not in self._ready:
            return None
        try:
            self._waiting.remove(part)
            self._ready[part].set()  # nobody reads it ahead: whoever asks once more is not to wait for that
        except ValueError:
            self._ready[part].wait()
        return self._done.pop(part, None)

    def _work(self) -> None:
        while self._waiting:
            try:
                part = self._waiting.popleft()
            except IndexError:  # somebody asked for the last one just now
                return
            try:
                self._done[part] = self._read(part)
            except Exception:  # noqa: BLE001, S110 - whoever asks for the part reads it again and is told
                pass
            finally:
                self._ready[part].set()
