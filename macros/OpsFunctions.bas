Attribute VB_Name = "OpsFunctions"
Option Explicit
' Written by "opsbook build": change the lists it is made from, not this file.
#Const App = "Microsoft Excel" 'Adjust when using outside of Excel

Private Function Unanswered(reason As String) As String
    Unanswered = Unanswered & "#OPS! Python " & ChrW(27809) & ChrW(26377) & ChrW(22238) & ChrW(31572) & ChrW(65306) & ChrW(35831) & ChrW(22312) & ChrW(21629) & ChrW(20196) & ChrW(25552) & ChrW(31034) & ChrW(31526) & ChrW(37324) & ChrW(36816) & ChrW(34892) & " opsbook addin doctor"
    Unanswered = Unanswered & " / Python did not answer: run opsbook addin doctor in a command prompt"
    Unanswered = Unanswered & " (" & Left$(reason, 300) & ")"
End Function

Private Function HasSeveralAreas(arguments As Variant) As Boolean
    Dim place As Long
    For place = LBound(arguments) To UBound(arguments)
        If IsObject(arguments(place)) Then
            If AreasOf(arguments(place)) > 1 Then HasSeveralAreas = True
        End If
    Next place
End Function

' On its own, as LibreOffice takes an argument for an object everywhere in a procedure that asks for its parts.
Private Function AreasOf(cells As Variant) As Long
    AreasOf = cells.Areas.Count
End Function

Private Function SeveralAreas() As String
    SeveralAreas = "#OPS! " & ChrW(19968) & ChrW(20010) & ChrW(21442) & ChrW(25968) & ChrW(21482) & ChrW(33021) & ChrW(26159) & ChrW(19968) & ChrW(29255) & ChrW(36830) & ChrW(32493) & ChrW(21306) & ChrW(22495) & " / an argument must be one connected range"
End Function

Function OPS_METRIC(metric_id, data)
Attribute OPS_METRIC.VB_Description = "Any metric of a table: a ratio of sums, never a mean of ratios."
Attribute OPS_METRIC.VB_ProcData.VB_Invoke_Func = " \n21"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(metric_id, data)) Then
            OPS_METRIC = SeveralAreas()
            Exit Function
        End If
        OPS_METRIC = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_METRIC", Array(metric_id, data), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_METRIC = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_METRIC", Array(metric_id, data))
        Exit Function
    #End If
failed:
    OPS_METRIC = Unanswered(Err.Description)
End Function

Function OPS_STATUS(value, metric_id, Optional thresholds)
Attribute OPS_STATUS.VB_Description = "The light of a value: met, near or low."
Attribute OPS_STATUS.VB_ProcData.VB_Invoke_Func = " \n21"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(value, metric_id, thresholds)) Then
            OPS_STATUS = SeveralAreas()
            Exit Function
        End If
        OPS_STATUS = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_STATUS", Array(value, metric_id, thresholds), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_STATUS = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_STATUS", Array(value, metric_id, thresholds))
        Exit Function
    #End If
failed:
    OPS_STATUS = Unanswered(Err.Description)
End Function

Function OPS_BRIDGE(before, after)
Attribute OPS_BRIDGE.VB_Description = "Splits a change of GMV into visitors, conversion and order value; the parts add up exactly."
Attribute OPS_BRIDGE.VB_ProcData.VB_Invoke_Func = " \n21"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(before, after)) Then
            OPS_BRIDGE = SeveralAreas()
            Exit Function
        End If
        OPS_BRIDGE = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_BRIDGE", Array(before, after), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_BRIDGE = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_BRIDGE", Array(before, after))
        Exit Function
    #End If
failed:
    OPS_BRIDGE = Unanswered(Err.Description)
End Function

Function OPS_SOURCE_EFFECTS(before, after)
Attribute OPS_SOURCE_EFFECTS.VB_Description = "Splits a change of GMV over traffic sources: volume and rate effect of each."
Attribute OPS_SOURCE_EFFECTS.VB_ProcData.VB_Invoke_Func = " \n21"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(before, after)) Then
            OPS_SOURCE_EFFECTS = SeveralAreas()
            Exit Function
        End If
        OPS_SOURCE_EFFECTS = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_SOURCE_EFFECTS", Array(before, after), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_SOURCE_EFFECTS = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_SOURCE_EFFECTS", Array(before, after))
        Exit Function
    #End If
