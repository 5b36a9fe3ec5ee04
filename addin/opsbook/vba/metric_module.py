"""The VBA module `OpsMetrics`: every calculated metric as a worksheet function that needs no Python."""

from opsbook.model.catalog import Catalog
from opsbook.model.records.function import Argument, Function
from opsbook.model.records.metric import Metric
from opsbook.vba.metric import metric_functions, vba, worksheet_metrics
from opsbook.vba.source import NOTICE, attributes, literal, module_text
from opsbook.vba.written_figures import READING_FIGURES

SIZES_DIFFER = "各区域的行数或列数对不上：请选一样大的区域 / ranges differ in size: select ranges of one size"
SEVERAL_AREAS = "一个参数只能是一片连续区域 / an argument must be one connected range"

_HEAD = f"""\
Option Explicit
{NOTICE}
' Every argument may be one cell, a row, a column or a block; a single cell goes with every cell of the others, a row
' with every row, a column with every column. The answer has their common shape.

Private Const ADDING As Long = 1
Private Const SUBTRACTING As Long = 2
Private Const MULTIPLYING As Long = 3
Private Const DIVIDING As Long = 4
Private Const DIVIDING_ABOVE_ZERO As Long = 5
Private Const CHOOSING As Long = 6
"""

_ARITHMETIC = (
    ("Plus", "ADDING"),
    ("Less", "SUBTRACTING"),
    ("Times", "MULTIPLYING"),
    ("Over", "DIVIDING"),
    ("OverPositive", "DIVIDING_ABOVE_ZERO"),
    ("FirstKnown", "CHOOSING"),
)

_SPREADING = f"""\
Private Function Spread(operation As Long, one As Variant, other As Variant) As Variant
    Dim cells1 As Variant, cells2 As Variant, answer() As Variant
    Dim r As Long, c As Long, height As Long, width As Long
    Dim down1 As Long, down2 As Long, right1 As Long, right2 As Long
    cells1 = Block(one)
    cells2 = Block(other)
    If Not IsArray(cells1) And Not IsArray(cells2) Then
        Spread = OneCell(operation, cells1, cells2)
        Exit Function
    End If
    If Not IsArray(cells1) Then cells1 = Alone(cells1)
    If Not IsArray(cells2) Then cells2 = Alone(cells2)
    height = Common(UBound(cells1, 1), UBound(cells2, 1))
    width = Common(UBound(cells1, 2), UBound(cells2, 2))
    down1 = IIf(UBound(cells1, 1) = 1, 0, 1)
    down2 = IIf(UBound(cells2, 1) = 1, 0, 1)
    right1 = IIf(UBound(cells1, 2) = 1, 0, 1)
    right2 = IIf(UBound(cells2, 2) = 1, 0, 1)
    ReDim answer(1 To height, 1 To width)
    For r = 0 To height - 1
        For c = 0 To width - 1
            answer(r + 1, c + 1) = OneCell(operation, cells1(r * down1 + 1, c * right1 + 1), cells2(r * down2 + 1, c * right2 + 1))
        Next c
    Next r
    Spread = answer
End Function

Private Function Common(one As Long, other As Long) As Long
    If one <> other And one <> 1 And other <> 1 Then
        Err.Raise 5, "OpsMetrics", {literal(SIZES_DIFFER)} & " (" & one & ", " & other & ")"
    End If
    Common = IIf(one > other, one, other)
End Function

Private Function Alone(cell As Variant) As Variant
    Dim answer(1 To 1, 1 To 1) As Variant
    answer(1, 1) = cell
    Alone = answer
End Function
"""

