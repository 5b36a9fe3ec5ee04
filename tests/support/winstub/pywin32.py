"""Modules of pywin32 with just enough in them for xlwings to be imported and called where Windows is not."""

import datetime as dt
import types


class ComError(Exception):
    """pywintypes.com_error."""


class TimeType(dt.datetime):
    """What pywin32 makes of a date from Excel: a moment in UTC that shows the wall's time."""


class IID(str):
    """The name of an interface; letters count alike."""

    __slots__ = ()

    def __new__(cls, text):
        return super().__new__(cls, str(text).upper())


IID_DISPATCH = IID("{00020400-0000-0000-C000-000000000046}")
IID_ENUM = IID("{00020404-0000-0000-C000-000000000046}")


class CDispatch:
    """Base of every object that is used by name at run time."""


class PyIDispatch:
    """An object as a server's method receives it, before it is wrapped."""

    def __init__(self, obj):
        self.obj = obj

    def GetTypeInfo(self):  # noqa: N802 - COM's name
        return types.SimpleNamespace(GetDocumentation=lambda _index: ("Range",))


class Silent:
    """Windows' own libraries: every name is there, every call does nothing."""

    def __getattr__(self, name):
        return self

    def __call__(self, *_args, **_words):
        return 0


def dispatch(obj, **_words):
    """Wrap a raw object for use by name."""
    return obj.obj if isinstance(obj, PyIDispatch) else obj


def unwrap(_value):
    """Nothing here is a Python object that travelled through Excel."""
    raise TypeError


def modules():
    """Every stub module by name."""
    server = {
        "dispatcher": {},
        "policy": {"DefaultPolicy": object},
        "exception": {"COMException": ComError},
        "util": {"wrap": lambda obj, **_words: obj, "unwrap": unwrap},
    }
    client = {
        "CDispatch": CDispatch,
        "CoClassBaseClass": object,
        "DispatchBaseClass": type("DispatchBaseClass", (), {}),
        "Dispatch": dispatch,
        "DispatchEx": dispatch,
    }
    contents = {
        "pywintypes": {"com_error": ComError, "error": ComError, "TimeType": TimeType, "IID": IID},
        "pythoncom": {
            "com_error": ComError,
            "CoInitialize": lambda: None,
            "IID_IDispatch": IID_DISPATCH,
            "IID_IEnumVARIANT": IID_ENUM,
            "TypeIIDs": {IID_DISPATCH: PyIDispatch},
        },
        "win32timezone": {"TimeZoneInfo": types.SimpleNamespace(utc=lambda: dt.UTC)},
        **{name: {} for name in ("win32api", "win32con", "win32event", "win32gui")},
        "win32process": {"GetWindowThreadProcessId": lambda _window: (0, 1)},
        "win32com": {"__path__": []},
        "win32com.client": client,
        "win32com.server": {"__path__": []},
        **{f"win32com.server.{name}": content for name, content in server.items()},
    }
    return {name: _module(name, content) for name, content in contents.items()}


def _module(name, content):
    module = types.ModuleType(name)
    vars(module).update(content, __file__=name)
    return module


def join(stubs):
    """Let packages know their modules, as importing them would."""
    for name, module in stubs.items():
        package, _, last = name.rpartition(".")
        if package:
            setattr(stubs[package], last, module)
