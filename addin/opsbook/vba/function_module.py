"""The VBA module `OpsFunctions`: one wrapper per analysis, which asks Python.

It is what xlwings' own "Import Functions" would write into an add-in, so that no user needs to click that; only the way
out of an error says in the user's words that Python was not reached.
"""

from opsbook.model.catalog import Catalog
from opsbook.model.records.function import Function
from opsbook.vba.advice import IN_CELL, LONGEST_REASON, advice
from opsbook.vba.metric_module import SEVERAL_AREAS
from opsbook.vba.source import NOTICE, attributes, literal, module_text
from opsbook.vba.worksheet_functions import analyses

UNANSWERED = "Unanswered"
PYTHON_MODULE = "opsbook.entrypoints.udf"
_HEAD = ("Option Explicit", NOTICE, '#Const App = "Microsoft Excel" \'Adjust when using outside of Excel')
_ASKED, _SAID = "HasSeveralAreas", "SeveralAreas"

AREAS = f"""\
Private Function {_ASKED}(arguments As Variant) As Boolean
    Dim place As Long
    For place = LBound(arguments) To UBound(arguments)
        If IsObject(arguments(place)) Then
            If AreasOf(arguments(place)) > 1 Then {_ASKED} = True
        End If
    Next place
End Function

' On its own, as LibreOffice takes an argument for an object everywhere in a procedure that asks for its parts.
Private Function AreasOf(cells As Variant) As Long
    AreasOf = cells.Areas.Count
End Function

Private Function {_SAID}() As String
    {_SAID} = "#OPS! " & {literal(SEVERAL_AREAS)}
End Function"""
"""Functions that wrappers call to refuse references of several areas: xlwings reads only the first area."""


def areas_check(function: str, arguments: str) -> tuple[str, ...]:
    """Write what a wrapper does before it asks Python.

    Args:
        function: the worksheet function's name.
        arguments: names of its arguments, with commas; empty for none.

    Returns:
        Lines without indentation: the cell shows why there is no answer where an argument has several areas.
    """
    if not arguments:
        return ()
    return (f"If {_ASKED}(Array({arguments})) Then", f"    {function} = {_SAID}()", "    Exit Function", "End If")


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
