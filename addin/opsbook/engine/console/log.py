"""The log in the user's log folder: one line per failure, with the lines of code it came through."""

from datetime import UTC, datetime
from pathlib import Path

from opsbook.model.errors import OpsbookError

MOST_BYTES = 1_000_000


def log_file() -> Path:
    """Where failures are noted."""
    from platformdirs import user_log_dir  # noqa: PLC0415 - only a failure needs it

    return Path(user_log_dir("opsbook", appauthor=False)) / "opsbook.log"


def note_error(error: Exception) -> str:
    """Write a failure down; returns its id. A log that cannot be written never hides the failure itself."""
    import secrets  # noqa: PLC0415 - only a failure needs it

    name = secrets.token_hex(4)
    words = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {name} {_told(error)}\n"
    try:
        path = log_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8") as log:
            log.write(words)
    except OSError:
        return f"{name} (not written)"
    return name


def _told(error: Exception) -> str:
    """Type, code and lines of code only: cell contents may be personal."""
    import traceback  # noqa: PLC0415 - only a failure needs it

    code = f" {error.code}" if isinstance(error, OpsbookError) else ""
    cause = f" < {_told(error.__cause__)}" if isinstance(error.__cause__, Exception) else ""
    places = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(error.__traceback__))
    )
    return f"{type(error).__name__}{code} {places}{cause}"
