"""Custom document properties: texts under names, which nobody sees on a sheet."""

import re
from collections.abc import Mapping

from opsbook.ooxml.package.joining import connect, join
from opsbook.ooxml.package.parts import Package
from opsbook.ooxml.xml_text import attribute, escaped, unescaped

_PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of every custom property, by the standard
_PROPERTY = re.compile(r"(<(?:\w+:)?property\s([^>]*)>\s*<(?:\w+:)?lpw?str(?:\s[^>]*[^>/])?>)([^<]*)(?=</)")
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_EMPTY_TEXT = re.compile(r"<((?:\w+:)?lpw?str)((?:\s[^>]*[^>/])?)\s*/>")
_END = re.compile(r"</(?:\w+:)?Properties>")
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{_SPACE}"></Properties>'


def properties_of(package: Package) -> Mapping[str, str]:
    """Texts by name."""
    part = _part(package)
    found = _PROPERTY.findall(_opened(package.read(part))) if part else ()
    return {attribute(f" {attributes}", "name") or "": unescaped(value) for _, attributes, value in found}


def write_property(package: Package, name: str, value: str) -> None:
    """Set a text; it is added where the workbook lacks it."""
    part = _part(package) or _new_part(package)
    text = _opened(package.read(part))
    if name in properties_of(package):
        package.write(part, _PROPERTY.sub(lambda found: _renewed(found, name, value), text))
        return
    number = 1 + max((int(one) for one in re.findall(r'\spid="(\d+)"', text)), default=1)
    tag = f'<property xmlns="{_SPACE}" fmtid="{_FORMAT}" pid="{number}" name="{escaped(name)}">'
    new = f'{tag}<vt:lpwstr xmlns:vt="{_TYPES}">{escaped(value)}</vt:lpwstr></property>'
    package.write(part, _END.sub(lambda found: f"{new}{found[0]}", text, count=1))


def _opened(text: str) -> str:
    """The part with empty texts spelled as others are."""
    return _EMPTY_TEXT.sub(r"<\1\2></\1>", text)


def _renewed(found: re.Match[str], name: str, value: str) -> str:
    return f"{found[1]}{escaped(value)}" if attribute(f" {found[2]}", "name") == name else found[0]


def _part(package: Package) -> str:
    links = package.relationships("")
    return next((link.target for link in links if link.type == "custom-properties" and link.target in package), "")


def _new_part(package: Package) -> str:
    join(package, _PART, _EMPTY.encode(), _TYPE)
    connect(package, "", "custom-properties", _PART)
    return _PART
