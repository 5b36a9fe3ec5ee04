"""The VBA module `OpsFunctions`: one wrapper per analysis, which asks Python.

It is what xlwings' own "Import Functions" would write into an add-in, so that no user needs to click that; only the way
out of an error says in the user's words that Python was not reached.
"""

from opsbook.model.catalog import Catalog
from opsbook.model.function import Function
from opsbook.vba.advice import IN_CELL, LONGEST_REASON, advice
from opsbook.vba.areas import AREAS, areas_check
from opsbook.vba.source import NOTICE, attributes, module_text
from opsbook.vba.worksheet_functions import analyses

UNANSWERED = "Unanswered"
PYTHON_MODULE = "opsbook.entrypoints.udf"
_HEAD = ("Option Explicit", NOTICE, '#Const App = "Microsoft Excel" \'Adjust when using outside of Excel')


def functions_module(catalog: Catalog) -> str:
    """Write the module."""
    said = advice(UNANSWERED, IN_CELL, apart="", end=f'" (" & Left$(reason, {LONGEST_REASON}) & ")"')
    return module_text(
        "OpsFunctions", [_HEAD, said, (AREAS,), *(wrapper(function, catalog) for function in analyses(catalog))]
    )


def wrapper(function: Function, catalog: Catalog) -> tuple[str, ...]:
    """Write one wrapper, line by line."""
    name, given = function.name, ", ".join(argument.name for argument in function.arguments)
    declared = ", ".join(
        f"{'Optional ' if argument.optional else ''}{argument.name}" for argument in function.arguments
    )
    called = f'{name} = XLPy.CallUDF("{PYTHON_MODULE}", "{name}", Array({given})'
    return (
        f"Function {name}({declared})",
        *attributes(function, catalog),
        '    #If App = "Microsoft Excel" Then',
        "        If TypeOf Application.Caller Is Range Then On Error GoTo failed",
        *(f"        {line}" for line in areas_check(name, given)),
        f"        {called}, ActiveWorkbook, Application.Caller)",
        "        Exit Function",
        "    #Else",
        f"        {called})",
        "        Exit Function",
        "    #End If",
        "failed:",
        f"    {name} = {UNANSWERED}(Err.Description)",
        "End Function",
    )
