"""What a terminal's last line says while work takes long, and that nobody else hears of it."""

import io

import pytest

from opsbook.engine.console import progress
from opsbook.engine.console.progress import Progress

NOTES = "LibreOffice 正在重算……"
FILE = "3/107 计划[1].csv"


class Screen(io.StringIO):
    """Standard error, on a terminal or not."""

    def __init__(self, *, terminal):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        return self.terminal


@pytest.fixture
def started(monkeypatch):
    """A command's progress and the screen it shows on, after some seconds of work."""

    def start(*, terminal, watched, seconds):
        screen = Screen(terminal=terminal)
        monkeypatch.setattr("sys.stderr", screen)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(progress, "SLOW_SECONDS", -1 if seconds > progress.SLOW_SECONDS else 60)
        return Progress(watched=watched), screen

    return start


@pytest.mark.parametrize(
    ("terminal", "watched", "seconds", "seen"),
    [
        pytest.param(True, True, 2, True, id="somebody waits"),
        pytest.param(True, True, 0.5, False, id="short work"),
        pytest.param(False, True, 2, False, id="into a file"),
        pytest.param(True, False, 2, False, id="quiet or JSON"),
    ],
)
def test_a_file_is_named_once_the_work_is_long(terminal, watched, seconds, seen, started):
    """Its name stands there as it is, brackets too; a pipe, a script and a short command show nothing."""
    told, screen = started(terminal=terminal, watched=watched, seconds=seconds)
    told.show(FILE)
    told.clear()
    assert (FILE in screen.getvalue()) == seen
    assert bool(screen.getvalue()) == seen


@pytest.mark.parametrize(("terminal", "seen"), [(True, True), (False, False)])
def test_work_known_to_be_long_says_so_at_once(terminal, seen, started):
    """Without waiting for a second; when the work fails the line is free for what is said of it."""
    told, screen = started(terminal=terminal, watched=True, seconds=0)
    with pytest.raises(ZeroDivisionError), told.during(NOTES):
        raise ZeroDivisionError
    assert (NOTES in screen.getvalue()) == seen
    assert screen.getvalue().endswith("\x1b[2K" if seen else "")
