Attribute VB_Name = "OpsMetrics"
Option Explicit
' Written by "opsbook build": change the lists it is made from, not this file.
' Every argument may be one cell, a row, a column or a block; a single cell goes with every cell of the others, a row
' with every row, a column with every column. The answer has their common shape.

Private Const ADDING As Long = 1
Private Const SUBTRACTING As Long = 2
Private Const MULTIPLYING As Long = 3
Private Const DIVIDING As Long = 4
Private Const DIVIDING_ABOVE_ZERO As Long = 5
Private Const CHOOSING As Long = 6

Public Function OPS_CVR(buyers As Variant, visitors As Variant) As Variant
Attribute OPS_CVR.VB_Description = "Pay conversion = Buyers / Visitors. Empty where a part is missing or divides by zero."
Attribute OPS_CVR.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_CVR = Over(buyers, visitors)
    Exit Function
refused:
    OPS_CVR = "#OPS! " & Err.Description
End Function

Public Function OPS_ADJ_CVR(buyers As Variant, presale_buyers As Variant, visitors As Variant) As Variant
Attribute OPS_ADJ_CVR.VB_Description = "Presale adjusted conversion = (Buyers + Presale buyers) / Visitors. Empty where a part is missing or divides by zero."
Attribute OPS_ADJ_CVR.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_ADJ_CVR = Over(Plus(buyers, presale_buyers), visitors)
    Exit Function
refused:
    OPS_ADJ_CVR = "#OPS! " & Err.Description
End Function

Public Function OPS_ORDER_CVR(order_buyers As Variant, visitors As Variant) As Variant
Attribute OPS_ORDER_CVR.VB_Description = "Order conversion = Order buyers / Visitors. Empty where a part is missing or divides by zero."
Attribute OPS_ORDER_CVR.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_ORDER_CVR = Over(order_buyers, visitors)
    Exit Function
refused:
    OPS_ORDER_CVR = "#OPS! " & Err.Description
End Function

Public Function OPS_PAY_RATE(buyers As Variant, order_buyers As Variant) As Variant
Attribute OPS_PAY_RATE.VB_Description = "Pay rate = Buyers / Order buyers. Empty where a part is missing or divides by zero."
Attribute OPS_PAY_RATE.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_PAY_RATE = Over(buyers, order_buyers)
    Exit Function
refused:
    OPS_PAY_RATE = "#OPS! " & Err.Description
End Function

Public Function OPS_AOV(gmv As Variant, buyers As Variant) As Variant
Attribute OPS_AOV.VB_Description = "AOV = GMV / Buyers. Empty where a part is missing or divides by zero."
Attribute OPS_AOV.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_AOV = Over(gmv, buyers)
    Exit Function
refused:
    OPS_AOV = "#OPS! " & Err.Description
End Function

Public Function OPS_UNIT_PRICE(gmv As Variant, items As Variant) As Variant
Attribute OPS_UNIT_PRICE.VB_Description = "Unit price = GMV / Items sold. Empty where a part is missing or divides by zero."
Attribute OPS_UNIT_PRICE.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_UNIT_PRICE = Over(gmv, items)
    Exit Function
refused:
    OPS_UNIT_PRICE = "#OPS! " & Err.Description
End Function

Public Function OPS_ITEMS_PER_BUYER(items As Variant, buyers As Variant) As Variant
Attribute OPS_ITEMS_PER_BUYER.VB_Description = "Items per buyer = Items sold / Buyers. Empty where a part is missing or divides by zero."
Attribute OPS_ITEMS_PER_BUYER.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_ITEMS_PER_BUYER = Over(items, buyers)
    Exit Function
refused:
    OPS_ITEMS_PER_BUYER = "#OPS! " & Err.Description
End Function

