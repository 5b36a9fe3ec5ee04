"""An xlwings engine over live LibreOffice: code written for Excel through xlwings runs against it unchanged.

It knows only what this product uses. `api` answers to the few names of Excel's object model that `hosts/excel_api`
calls. Alerts are recorded, their answers scripted.
"""

import itertools
from pathlib import Path

import xlwings as xw
from xlwings import base_classes

from support.grid import object_model
from support.grid.sheets import Names, Range, Sheet, Sheets


class Engine:
    """The engine behind `xw.apps`.

    Args:
        office: the line to LibreOffice.
    """

    type, name = "desktop", "libreoffice"

    def __init__(self, office):
        self.office = office
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value, _date_format):
        """Values go to the cells as they are given."""
        return value


class Apps(base_classes.Apps):
    """The one program."""

    def __init__(self, engine):
        self.engine, self._apps = engine, []

    def keys(self):
        return [app.pid for app in self._apps]

    def add(self, spec=None, add_book=None, xl=None, visible=None):
        del spec, add_book, xl, visible
        self._apps.insert(0, App(self, len(self._apps) + 1))
        return self._apps[0]

    @staticmethod
    def cleanup():
        """Nothing outlives the tests."""

    def __iter__(self):
        return iter(self._apps)

    def __len__(self):
        return len(self._apps)

    def __getitem__(self, pid):
        return next(app for app in self._apps if app.pid == pid)


class App(base_classes.App):
    """A program with workbooks; what it was told of the screen is kept for tests to see."""

    pid = visible = screen_updating = display_alerts = enable_events = interactive = status_bar = None

    def __init__(self, apps, pid):
        self.engine, self.office, self.pid = apps.engine, apps.engine.office, pid
        self.visible = self.screen_updating = self.display_alerts = self.enable_events = self.interactive = True
        self.status_bar, self._calculation, self.chosen = False, "automatic", None
        self.opened, self.alerts, self.alert_answer = [], [], "ok"
        self.told = []  # every text the status bar showed
        self.calculations = 0
        self._api = object_model.AppApi()

    def __setattr__(self, name, value):
        if name == "status_bar" and isinstance(value, str):
            self.told.append(value)
        super().__setattr__(name, value)

    @property
    def api(self):
        return self._api

    @property
    def books(self):
        return Books(self)

    @property
    def version(self):
        return "16.0"

    @property
    def hwnd(self):
        return 0

    @property
    def selection(self):
        return self.chosen

    @property
    def calculation(self):
        return self._calculation

    @calculation.setter
    def calculation(self, mode):
        self._calculation = mode
        for book in self.opened:
            self.office.automatic(book.doc, mode == "automatic")
            if mode == "automatic":
                self.office.calculate(book.doc)

    def calculate(self):
        self.calculations += 1
        for book in self.opened:
            self.office.calculate(book.doc)

    def activate(self, steal_focus=None):
        """There is one program only."""

    def alert(self, prompt, title, buttons, mode, callback):
        del callback
        self.alerts.append((prompt, title, buttons, mode))
        return self.alert_answer

    def quit(self):
        for book in list(self.opened):
            book.close()


class Books(base_classes.Books):
    """The workbooks that are open; the active one is first."""

    def __init__(self, app):
        self.app = app

    @property
    def active(self):
        return self.app.opened[0] if self.app.opened else None

    def __len__(self):
        return len(self.app.opened)

    def __iter__(self):
        return iter(self.app.opened)

    def __call__(self, key):
        for book in self.app.opened:
            if book.name == key:
                return book
        raise KeyError(key)

    def open(self, fullname, *_args, **_more):
        self.app.opened.insert(0, Book(self.app, Path(fullname)))
        return self.app.opened[0]


class Book(base_classes.Book):
    """One workbook.

    Args:
        app: its program.
        path: its file.
    """

    _numbers = itertools.count()

    def __init__(self, app, path):
        self._app, self.path = app, path
        self.doc = app.office.open(str(path))
        self.saves, self.on_disk = 0, True  # a large book is saved for seconds: a test may only count
        self._api, self.named, self.passwords = object_model.BookApi(self), {}, {}

    @property
    def app(self):
        return self._app

    @property
    def office(self):
        return self._app.office

    @property
    def api(self):
        return self._api

    @property
    def name(self):
        return self.path.name

    @property
    def fullname(self):
        return str(self.path)

    @property
    def sheets(self):
        return Sheets(self)

    @property
    def names(self):
        return Names(self)

    def activate(self):
        self._app.opened.remove(self)
        self._app.opened.insert(0, self)

    def close(self):
        self._app.opened.remove(self)
        self.office.close(self.doc)

    def save(self, path=None, password=None):
        assert path is None
        assert password is None
        self.saves += 1
        if self.on_disk:
            self.office.save(self.doc, str(self.path))


def start(office):
    """Make LibreOffice the engine of xlwings; returns its one program."""
    engine = xw.Engine(impl=Engine(office))
    xw.engines.add(engine)
    engine.activate()
    return engine.apps.add()


__all__ = ["App", "Book", "Engine", "Range", "Sheet", "start"]