failed:
    OPS_SOURCE_EFFECTS = Unanswered(Err.Description)
End Function

Function OPS_ANOMALY(value, history, Optional min_z, Optional min_change)
Attribute OPS_ANOMALY.VB_Description = "Whether a value is unusual against the same weekday: verdict, robust z, usual value, change."
Attribute OPS_ANOMALY.VB_ProcData.VB_Invoke_Func = " \n21"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(value, history, min_z, min_change)) Then
            OPS_ANOMALY = SeveralAreas()
            Exit Function
        End If
        OPS_ANOMALY = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_ANOMALY", Array(value, history, min_z, min_change), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_ANOMALY = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_ANOMALY", Array(value, history, min_z, min_change))
        Exit Function
    #End If
failed:
    OPS_ANOMALY = Unanswered(Err.Description)
End Function

Function OPS_PAGE_HEALTH(aov_ratio, bounce_rate, depth, Optional thresholds, Optional many_returning)
Attribute OPS_PAGE_HEALTH.VB_Description = "Page health: one light each for AOV ratio, bounce rate and visit depth."
Attribute OPS_PAGE_HEALTH.VB_ProcData.VB_Invoke_Func = " \n21"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(aov_ratio, bounce_rate, depth, thresholds, many_returning)) Then
            OPS_PAGE_HEALTH = SeveralAreas()
            Exit Function
        End If
        OPS_PAGE_HEALTH = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_PAGE_HEALTH", Array(aov_ratio, bounce_rate, depth, thresholds, many_returning), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_PAGE_HEALTH = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_PAGE_HEALTH", Array(aov_ratio, bounce_rate, depth, thresholds, many_returning))
        Exit Function
    #End If
failed:
    OPS_PAGE_HEALTH = Unanswered(Err.Description)
End Function

Function OPS_GOAL_DAYS(month_goal, month, Optional history, Optional locks, Optional events, Optional market)
Attribute OPS_GOAL_DAYS.VB_Description = "A month's goal split over its days: date, weight, goal, adding up exactly."
Attribute OPS_GOAL_DAYS.VB_ProcData.VB_Invoke_Func = " \n22"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(month_goal, month, history, locks, events, market)) Then
            OPS_GOAL_DAYS = SeveralAreas()
            Exit Function
        End If
        OPS_GOAL_DAYS = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_GOAL_DAYS", Array(month_goal, month, history, locks, events, market), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_GOAL_DAYS = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_GOAL_DAYS", Array(month_goal, month, history, locks, events, market))
        Exit Function
    #End If
failed:
    OPS_GOAL_DAYS = Unanswered(Err.Description)
End Function

Function OPS_CATCHUP(month_goal, actual, weights, Optional locks)
Attribute OPS_CATCHUP.VB_Description = "Catch-up goals: what is left of a month over its remaining days."
Attribute OPS_CATCHUP.VB_ProcData.VB_Invoke_Func = " \n22"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(month_goal, actual, weights, locks)) Then
            OPS_CATCHUP = SeveralAreas()
            Exit Function
        End If
        OPS_CATCHUP = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_CATCHUP", Array(month_goal, actual, weights, locks), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_CATCHUP = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_CATCHUP", Array(month_goal, actual, weights, locks))
        Exit Function
    #End If
failed:
    OPS_CATCHUP = Unanswered(Err.Description)
End Function

Function OPS_PACE(actual, goal_to_date)
Attribute OPS_PACE.VB_Description = "Pace: month-to-date actual over month-to-date goal."
Attribute OPS_PACE.VB_ProcData.VB_Invoke_Func = " \n22"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(actual, goal_to_date)) Then
            OPS_PACE = SeveralAreas()
            Exit Function
        End If
        OPS_PACE = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_PACE", Array(actual, goal_to_date), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_PACE = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_PACE", Array(actual, goal_to_date))
        Exit Function
    #End If
failed:
    OPS_PACE = Unanswered(Err.Description)
End Function

