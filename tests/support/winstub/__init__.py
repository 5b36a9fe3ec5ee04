"""The real Windows path of xlwings where Windows is not: its own COM server calls our functions as Excel would.

Only pywin32 and Excel's objects are stand-ins. What this cannot show is how pywin32 itself passes values on, so functions
answer with nothing but numbers, texts, truth values and moments.
"""

import atexit
import contextlib
import ctypes
import importlib
import sys
import types

from support.winstub import pywin32
from support.winstub.excel import Workbook

UDFS = "opsbook.entrypoints.udf"
WINDOWS_ONLY = ("xlwings._xlwindows", "xlwings._win32patch", "xlwings.udfs", "xlwings.com_server")
OFFERED = {"func": "xlfunc", "arg": "xlarg", "ret": "xlret"}


class Excel:
    """An Excel with one workbook, and the Python server behind it."""

    def __init__(self, com_server, udfs):
        self.book = Workbook("book.xlam")
        self._server, self._udfs = com_server.XLPython(), udfs

    def call(self, function, *variants, module=UDFS):
        """What a wrapper in VBA gets; a variant is a plain value, rows of values, or a reference to cells."""
        caller = self.book.sheet.reference([[None]])
        return self._server.CallUDF(module, function, variants, self.book, caller)

    def cells(self, *rows):
        """A reference to cells."""
        return self.book.sheet.reference(rows)

    def import_functions(self, module=UDFS):
        """What a click on xlwings' Import Functions writes."""
        with contextlib.redirect_stdout(None):
            self._udfs.import_udfs(module, self.book)
        return self.book.VBProject.VBComponents.sources["xlwings_udfs"]


@contextlib.contextmanager
def excel():
    """An Excel for as long as the block runs; afterwards xlwings is what it was."""
    import xlwings  # noqa: PLC0415 - only these tests pay for it

    with contextlib.ExitStack() as undo:
        stubs = pywin32.modules()
        pywin32.join(stubs)
        undo.callback(_forget, [*stubs, *WINDOWS_ONLY])
        sys.modules.update(stubs)
        windows = _import_windows()
        _replace(undo, vars(xlwings), "_xlwindows", windows)
        engines = xlwings.engines
        _replace(undo, vars(engines), "engines", list(engines.engines))
        _replace(undo, vars(engines), "engines_by_name", dict(engines.engines_by_name))
        engines.add(xlwings.Engine(impl=windows.engine))
        udfs, server = (importlib.import_module(f"xlwings.{name}") for name in ("udfs", "com_server"))
        undo.callback(udfs.com_executor.shutdown)
        undo.callback(server.loop.close)
        for name, own in OFFERED.items():
            _replace(undo, vars(xlwings), name, getattr(udfs, own))
        yield Excel(server, udfs)


def _import_windows():
    """Import the part of xlwings that talks to Windows, and keep it from looking for Excel at the end."""
    with contextlib.ExitStack() as undo:
        library = types.SimpleNamespace(PyCom_PyObjectFromIUnknown=types.SimpleNamespace())
        for name, value in {
            "windll": pywin32.Silent(),
            "oledll": pywin32.Silent(),
            "PyDLL": lambda *_: library,
        }.items():
            _replace(undo, vars(ctypes), name, value)
        windows = importlib.import_module("xlwings._xlwindows")
    atexit.unregister(windows.cleanup)
    return windows


def _replace(undo, names, name, value):
    """Set a name until the block ends."""
    if name in names:
        undo.callback(names.__setitem__, name, names[name])
    else:
        undo.callback(names.pop, name, None)
    names[name] = value


def _forget(names):
    for name in names:
        sys.modules.pop(name, None)
        package, _, last = name.rpartition(".")
        if package == "xlwings":
            vars(sys.modules["xlwings"]).pop(last, None)
