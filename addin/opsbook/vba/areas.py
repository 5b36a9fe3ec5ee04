"""VBA that refuses references of several areas: xlwings reads only the first, and half the data is no answer."""

from opsbook.vba.metric_module import SEVERAL_AREAS
from opsbook.vba.source import literal

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
"""The functions that wrappers call."""


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
