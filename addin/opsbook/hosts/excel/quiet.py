"""Keep Excel still while a workbook is worked on."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import xlwings as xw

from opsbook.hosts.excel.api import no_auto_fill

QUIET = {"screen_updating": False, "enable_events": False, "display_alerts": False, "calculation": "manual"}


@contextmanager
def quiet(app: xw.App, status: str = "") -> Iterator[None]:
    """Stop redrawing, events, questions and recalculation; restore all of it, also after an error.

    Args:
        app: Excel.
        status: what the status bar says meanwhile.
    """
    before = {name: getattr(app, name) for name in QUIET}
    try:
        with no_auto_fill(app):
            for name, value in QUIET.items():
                setattr(app, name, value)
            if status:
                app.status_bar = status
            yield
    finally:
        for name, value in reversed(before.items()):
            with suppress(Exception):  # a switch that cannot be put back must not keep the others off
                setattr(app, name, value)
        with suppress(Exception):
            app.status_bar = False
