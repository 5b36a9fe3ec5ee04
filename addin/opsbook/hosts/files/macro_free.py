"""A workbook without its macros, ready to give away."""

import re

from opsbook.ooxml.package.parts import Package

WORKBOOK, TYPES = "xl/workbook.xml", "[Content_Types].xml"
WITH_MACROS = re.compile(r"application/vnd\.ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml")
PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_SHAPE_MACRO = re.compile(r'(<(?:\w+:)?(?:sp|pic|cxnSp|graphicFrame)\b[^>]*\smacro=)"[^"]*"')
_VML_MACRO = re.compile(r"<(?:\w+:)?FmlaMacro>[^<]*</(?:\w+:)?FmlaMacro>")


def without_macros(content: bytes, file: str) -> bytes:
    """Take the VBA project, the ribbon that calls it and every shape's macro out of a package.

    Args:
        content: bytes of an .xlsx or .xlsm.
        file: its name, for messages.

    Returns:
        The bytes of an .xlsx: sheets, values, formulas and formats as they were.

    Raises:
        FileRefusedError: it is not such a workbook.
    """
    package = Package(content, file)
    for owner, kinds in (("", {"extensibility"}), (WORKBOOK, {"vbaProject"})):
        for link in package.relationships(owner):
            if link.type in kinds and link.target in package:
                _take_out(package, link.target, owner)
    for sheet in package.relationships(WORKBOOK):
        for link in package.relationships(sheet.target):
            if link.type in {"drawing", "vmlDrawing"} and link.target in package:
                text = _SHAPE_MACRO.sub(r'\1""', package.read(link.target))
                package.write(link.target, _VML_MACRO.sub("", text))
    package.write(TYPES, WITH_MACROS.sub(PLAIN, package.read(TYPES)))
    return package.to_bytes() if package.changed else content


def _take_out(package: Package, part: str, owner: str) -> None:
    """Remove a part, and what belongs to it alone: signatures of the project, pictures of the ribbon."""
    for link in package.relationships(part):
        if link.target in package:
            package.remove(link.target, part)
    package.remove(part, owner)
