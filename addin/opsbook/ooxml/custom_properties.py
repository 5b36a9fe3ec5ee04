"""Custom document properties: texts under names, which nobody sees on a sheet."""

import re
from collections.abc import Mapping

from opsbook.ooxml.package.joining import connect, join
from opsbook.ooxml.package.parts import Package
from opsbook.ooxml.xml_text import attribute, escaped, unescaped

_PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of every custom property, by the standard
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTY = re.compile(r"<property\s([^>]*)>\s*<vt:(?:lpwstr|lpstr)[^>]*>([^<]*)</vt:(?:lpwstr|lpstr)>\s*</property>")
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>'
)


def properties_of(package: Package) -> Mapping[str, str]:
    """Texts by name."""
    part = _part(package)
    found = _PROPERTY.findall(package.read(part)) if part else ()
    return {attribute(f" {attributes}", "name") or "": unescaped(value) for attributes, value in found}


def write_property(package: Package, name: str, value: str) -> None:
    """Set a text; it is added where the workbook lacks it."""
    part = _part(package) or _new_part(package)
    text = package.read(part)
    declared = "" if "xmlns:vt=" in text.partition("<property")[0] else f' xmlns:vt="{_TYPES}"'  # by some programs: not
    typed = f"<vt:lpwstr{declared}>{escaped(value)}</vt:lpwstr>"
    spelled = r"<vt:lpw?str\b[^>]*?(?:/>|>[^<]*</vt:lpw?str>)"
    held = re.compile(rf'(<property\s[^>]*name="{re.escape(escaped(name))}"[^>]*>\s*){spelled}')
    if held.search(text):
        package.write(part, held.sub(lambda found: found[1] + typed, text))
        return
    number = 1 + max((int(one) for one in re.findall(r'\spid="(\d+)"', text)), default=1)
    new = f'<property fmtid="{_FORMAT}" pid="{number}" name="{escaped(name)}">{typed}</property>'
    package.write(part, text.replace("</Properties>", f"{new}</Properties>", 1))


def _part(package: Package) -> str:
    links = package.relationships("")
    return next((link.target for link in links if link.type == "custom-properties" and link.target in package), "")


def _new_part(package: Package) -> str:
    join(package, _PART, _EMPTY.encode(), _TYPE)
    connect(package, "", "custom-properties", _PART)
    return _PART