_READING = f"""\
' A reference arrives as a Range, what was calculated as an array or a plain value, in Excel and in LibreOffice alike.
' IsObject is asked first, as IsArray(Range) is True in Excel and False in LibreOffice. Value2, as Value rounds cells in a
' currency format to four decimals. A row that was calculated has one dimension in Excel and two in LibreOffice.
Private Function Block(argument As Variant) As Variant
    Block = Figures(Values(argument), argument)
End Function

Private Function Values(argument As Variant) As Variant
    If IsObject(argument) Then
        Values = Referred(argument)
    ElseIf Not IsArray(argument) Then
        Values = argument
    ElseIf Not HasRows(argument) Then
        Values = AsRow(argument)
    ElseIf LBound(argument, 1) = 1 And LBound(argument, 2) = 1 Then
        Values = argument
    Else
        Values = FromOne(argument)
    End If
End Function

' On its own, as LibreOffice takes an argument for an object everywhere in a procedure that asks for its parts.
Private Function Referred(cells As Variant) As Variant
    If cells.Areas.Count > 1 Then Err.Raise 5, "OpsMetrics", {literal(SEVERAL_AREAS)}
    Referred = cells.Value2
End Function

Private Function HasRows(cells As Variant) As Boolean
    Dim last As Long
    last = -2
    On Error Resume Next
    last = UBound(cells, 2)
    HasRows = last > -2
End Function

Private Function AsRow(cells As Variant) As Variant
    Dim answer() As Variant, c As Long
    ReDim answer(1 To 1, 1 To UBound(cells) - LBound(cells) + 1)
    For c = 1 To UBound(answer, 2)
        answer(1, c) = cells(LBound(cells) + c - 1)
    Next c
    AsRow = answer
End Function

Private Function FromOne(cells As Variant) As Variant
    Dim answer() As Variant, r As Long, c As Long
    ReDim answer(1 To UBound(cells, 1) - LBound(cells, 1) + 1, 1 To UBound(cells, 2) - LBound(cells, 2) + 1)
    For r = 1 To UBound(answer, 1)
        For c = 1 To UBound(answer, 2)
            answer(r, c) = cells(LBound(cells, 1) + r - 1, LBound(cells, 2) + c - 1)
        Next c
    Next r
    FromOne = answer
End Function
"""

_ONE_CELL = """\
' "" where a part is missing, a divisor is zero or a number grows beyond 1.8E+308.
Private Function OneCell(operation As Long, one As Variant, other As Variant) As Variant
    OneCell = ""
    If IsRefusal(one) Then
        OneCell = one
        Exit Function
    ElseIf IsRefusal(other) Then
        OneCell = other
        Exit Function
    End If
    If operation = CHOOSING Then
        If IsKnown(one) Then
            OneCell = one
        ElseIf IsKnown(other) Then
            OneCell = other
        End If
        Exit Function
    End If
    If Not (IsKnown(one) And IsKnown(other)) Then Exit Function
    On Error GoTo beyond
    Select Case operation
        Case ADDING
            OneCell = CDbl(one) + CDbl(other)
        Case SUBTRACTING
            OneCell = CDbl(one) - CDbl(other)
        Case MULTIPLYING
            OneCell = CDbl(one) * CDbl(other)
        Case DIVIDING
            If other <> 0 Then OneCell = CDbl(one) / CDbl(other)
        Case DIVIDING_ABOVE_ZERO
            If other > 0 Then OneCell = CDbl(one) / CDbl(other)
    End Select
beyond:
End Function

' What is a number without reading, as Excel's COUNT has it.
Private Function IsKnown(cell As Variant) As Boolean
    Select Case VarType(cell)
        Case vbDouble, vbLong, vbInteger, vbSingle, vbByte, vbCurrency, vbDecimal, vbDate
            IsKnown = True
    End Select
End Function
"""


def metrics_module(catalog: Catalog) -> str:
    """Write the module."""
    functions = [
        _function(*pair, catalog) for pair in zip(worksheet_metrics(catalog), metric_functions(catalog), strict=True)
    ]
    operations = [_operation(name, operation) for name, operation in _ARITHMETIC]
    rest = [text.rstrip().splitlines() for text in (_SPREADING, _READING, _ONE_CELL, READING_FIGURES)]
    return module_text("OpsMetrics", [_HEAD.rstrip().splitlines(), *functions, *operations, *rest])


def _function(metric: Metric, function: Function, catalog: Catalog) -> tuple[str, ...]:
    return (
        f"Public Function {function.name}({', '.join(map(_declared, function.arguments))}) As Variant",
        *attributes(function, catalog),
        *(f'    If IsMissing({one.name}) Then {one.name} = ""' for one in function.arguments if one.optional),
        "    On Error GoTo refused",
        f"    {function.name} = {vba(metric.expr)}",
        "    Exit Function",
        "refused:",
        f'    {function.name} = "#OPS! " & Err.Description',
        "End Function",
    )


def _declared(argument: Argument) -> str:
    return f"{'Optional ' if argument.optional else ''}{argument.name} As Variant"


def _operation(name: str, operation: str) -> tuple[str, ...]:
    return (
        f"Private Function {name}(one As Variant, other As Variant) As Variant",
        f"    {name} = Spread({operation}, one, other)",
        "End Function",
    )