Function OPS_PROJECTION(actual, weight_elapsed, weight_month, Optional days_elapsed, Optional days_month, Optional days_empty)
Attribute OPS_PROJECTION.VB_Description = "Month end in yuan if the rest of the month goes as so far."
Attribute OPS_PROJECTION.VB_ProcData.VB_Invoke_Func = " \n22"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(actual, weight_elapsed, weight_month, days_elapsed, days_month, days_empty)) Then
            OPS_PROJECTION = SeveralAreas()
            Exit Function
        End If
        OPS_PROJECTION = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_PROJECTION", Array(actual, weight_elapsed, weight_month, days_elapsed, days_month, days_empty), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_PROJECTION = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_PROJECTION", Array(actual, weight_elapsed, weight_month, days_elapsed, days_month, days_empty))
        Exit Function
    #End If
failed:
    OPS_PROJECTION = Unanswered(Err.Description)
End Function

Function OPS_AB_TEST(visitors_a, buyers_a, visitors_b, buyers_b, Optional planned, Optional confidence)
Attribute OPS_AB_TEST.VB_Description = "A/B test: difference of two conversion rates, its p-value and interval, and what to do."
Attribute OPS_AB_TEST.VB_ProcData.VB_Invoke_Func = " \n23"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(visitors_a, buyers_a, visitors_b, buyers_b, planned, confidence)) Then
            OPS_AB_TEST = SeveralAreas()
            Exit Function
        End If
        OPS_AB_TEST = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_AB_TEST", Array(visitors_a, buyers_a, visitors_b, buyers_b, planned, confidence), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_AB_TEST = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_AB_TEST", Array(visitors_a, buyers_a, visitors_b, buyers_b, planned, confidence))
        Exit Function
    #End If
failed:
    OPS_AB_TEST = Unanswered(Err.Description)
End Function

Function OPS_SAMPLE_SIZE(base_rate, lift, Optional power, Optional confidence)
Attribute OPS_SAMPLE_SIZE.VB_Description = "Visitors each version of a test needs."
Attribute OPS_SAMPLE_SIZE.VB_ProcData.VB_Invoke_Func = " \n23"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(base_rate, lift, power, confidence)) Then
            OPS_SAMPLE_SIZE = SeveralAreas()
            Exit Function
        End If
        OPS_SAMPLE_SIZE = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_SAMPLE_SIZE", Array(base_rate, lift, power, confidence), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_SAMPLE_SIZE = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_SAMPLE_SIZE", Array(base_rate, lift, power, confidence))
        Exit Function
    #End If
failed:
    OPS_SAMPLE_SIZE = Unanswered(Err.Description)
End Function

Function OPS_KEYWORD_ACTION(clicks, ad_orders, ad_spend, ad_gmv, gross_margin, Optional shop_cvr, Optional position, Optional bid, Optional impressions)
Attribute OPS_KEYWORD_ACTION.VB_Description = "What to do with a keyword: raise, lower, delete, watch or add, with the reason."
Attribute OPS_KEYWORD_ACTION.VB_ProcData.VB_Invoke_Func = " \n23"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(clicks, ad_orders, ad_spend, ad_gmv, gross_margin, shop_cvr, position, bid, impressions)) Then
            OPS_KEYWORD_ACTION = SeveralAreas()
            Exit Function
        End If
        OPS_KEYWORD_ACTION = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_KEYWORD_ACTION", Array(clicks, ad_orders, ad_spend, ad_gmv, gross_margin, shop_cvr, position, bid, impressions), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_KEYWORD_ACTION = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_KEYWORD_ACTION", Array(clicks, ad_orders, ad_spend, ad_gmv, gross_margin, shop_cvr, position, bid, impressions))
        Exit Function
    #End If
failed:
    OPS_KEYWORD_ACTION = Unanswered(Err.Description)
End Function

Function OPS_SAFETY_STOCK(daily_sales, daily_sd, lead_days, Optional lead_sd, Optional service_level)
Attribute OPS_SAFETY_STOCK.VB_Description = "Safety stock in pieces (not rounded) against swings of sales and delivery."
Attribute OPS_SAFETY_STOCK.VB_ProcData.VB_Invoke_Func = " \n23"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(daily_sales, daily_sd, lead_days, lead_sd, service_level)) Then
            OPS_SAFETY_STOCK = SeveralAreas()
            Exit Function
        End If
        OPS_SAFETY_STOCK = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_SAFETY_STOCK", Array(daily_sales, daily_sd, lead_days, lead_sd, service_level), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_SAFETY_STOCK = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_SAFETY_STOCK", Array(daily_sales, daily_sd, lead_days, lead_sd, service_level))
        Exit Function
    #End If
