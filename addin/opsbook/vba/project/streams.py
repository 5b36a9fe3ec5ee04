"""Turn VBA text, as the editor exports it, into the form of a module's stream."""

import re

from opsbook.vba.project.writer import Kind, Module

WORKBOOK_BASE = "0{00020819-0000-0000-C000-000000000046}"
SHEET_BASE = "0{00020820-0000-0000-C000-000000000046}"
_CLASS_BASE = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"
_CLASS_HEAD = re.compile(r"\AVERSION .*?\r\nBEGIN\r\n.*?\r\nEND\r\n", re.DOTALL)
_ATTRIBUTES = re.compile(r"\A(?:Attribute VB_\w+ = .*\r\n)+")
_ATTRIBUTE = re.compile(r"^Attribute VB_(\w+) = (.*?)\r$", re.MULTILINE)


def lines(text: str) -> str:
    """The text with CR LF after every line, and one at its end."""
    return re.sub(r"\r\n|\r|\n", "\r\n", text.rstrip("\r\n") + "\n")


def standard_module(name: str, text: str) -> Module:
    """A module of procedures.

    Args:
        name: its name.
        text: its source; a leading name attribute is replaced.
    """
    body = re.sub(r'\AAttribute VB_Name = ".*?"\r\n', "", lines(text))
    return Module(name, Kind.STANDARD, f'Attribute VB_Name = "{name}"\r\n{body}')


def class_module(name: str, text: str) -> Module:
    """A class.

    Args:
        name: its name.
        text: its source as the editor exports it.
    """
    body = _CLASS_HEAD.sub("", lines(text))
    found = _ATTRIBUTES.match(body)
    head = found[0] if found else ""
    given = dict(_ATTRIBUTE.findall(head))
    flags = {flag: given.get(flag, "False") for flag in ("GlobalNameSpace", "Creatable", "PredeclaredId", "Exposed")}
    written = {
        "Name": f'"{name}"',
        "Base": f'"{_CLASS_BASE}"',
        **flags,
        "TemplateDerived": "False",
        "Customizable": "False",
    }
    help_text = given.get("Description", "")
    if help_text:
        written["Description"] = help_text
    attributes = "".join(f"Attribute VB_{key} = {value}\r\n" for key, value in written.items())
    return Module(name, Kind.CLASS, attributes + body[len(head) :], _unquoted(help_text))


def _unquoted(text: str) -> str:
    """What a quoted attribute says."""
    return text[1:-1].replace('""', '"').replace("\\r\\n", "\r\n").replace("\\\\", "\\")


def document_module(name: str, base: str) -> Module:
    """The empty module behind the workbook or a sheet.

    Args:
        name: its code name.
        base: class of the object it stands for.
    """
    values = {
        "Name": f'"{name}"',
        "Base": f'"{base}"',
        "GlobalNameSpace": "False",
        "Creatable": "False",
        "PredeclaredId": "True",
        "Exposed": "True",
        "TemplateDerived": "False",
        "Customizable": "True",
    }
    return Module(name, Kind.DOCUMENT, "".join(f"Attribute VB_{key} = {value}\r\n" for key, value in values.items()))
