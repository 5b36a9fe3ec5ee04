"""An xlwings engine over live LibreOffice, for tests of code that drives Excel."""

from support.grid.engine import start
from support.grid.office import Office

__all__ = ["Office", "start"]