Public Function OPS_UV_VALUE(gmv As Variant, visitors As Variant) As Variant
Attribute OPS_UV_VALUE.VB_Description = "Visitor value = GMV / Visitors. Empty where a part is missing or divides by zero."
Attribute OPS_UV_VALUE.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_UV_VALUE = Over(gmv, visitors)
    Exit Function
refused:
    OPS_UV_VALUE = "#OPS! " & Err.Description
End Function

Public Function OPS_UV_COST(ad_spend As Variant, visitors As Variant) As Variant
Attribute OPS_UV_COST.VB_Description = "Visitor cost = Ad spend / Visitors. Empty where a part is missing or divides by zero."
Attribute OPS_UV_COST.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_UV_COST = Over(ad_spend, visitors)
    Exit Function
refused:
    OPS_UV_COST = "#OPS! " & Err.Description
End Function

Public Function OPS_UV_PROFIT(gmv As Variant, visitors As Variant, refund_amount As Variant, Optional cogs As Variant, Optional cost_rate As Variant) As Variant
Attribute OPS_UV_PROFIT.VB_Description = "Profit per visitor = Visitor value * Gross margin. Empty where a part is missing or divides by zero."
Attribute OPS_UV_PROFIT.VB_ProcData.VB_Invoke_Func = " \n20"
    If IsMissing(cogs) Then cogs = ""
    If IsMissing(cost_rate) Then cost_rate = ""
    On Error GoTo refused
    OPS_UV_PROFIT = Times(Over(gmv, visitors), Over(Less(Less(gmv, refund_amount), FirstKnown(cogs, Times(cost_rate, gmv))), gmv))
    Exit Function
refused:
    OPS_UV_PROFIT = "#OPS! " & Err.Description
End Function

Public Function OPS_DEPTH(pageviews As Variant, visitors As Variant) As Variant
Attribute OPS_DEPTH.VB_Description = "Visit depth = Page views / Visitors. Empty where a part is missing or divides by zero."
Attribute OPS_DEPTH.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_DEPTH = Over(pageviews, visitors)
    Exit Function
refused:
    OPS_DEPTH = "#OPS! " & Err.Description
End Function

Public Function OPS_AOV_RATIO(gmv As Variant, buyers As Variant, main_item_aov As Variant) As Variant
Attribute OPS_AOV_RATIO.VB_Description = "AOV ratio = AOV / Main item AOV. Empty where a part is missing or divides by zero."
Attribute OPS_AOV_RATIO.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_AOV_RATIO = Over(Over(gmv, buyers), main_item_aov)
    Exit Function
refused:
    OPS_AOV_RATIO = "#OPS! " & Err.Description
End Function

Public Function OPS_FAV_CART_RATE(fav_users As Variant, cart_users As Variant, visitors As Variant) As Variant
Attribute OPS_FAV_CART_RATE.VB_Description = "Favourite and cart rate = (Favourite users + Cart users) / Visitors. Empty where a part is missing or divides by zero."
Attribute OPS_FAV_CART_RATE.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_FAV_CART_RATE = Over(Plus(fav_users, cart_users), visitors)
    Exit Function
refused:
    OPS_FAV_CART_RATE = "#OPS! " & Err.Description
End Function

Public Function OPS_FAV_RATE(fav_users As Variant, visitors As Variant) As Variant
Attribute OPS_FAV_RATE.VB_Description = "Favourite rate = Favourite users / Visitors. Empty where a part is missing or divides by zero."
Attribute OPS_FAV_RATE.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_FAV_RATE = Over(fav_users, visitors)
    Exit Function
refused:
    OPS_FAV_RATE = "#OPS! " & Err.Description
End Function

Public Function OPS_CART_RATE(cart_users As Variant, visitors As Variant) As Variant
Attribute OPS_CART_RATE.VB_Description = "Cart rate = Cart users / Visitors. Empty where a part is missing or divides by zero."
Attribute OPS_CART_RATE.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_CART_RATE = Over(cart_users, visitors)
    Exit Function
