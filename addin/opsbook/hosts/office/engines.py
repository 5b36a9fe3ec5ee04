"""Which engines calculate when somebody asks."""

from collections.abc import Callable

from opsbook.hosts.office.engine import Engine
from opsbook.hosts.office.ironcalc_engine import find_ironcalc, installing
from opsbook.hosts.office.soffice import find_libreoffice
from opsbook.model.errors import ToolMissingError

ENGINES: dict[str, Callable[[], Engine]] = {"libreoffice": find_libreoffice, "ironcalc": find_ironcalc}
"""What finds each engine on this computer; the first that is there calculates where nobody asked for another."""


def find_engines(asked: str | None = None) -> tuple[Engine, ...]:
    """The engines that somebody asked for.

    Args:
        asked: a name of ENGINES, or `both`; None for the first that is installed.

    Raises:
        ToolMissingError: one that was asked for is not installed, or none is.
    """
    if asked is None:
        return (_any(),)
    return tuple(find() for name, find in ENGINES.items() if asked in {name, "both"})


def _any() -> Engine:
    for find in ENGINES.values():
        try:
            return find()
        except ToolMissingError:
            continue
    raise ToolMissingError("no-engine", **installing())
