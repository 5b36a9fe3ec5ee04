Option Explicit
' Stands in for xlwings' module, which loads a library for Windows.
Private python As Object

Public Sub Connect(given)
    Set python = given
End Sub

Public Function Ask(method, given)
    Ask = python.callFunction(method, given)
End Function

Public Function XLPy() As Object
    Set XLPy = New PythonServer
End Function

Public Function RunPython(PythonCommand As String)
    Ask "RunPython", Array(PythonCommand)
End Function

Public Function GetConfig(configKey As String, Optional default As String)
    GetConfig = default
End Function

Public Sub KillPy()
    Ask "KillPy", Array()
End Sub