refused:
    OPS_CART_RATE = "#OPS! " & Err.Description
End Function

Public Function OPS_REFUND_RATE(refund_amount As Variant, gmv As Variant) As Variant
Attribute OPS_REFUND_RATE.VB_Description = "Refund rate = Refund amount / GMV. Empty where a part is missing or divides by zero."
Attribute OPS_REFUND_RATE.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_REFUND_RATE = Over(refund_amount, gmv)
    Exit Function
refused:
    OPS_REFUND_RATE = "#OPS! " & Err.Description
End Function

Public Function OPS_OLD_BUYER_SHARE(old_buyers As Variant, buyers As Variant) As Variant
Attribute OPS_OLD_BUYER_SHARE.VB_Description = "Returning buyer share = Returning buyers / Buyers. Empty where a part is missing or divides by zero."
Attribute OPS_OLD_BUYER_SHARE.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_OLD_BUYER_SHARE = Over(old_buyers, buyers)
    Exit Function
refused:
    OPS_OLD_BUYER_SHARE = "#OPS! " & Err.Description
End Function

Public Function OPS_INQUIRY_CVR(inquiry_buyers As Variant, inquiries As Variant) As Variant
Attribute OPS_INQUIRY_CVR.VB_Description = "Inquiry conversion = Inquiry buyers / Inquiries. Empty where a part is missing or divides by zero."
Attribute OPS_INQUIRY_CVR.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_INQUIRY_CVR = Over(inquiry_buyers, inquiries)
    Exit Function
refused:
    OPS_INQUIRY_CVR = "#OPS! " & Err.Description
End Function

Public Function OPS_CTR(clicks As Variant, impressions As Variant) As Variant
Attribute OPS_CTR.VB_Description = "CTR = Clicks / Impressions. Empty where a part is missing or divides by zero."
Attribute OPS_CTR.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_CTR = Over(clicks, impressions)
    Exit Function
refused:
    OPS_CTR = "#OPS! " & Err.Description
End Function

Public Function OPS_CPC(ad_spend As Variant, clicks As Variant) As Variant
Attribute OPS_CPC.VB_Description = "CPC = Ad spend / Clicks. Empty where a part is missing or divides by zero."
Attribute OPS_CPC.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_CPC = Over(ad_spend, clicks)
    Exit Function
refused:
    OPS_CPC = "#OPS! " & Err.Description
End Function

Public Function OPS_AD_CVR(ad_orders As Variant, clicks As Variant) As Variant
Attribute OPS_AD_CVR.VB_Description = "Click conversion = Ad orders / Clicks. Empty where a part is missing or divides by zero."
Attribute OPS_AD_CVR.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_AD_CVR = Over(ad_orders, clicks)
    Exit Function
refused:
    OPS_AD_CVR = "#OPS! " & Err.Description
End Function

Public Function OPS_ROI(ad_gmv As Variant, ad_spend As Variant) As Variant
Attribute OPS_ROI.VB_Description = "ROI = Ad GMV / Ad spend. Empty where a part is missing or divides by zero."
Attribute OPS_ROI.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_ROI = Over(ad_gmv, ad_spend)
    Exit Function
refused:
    OPS_ROI = "#OPS! " & Err.Description
End Function