failed:
    OPS_SAFETY_STOCK = Unanswered(Err.Description)
End Function

Function OPS_REORDER_POINT(daily_sales, daily_sd, lead_days, Optional lead_sd, Optional service_level)
Attribute OPS_REORDER_POINT.VB_Description = "Stock level in pieces (not rounded) at which to order again."
Attribute OPS_REORDER_POINT.VB_ProcData.VB_Invoke_Func = " \n23"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(daily_sales, daily_sd, lead_days, lead_sd, service_level)) Then
            OPS_REORDER_POINT = SeveralAreas()
            Exit Function
        End If
        OPS_REORDER_POINT = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_REORDER_POINT", Array(daily_sales, daily_sd, lead_days, lead_sd, service_level), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_REORDER_POINT = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_REORDER_POINT", Array(daily_sales, daily_sd, lead_days, lead_sd, service_level))
        Exit Function
    #End If
failed:
    OPS_REORDER_POINT = Unanswered(Err.Description)
End Function

Function OPS_DAYS_OF_COVER(pieces, daily_sales)
Attribute OPS_DAYS_OF_COVER.VB_Description = "Days the stock lasts."
Attribute OPS_DAYS_OF_COVER.VB_ProcData.VB_Invoke_Func = " \n23"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(pieces, daily_sales)) Then
            OPS_DAYS_OF_COVER = SeveralAreas()
            Exit Function
        End If
        OPS_DAYS_OF_COVER = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_DAYS_OF_COVER", Array(pieces, daily_sales), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_DAYS_OF_COVER = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_DAYS_OF_COVER", Array(pieces, daily_sales))
        Exit Function
    #End If
failed:
    OPS_DAYS_OF_COVER = Unanswered(Err.Description)
End Function

Function OPS_PRICE_INDEX(price, peer_prices)
Attribute OPS_PRICE_INDEX.VB_Description = "Our price over the median of the peers' prices."
Attribute OPS_PRICE_INDEX.VB_ProcData.VB_Invoke_Func = " \n23"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(price, peer_prices)) Then
            OPS_PRICE_INDEX = SeveralAreas()
            Exit Function
        End If
        OPS_PRICE_INDEX = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_PRICE_INDEX", Array(price, peer_prices), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_PRICE_INDEX = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_PRICE_INDEX", Array(price, peer_prices))
        Exit Function
    #End If
failed:
    OPS_PRICE_INDEX = Unanswered(Err.Description)
End Function

Function OPS_TITLE_SIMILARITY(title, other)
Attribute OPS_TITLE_SIMILARITY.VB_Description = "How alike two titles are, 0 to 1; near 1 may be a copy."
Attribute OPS_TITLE_SIMILARITY.VB_ProcData.VB_Invoke_Func = " \n23"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        If HasSeveralAreas(Array(title, other)) Then
            OPS_TITLE_SIMILARITY = SeveralAreas()
            Exit Function
        End If
        OPS_TITLE_SIMILARITY = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_TITLE_SIMILARITY", Array(title, other), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_TITLE_SIMILARITY = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_TITLE_SIMILARITY", Array(title, other))
        Exit Function
    #End If
failed:
    OPS_TITLE_SIMILARITY = Unanswered(Err.Description)
End Function

Function OPS_VERSION()
Attribute OPS_VERSION.VB_Description = "OpsBook's version."
Attribute OPS_VERSION.VB_ProcData.VB_Invoke_Func = " \n23"
    #If App = "Microsoft Excel" Then
        If TypeOf Application.Caller Is Range Then On Error GoTo failed
        OPS_VERSION = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_VERSION", Array(), ActiveWorkbook, Application.Caller)
        Exit Function
    #Else
        OPS_VERSION = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_VERSION", Array())
        Exit Function
    #End If
failed:
    OPS_VERSION = Unanswered(Err.Description)
End Function
