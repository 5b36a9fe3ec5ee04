"""How VBA source is written: ASCII, CRLF, texts as literals, attributes that Excel itself would add."""

import re
from collections.abc import Iterable

from opsbook.model.catalog import Catalog
from opsbook.model.records.function import Function
from opsbook.vba.worksheet_functions import category_number

NOTICE = '\' Written by "opsbook build": change the lists it is made from, not this file.'
_PLAIN = str.maketrans({"÷": "/", "×": "*", "−": "-", "–": "-", "…": "...", "≥": ">=", "≤": "<="})
_RUNS = re.compile(r"[ -~]+|.")


def module_text(name: str, blocks: Iterable[Iterable[str]]) -> str:
    """Write a standard module.

    Args:
        name: the module's name.
        blocks: lines of declarations and procedures; a blank line parts two blocks.

    Returns:
        The source as VBA's editor exports it, with CRLF.

    Raises:
        UnicodeEncodeError: a line is not ASCII: VBA keeps source in the code page of whoever opens it.
    """
    parts = ["\n".join(block) for block in blocks]
    source = "\n\n".join([f'Attribute VB_Name = "{name}"\n{parts[0]}', *parts[1:]]) + "\n"
    return source.encode("ascii").decode("ascii").replace("\n", "\r\n")


def literal(text: str) -> str:
    """Write any text as a VBA expression in ASCII.

    >>> literal("a区")
    '"a" & ChrW(21306)'
    """
    runs = _RUNS.findall(text)
    return " & ".join(f"ChrW({ord(run)})" if run > "~" else '"{}"'.format(run.replace('"', '""')) for run in runs)


def attributes(function: Function, catalog: Catalog) -> tuple[str, ...]:
    """Help and group of a function, as Excel keeps them: right below its declaration."""
    said = function.help.en.translate(_PLAIN).replace("\\", "\\\\").replace('"', '""')
    number = category_number(function, catalog)
    return (
        f'Attribute {function.name}.VB_Description = "{said}"',
        f'Attribute {function.name}.VB_ProcData.VB_Invoke_Func = " \\n{number}"',
    )