Public Function OPS_BREAKEVEN_ROI(gmv As Variant, refund_amount As Variant, Optional cogs As Variant, Optional cost_rate As Variant) As Variant
Attribute OPS_BREAKEVEN_ROI.VB_Description = "Breakeven ROI = 1 / Gross margin. Empty where a part is missing or divides by zero."
Attribute OPS_BREAKEVEN_ROI.VB_ProcData.VB_Invoke_Func = " \n20"
    If IsMissing(cogs) Then cogs = ""
    If IsMissing(cost_rate) Then cost_rate = ""
    On Error GoTo refused
    OPS_BREAKEVEN_ROI = OverPositive(1#, Over(Less(Less(gmv, refund_amount), FirstKnown(cogs, Times(cost_rate, gmv))), gmv))
    Exit Function
refused:
    OPS_BREAKEVEN_ROI = "#OPS! " & Err.Description
End Function

Public Function OPS_CPM(ad_spend As Variant, impressions As Variant) As Variant
Attribute OPS_CPM.VB_Description = "CPM = Ad spend / Impressions * 1,000. Empty where a part is missing or divides by zero."
Attribute OPS_CPM.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_CPM = Times(Over(ad_spend, impressions), 1000#)
    Exit Function
refused:
    OPS_CPM = "#OPS! " & Err.Description
End Function

Public Function OPS_AD_SHARE(ad_spend As Variant, gmv As Variant) As Variant
Attribute OPS_AD_SHARE.VB_Description = "Ad share = Ad spend / GMV. Empty where a part is missing or divides by zero."
Attribute OPS_AD_SHARE.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_AD_SHARE = Over(ad_spend, gmv)
    Exit Function
refused:
    OPS_AD_SHARE = "#OPS! " & Err.Description
End Function

Public Function OPS_CAC(ad_spend As Variant, new_buyers As Variant) As Variant
Attribute OPS_CAC.VB_Description = "Acquisition cost = Ad spend / New buyers. Empty where a part is missing or divides by zero."
Attribute OPS_CAC.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_CAC = Over(ad_spend, new_buyers)
    Exit Function
refused:
    OPS_CAC = "#OPS! " & Err.Description
End Function

Public Function OPS_NET_GMV(gmv As Variant, refund_amount As Variant) As Variant
Attribute OPS_NET_GMV.VB_Description = "Net GMV = GMV - Refund amount. Empty where a part is missing or divides by zero."
Attribute OPS_NET_GMV.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_NET_GMV = Less(gmv, refund_amount)
    Exit Function
refused:
    OPS_NET_GMV = "#OPS! " & Err.Description
End Function

Public Function OPS_GROSS_MARGIN(gmv As Variant, refund_amount As Variant, Optional cogs As Variant, Optional cost_rate As Variant) As Variant
Attribute OPS_GROSS_MARGIN.VB_Description = "Gross margin = (Net GMV - Cost of goods (if blank, Cost rate * GMV)) / GMV. Empty where a part is missing or divides by zero."
Attribute OPS_GROSS_MARGIN.VB_ProcData.VB_Invoke_Func = " \n20"
    If IsMissing(cogs) Then cogs = ""
    If IsMissing(cost_rate) Then cost_rate = ""
    On Error GoTo refused
    OPS_GROSS_MARGIN = Over(Less(Less(gmv, refund_amount), FirstKnown(cogs, Times(cost_rate, gmv))), gmv)
    Exit Function
refused:
    OPS_GROSS_MARGIN = "#OPS! " & Err.Description
End Function

Public Function OPS_NET_MARGIN(gmv As Variant, refund_amount As Variant, cogs As Variant, cost_rate As Variant, ad_spend As Variant) As Variant
Attribute OPS_NET_MARGIN.VB_Description = "Margin after ads = Gross margin - Ad share. Empty where a part is missing or divides by zero."
Attribute OPS_NET_MARGIN.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_NET_MARGIN = Less(Over(Less(Less(gmv, refund_amount), FirstKnown(cogs, Times(cost_rate, gmv))), gmv), Over(ad_spend, gmv))
    Exit Function
refused:
    OPS_NET_MARGIN = "#OPS! " & Err.Description
End Function

Public Function OPS_ATTAINMENT(gmv As Variant, goal As Variant) As Variant
Attribute OPS_ATTAINMENT.VB_Description = "Attainment = GMV / Day goal. Empty where a part is missing or divides by zero."
Attribute OPS_ATTAINMENT.VB_ProcData.VB_Invoke_Func = " \n20"
    On Error GoTo refused
    OPS_ATTAINMENT = Over(gmv, goal)
    Exit Function
refused:
    OPS_ATTAINMENT = "#OPS! " & Err.Description
End Function

Private Function Plus(one As Variant, other As Variant) As Variant
    Plus = Spread(ADDING, one, other)
End Function

Private Function Less(one As Variant, other As Variant) As Variant
    Less = Spread(SUBTRACTING, one, other)
End Function

Private Function Times(one As Variant, other As Variant) As Variant
    Times = Spread(MULTIPLYING, one, other)
End Function

Private Function Over(one As Variant, other As Variant) As Variant
    Over = Spread(DIVIDING, one, other)
End Function

Private Function OverPositive(one As Variant, other As Variant) As Variant
    OverPositive = Spread(DIVIDING_ABOVE_ZERO, one, other)
End Function

Private Function FirstKnown(one As Variant, other As Variant) As Variant
    FirstKnown = Spread(CHOOSING, one, other)
End Function

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
        Err.Raise 5, "OpsMetrics", ChrW(21508) & ChrW(21306) & ChrW(22495) & ChrW(30340) & ChrW(34892) & ChrW(25968) & ChrW(25110) & ChrW(21015) & ChrW(25968) & ChrW(23545) & ChrW(19981) & ChrW(19978) & ChrW(65306) & ChrW(35831) & ChrW(36873) & ChrW(19968) & ChrW(26679) & ChrW(22823) & ChrW(30340) & ChrW(21306) & ChrW(22495) & " / ranges differ in size: select ranges of one size" & " (" & one & ", " & other & ")"
    End If
    Common = IIf(one > other, one, other)
End Function

Private Function Alone(cell As Variant) As Variant
    Dim answer(1 To 1, 1 To 1) As Variant
    answer(1, 1) = cell
    Alone = answer
End Function

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
    If cells.Areas.Count > 1 Then Err.Raise 5, "OpsMetrics", ChrW(19968) & ChrW(20010) & ChrW(21442) & ChrW(25968) & ChrW(21482) & ChrW(33021) & ChrW(26159) & ChrW(19968) & ChrW(29255) & ChrW(36830) & ChrW(32493) & ChrW(21306) & ChrW(22495) & " / an argument must be one connected range"
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
        If Not IsLeftOut(cell) Then Figure = Refusal(ChrW(38169) & ChrW(35823) & ChrW(20540) & " / an error cell", argument, r, c)
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
    If VarType(cell) = vbString Then IsRefusal = (Left$(cell, 6) = "#OPS! ")
End Function

Private Function Refusal(seen As String, argument As Variant, r As Long, c As Long) As String
    Dim where As String
    If IsObject(argument) Then
        where = PlaceOf(argument, r, c)
    ElseIf IsArray(argument) Then
        where = "R" & r & "C" & c
    End If
    If where <> "" Then where = where & " "
    If Len(seen) > 30 Then seen = Left$(seen, 30) & ChrW(8230)
    Refusal = "#OPS! " & where & ChrW(35201) & ChrW(19968) & ChrW(20010) & ChrW(25968) & ChrW(23383) & ChrW(65292) & ChrW(30475) & ChrW(21040) & ChrW(30340) & ChrW(26159) & ChrW(65306) & "/ must be a number; seen: " & seen
End Function

' On its own, as LibreOffice takes an argument for an object everywhere in a procedure that asks for its parts.
Private Function PlaceOf(cells As Variant, r As Long, c As Long) As String
    PlaceOf = cells.Cells(r, c).Address(False, False)
End Function

' What exports write where there is nothing.
Private Function IsNothingSaid(said As String) As Boolean
    Select Case said
        Case "", "-", "--", "nan", "none", "\n", "/", ChrW(8211), ChrW(8212), ChrW(26080) & ChrW(36864) & ChrW(27454) & ChrW(30003) & ChrW(35831)
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
