"""VBA that reads a cell as a figure, as `engine.functions.figures` does for the functions that Python answers."""

from opsbook.vba.source import literal

REFUSED = "#OPS! "
LONGEST_SEEN = 30
NO_NUMBER = "要一个数字，看到的是：/ must be a number; seen: "
AN_ERROR = "错误值 / an error cell"

READING_FIGURES = f"""\
' Cells as figures: numbers, also those that texts spell (1,234 or 12.5%), "" for nothing, and for anything else a refusal.
Private Function Figures(cells As Variant, argument As Variant) As Variant
    Dim r As Long, c As Long
    If Not IsArray(cells) Then
        Figures = Figure(cells, argument, 1, 1)
        Exit Function
    End If
    For r = 1 To UBound(cells, 1)
        For c = 1 To UBound(cells, 2)
            If Not IsKnown(cells(r, c)) Then cells(r, c) = Figure(cells(r, c), argument, r, c)
        Next c
    Next r
    Figures = cells
End Function

Private Function Figure(cell As Variant, argument As Variant, r As Long, c As Long) As Variant
    Dim value As Variant
    Figure = ""
    If IsKnown(cell) Then
        Figure = cell
    ElseIf IsError(cell) Then
        If Not IsLeftOut(cell) Then Figure = Refusal({literal(AN_ERROR)}, argument, r, c)
    ElseIf VarType(cell) = vbBoolean Then
        Figure = Refusal(CStr(cell), argument, r, c)
    ElseIf VarType(cell) = vbString Then
        If IsRefusal(cell) Then
            Figure = cell
        ElseIf Not IsNothingSaid(LCase$(Trim$(Bare(CStr(cell))))) Then
            value = Spelled(CStr(cell))
            If Not IsKnown(value) Then value = Refusal(CStr(cell), argument, r, c)
            Figure = value
        End If
    End If
End Function

' An argument that was left empty between two others arrives as an error of this number.
Private Function IsLeftOut(cell As Variant) As Boolean
    IsLeftOut = (InStr(CStr(cell), "448") > 0)
End Function

Private Function IsRefusal(cell As Variant) As Boolean
    If VarType(cell) = vbString Then IsRefusal = (Left$(cell, {len(REFUSED)}) = "{REFUSED}")
End Function

Private Function Refusal(seen As String, argument As Variant, r As Long, c As Long) As String
    Dim where As String
    If IsObject(argument) Then
        where = PlaceOf(argument, r, c)
    ElseIf IsArray(argument) Then
        where = "R" & r & "C" & c
    End If
    If where <> "" Then where = where & " "
    If Len(seen) > {LONGEST_SEEN} Then seen = Left$(seen, {LONGEST_SEEN}) & ChrW(8230)
    Refusal = "{REFUSED}" & where & {literal(NO_NUMBER)} & seen
End Function

' On its own, as LibreOffice takes an argument for an object everywhere in a procedure that asks for its parts.
Private Function PlaceOf(cells As Variant, r As Long, c As Long) As String
    PlaceOf = cells.Cells(r, c).Address(False, False)
End Function

' What exports write where there is nothing.
Private Function IsNothingSaid(said As String) As Boolean
    Select Case said
        Case "", "-", "--", "nan", "none", "\\n", "/", ChrW(8211), ChrW(8212), {literal("无退款申请")}
            IsNothingSaid = True
    End Select
End Function

' The number a text spells; a text where it spells none. "E4" and such move the decimal point, so that nothing is rounded.
Private Function Spelled(text As String) As Variant
    Dim said As String, sign As String, power As Long
    said = LCase$(Trim$(Bare(text)))
    If Right$(said, 1) = "%" Then
        power = -2
        said = Trim$(Left$(said, Len(said) - 1))
    End If
    sign = SignOf(said)
    said = Mid$(said, Len(sign) + 1)
    If CurrencyLength(said, True) > 0 Then
        said = LTrim$(Mid$(said, CurrencyLength(said, True) + 1))
        If sign = "" Then
            sign = SignOf(said)
            said = Mid$(said, Len(sign) + 1)
        End If
    End If
    said = RTrim$(Left$(said, Len(said) - CurrencyLength(said, False)))
    Select Case Right$(said, 1)
        Case ChrW(19975), "w"
            power = power + 4
            said = RTrim$(Left$(said, Len(said) - 1))
        Case ChrW(20159)
            power = power + 8
            said = RTrim$(Left$(said, Len(said) - 1))
    End Select
    Spelled = Valued(said, sign, power)
End Function

Private Function SignOf(said As String) As String
    If Left$(said, 1) = "-" Or Left$(said, 1) = "+" Then SignOf = Left$(said, 1)
End Function

' How many characters of a currency a text begins or ends with.
Private Function CurrencyLength(said As String, atStart As Boolean) As Long
    Dim name As Variant, mark As String
    If Not atStart And Right$(said, 1) = ChrW(20803) Then CurrencyLength = 1
    For Each name In Array("rmb", "cny", "usd", "hkd", "eur", "gbp", "jpy")
        If EndOf(said, 3, atStart) = name Then CurrencyLength = 3
    Next name
    For Each name In Array("cn", "us", "hk", "nt", "au", "ca", "sg", "r", "")
        mark = EndOf(said, Len(name) + 1, atStart)
        If Len(mark) = Len(name) + 1 And Left$(mark, Len(name)) = name Then
            If CurrencyLength = 0 And InStr(ChrW(165) & "$" & ChrW(163) & ChrW(8377) & ChrW(8364), Right$(mark, 1)) > 0 Then CurrencyLength = Len(mark)
        End If
    Next name
End Function

Private Function EndOf(said As String, length As Long, atStart As Boolean) As String
    If atStart Then EndOf = Left$(said, length) Else EndOf = Right$(said, length)
End Function

' Digits with a point, thousands and an exponent as a number; a text where they are none.
Private Function Valued(said As String, sign As String, power As Long) As Variant
    Dim whole As String, fraction As String, exponent As String, at As Long, value As Double
    Valued = ""
    On Error GoTo beyond
    at = InStr(said, "e")
    whole = said
    exponent = "0"
    If at > 0 Then
        whole = Left$(said, at - 1)
        exponent = Mid$(said, at + 1)
        If Not HasOnlyDigits(Mid$(exponent, Len(SignOf(exponent)) + 1)) Then Exit Function
    End If
    at = InStr(whole, ".")
    If at > 0 Then
        fraction = Mid$(whole, at + 1)
        whole = Left$(whole, at - 1)
    End If
    If fraction <> "" And Not HasOnlyDigits(fraction) Then Exit Function
    If whole <> "" Then whole = Ungrouped(whole)
    If whole = "?" Or whole & fraction = "" Then Exit Function
    value = Val(sign & whole & "." & fraction & "0E" & (CLng(exponent) + power))
    If Abs(value) < 1E+308 Then Valued = value
beyond:
End Function

Private Function HasOnlyDigits(said As String) As Boolean
    Dim at As Long
    For at = 1 To Len(said)
        If InStr("0123456789", Mid$(said, at, 1)) = 0 Then Exit Function
    Next at
    HasOnlyDigits = (said <> "")
End Function

' Thousands without what parts them: 1,234 or 1 234 or 1'234, and 1,08,218 as in India; "?" where they are parted otherwise.
Private Function Ungrouped(said As String) As String
    Dim mark As Variant, parts As Variant, at As Long, usual As Boolean, indian As Boolean
    Ungrouped = "?"
    If HasOnlyDigits(said) Then Ungrouped = said
    For Each mark In Array(",", " ", "'")
        parts = Split(said, mark)
        If UBound(parts) > 0 And HasOnlyDigits(Join(parts, "")) Then
            usual = (Len(parts(0)) >= 1 And Len(parts(0)) <= 3)
            indian = (mark = "," And Len(parts(0)) >= 1 And Len(parts(0)) <= 2 And UBound(parts) > 1)
            For at = 1 To UBound(parts)
                If Len(parts(at)) <> 3 Then usual = False
                If Len(parts(at)) <> IIf(at = UBound(parts), 3, 2) Then indian = False
            Next at
            If usual Or indian Then Ungrouped = Join(parts, "")
        End If
    Next mark
End Function

' A text without what nobody sees, in half-width characters.
Private Function Bare(text As String) As String
    Dim at As Long, code As Long, said As String
    For at = 1 To Len(text)
        code = AscW(Mid$(text, at, 1))
        If code < 0 Then code = code + 65536
        Select Case code
            Case 65281 To 65374
                said = said & ChrW(code - 65248)
            Case 9, 10, 11, 12, 13, 160, 8239, 12288
                said = said & " "
            Case 0 To 31, 127, 65279, 8203
            Case 65509
                said = said & ChrW(165)
            Case 65505
                said = said & ChrW(163)
            Case 8217
                said = said & "'"
            Case Else
                said = said & Mid$(text, at, 1)
        End Select
    Next at
    said = Trim$(said)
    If Left$(said, 2) = "=" & Chr$(34) And Right$(said, 1) = Chr$(34) And Len(said) > 2 Then said = Mid$(said, 3, Len(said) - 3)
    If Left$(said, 1) = "'" Then said = Mid$(said, 2)
    Bare = said
End Function
"""
