"""The text of the VBA modules: what every reader of VBA must be able to take."""

import re

import pytest
from pyvbaanalysis import DiagnosticSeverity, ModuleInput, ModuleSymbolKind, analyze_project

from opsbook.model.language import LANGS, Label
from opsbook.model.records.function import Argument, Function
from opsbook.vba.button_modules import addin_macro, callback, sheet_macro
from opsbook.vba.source import literal, module_text
from support.house import (
    BUTTONS,
    FUNCTIONS,
    argument_help,
    attributes,
    categories,
    category_number,
    function_groups,
    metric_functions,
    worksheet_functions,
    wrapper,
)
from support.house import vba_modules as modules

XLWINGS = """\
Public Function XLPy() As Object
    Set XLPy = Nothing
End Function
Public Function RunPython(PythonCommand As String)
    RunPython = PythonCommand
End Function
Public Function GetConfig(key As String, Optional default As String = "") As Variant
    GetConfig = default
End Function
Public Sub KillPy()
End Sub
"""
ADDIN = ("OpsMetrics", "OpsFunctions", "OpsRibbon")
DIALOG_LENGTH = 255  # longest help Excel's function dialog keeps
RESERVED = """abs and any array as attribute boolean byref byte byval call case cbool cbyte ccur cdate cdbl cdec cint clng
close const csng cstr currency cvar cverr date debug decimal declare dim do doevents double each else elseif empty end
enum eqv erase event exit explicit false fix for friend function get global gosub goto if imp implements in input
inputb int integer is lbound len lenb let lib like line local lock long longlong longptr loop lset me mid midb mod new
next not nothing null object on open option optional or paramarray preserve print private pset public put
raiseevent redim rem resume return rset scale seek select set sgn shared single spc static step stop string sub tab
then to true type typeof ubound unlock until variant wend while with write xor"""


def analysed(sources):
    """What a static check of VBA calls errors, for modules that make up a whole project."""
    inputs = [ModuleInput(name, ModuleSymbolKind.STANDARD, source) for name, source in sources.items()]
    found = analyze_project(inputs)
    return [
        (module, problem.code)
        for module, problems in found.items()
        for problem in problems
        if problem.severity is DiagnosticSeverity.ERROR
    ]


@pytest.mark.parametrize("names", [(*ADDIN, "xlwings"), ("OpsButtons",)], ids=["add-in", "workbook"])
def test_a_static_check_finds_no_error(names):
    """The add-in's modules together, and the workbook's alone, declare what they use and use it rightly."""
    sources = {**modules(), "xlwings": XLWINGS}
    assert analysed({name: sources[name] for name in names}) == []


def test_the_static_check_would_find_one():
    """Without xlwings' module the same check reports what is missing: it does look."""
    assert {module for module, _ in analysed({name: modules()[name] for name in ADDIN})} == {
        "OpsFunctions",
        "OpsRibbon",
    }


@pytest.mark.parametrize("name", [*ADDIN, "OpsButtons"])
def test_a_module_is_plain_text_for_every_editor(name):
    """ASCII with CRLF, no line over 1,000 characters, the module's name first, the same text twice."""
    source = modules()[name]
    assert source.isascii()
    assert source == modules()[name]
    assert source.count("\n") == source.count("\r\n") == source.count("\r")
    assert max(map(len, source.split("\r\n"))) <= 1000
    assert source.startswith(f'Attribute VB_Name = "{name}"\r\nOption Explicit\r\n')


def test_a_module_refuses_what_is_not_ascii():
    """A Chinese character in source would depend on the reader's code page: the build stops."""
    with pytest.raises(UnicodeEncodeError):
        module_text("OpsWrong", [("' 运营",)])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("plain", '"plain"', id="ascii"),
        pytest.param('say "no"', '"say ""no"""', id="quotes"),
        pytest.param("请a选", 'ChrW(35831) & "a" & ChrW(36873)', id="Chinese"),
    ],
)
def test_any_text_can_be_a_literal(text, written):
    """Chinese in a message is spelled by its code points."""
    assert literal(text) == written


EXAMPLE = FUNCTIONS[0]


def test_a_wrapper_is_what_xlwings_would_write():
    """Declaration, help and group, the call through xlwings and its way out of an error, line by line."""
    twice = Function(
        "OPS_TWICE",
        Label("翻倍。", 'Says "twice" ÷ 1.'),
        (Argument("value", Label("值", "a value")), Argument("times", Label("次", "times"), optional=True)),
        EXAMPLE.category,
    )
    assert "\n".join(wrapper(twice)) == (
        "Function OPS_TWICE(value, Optional times)\n"
        'Attribute OPS_TWICE.VB_Description = "Says ""twice"" / 1."\n'
        f'Attribute OPS_TWICE.VB_ProcData.VB_Invoke_Func = " \\n{category_number(EXAMPLE)}"\n'
        '    #If App = "Microsoft Excel" Then\n'
        "        If TypeOf Application.Caller Is Range Then On Error GoTo failed\n"
        "        If HasSeveralAreas(Array(value, times)) Then\n"
        "            OPS_TWICE = SeveralAreas()\n"
        "            Exit Function\n"
        "        End If\n"
        '        OPS_TWICE = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_TWICE", Array(value, times), '
        "ActiveWorkbook, Application.Caller)\n"
        "        Exit Function\n"
        "    #Else\n"
        '        OPS_TWICE = XLPy.CallUDF("opsbook.entrypoints.udf", "OPS_TWICE", Array(value, times))\n'
        "        Exit Function\n"
        "    #End If\n"
        "failed:\n"
        "    OPS_TWICE = Unanswered(Err.Description)\n"
        "End Function"
    )


def test_a_wrapper_without_arguments_has_none_to_look_at():
    """A function that takes nothing asks Python at once."""
    plain = wrapper(Function("OPS_A", EXAMPLE.help, (), EXAMPLE.category))
    assert not any("HasSeveralAreas" in line for line in plain)


def declared(source):
    """Public functions of a module with their parameters and the two lines below."""
    pattern = r"(?m)^(?:Public )?Function (\w+)\((.*)\).*\n(.*)\n(.*)\n"
    return [match.groups() for match in re.finditer(pattern, source.replace("\r\n", "\n"))]


@pytest.mark.parametrize(
    ("module", "functions"), [("OpsMetrics", metric_functions()), ("OpsFunctions", FUNCTIONS)], ids=["metrics", "rest"]
)
def test_every_function_is_declared_with_its_help(module, functions):
    """Each record is one function with its arguments in order, and its attributes stand right below."""
    found = declared(modules()[module])
    assert [name for name, *_ in found] == [function.name for function in functions]
    for (_, parameters, *below), function in zip(found, functions, strict=True):
        names = [part.removeprefix("Optional ").split(" ")[0] for part in parameters.split(", ") if part]
        optional = [part.startswith("Optional ") for part in parameters.split(", ") if part]
        assert names == [argument.name for argument in function.arguments]
        assert optional == [argument.optional for argument in function.arguments]
        assert tuple(below) == attributes(function)


@pytest.mark.parametrize("function", worksheet_functions(), ids=lambda function: function.name)
def test_a_function_can_be_typed_and_explained(function):
    """A name that is no cell's address, arguments VBA does not reserve, optional ones last, help the dialog keeps."""
    assert re.fullmatch(r"OPS_[A-Z0-9_]+", function.name)
    names = [argument.name for argument in function.arguments]
    assert len(set(names)) == len(names)
    assert not set(names) & set(RESERVED.split())
    assert all(name.isascii() and name.isidentifier() for name in names)
    assert sorted(argument.optional for argument in function.arguments) == [
        argument.optional for argument in function.arguments
    ]
    texts = [
        text for label in (function.help, *(one.help for one in function.arguments)) for text in (label.zh, label.en)
    ]
    assert all(0 < len(text) <= DIALOG_LENGTH for text in texts)


def test_function_names_are_unique():
    """No analysis has the name of a metric."""
    names = [function.name.lower() for function in worksheet_functions()]
    assert len(set(names)) == len(names) >= 40


def test_every_button_has_its_procedures():
    """A ribbon callback of one line, the macro it calls, and the sheet's macro that calls the same one."""
    ribbon, sheets = (modules()[name].replace("\r\n", "\n") for name in ("OpsRibbon", "OpsButtons"))
    for button in BUTTONS:
        macro = addin_macro(button)
        run = "RestartPython" if button.id == "restart" else f'RunButton "{button.id}"'
        assert f"Public Sub {callback(button)}(control As IRibbonControl)\n    {macro}\nEnd Sub\n" in ribbon
        assert f"Public Sub {macro}()\n    {run}\nEnd Sub\n" in ribbon
        assert f'Public Sub {sheet_macro(button)}()\n    RunInAddin "{macro}"\nEnd Sub\n' in sheets


def test_no_two_procedures_share_a_name():
    """Neither within the add-in nor between it and a workbook: Excel looks a callback up in both."""
    names = [
        name.lower()
        for source in modules().values()
        for name in re.findall(r"(?m)^(?:Public |Private )?(?:Sub|Function) (\w+)\(", source)
    ]
    assert len(set(names)) == len(names)


def test_no_procedure_has_the_name_of_an_argument():
    """VBA does not tell capitals apart: inside a wrapper such a name would be the argument."""
    names = set(re.findall(r"(?m)^private (?:sub|function) (\w+)\(", modules()["OpsFunctions"].lower()))
    assert names
    assert not names & {argument.name for function in FUNCTIONS for argument in function.arguments}


def test_an_absent_addin_is_said_in_both_languages():
    """The message of a sheet's button, spelled in ASCII, reads in Chinese and in English."""
    line = next(line for line in modules()["OpsButtons"].splitlines() if "MsgBox" in line)
    said = re.sub(r'ChrW\((\d+)\)|"([^"]*)"| & |vbLf', lambda m: chr(int(m[1])) if m[1] else m[2] or "", line)
    assert "没有加载 OpsBook 加载项" in said
    assert "The OpsBook add-in is not loaded" in said


@pytest.mark.parametrize("lang", LANGS)
def test_every_argument_is_explained_where_excel_looks(lang):
    """The workbook's extension names every function in alphabetical order and every argument by its place."""
    from lxml import etree  # noqa: PLC0415 (a reader of its own, for this test only)

    root = etree.fromstring(argument_help(lang))
    spaces = {"x14": "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"}
    found = {
        one.get("name"): [
            (help_.get("index"), help_.text) for help_ in one.iterfind(".//x14:argumentDescription", spaces)
        ]
        for one in root.iterfind(".//x14:definedName", spaces)
    }
    assert root.get("uri") == "{8193D73E-4604-4355-AFF4-8A2333D13BE4}"
    assert list(found) == sorted(found, key=str.lower)
    assert found == {
        function.name: [(str(place), one.help[lang]) for place, one in enumerate(function.arguments)]
        for function in worksheet_functions()
        if function.arguments
    }
    counts = [int(one.get("count")) for one in root.iterfind(".//x14:argumentDescriptions", spaces)]
    assert counts == [len(helps) for helps in found.values()]


def test_groups_of_functions_are_numbered_as_listed():
    """VBA's numbers count the workbook's list of groups from 20 on; both languages list the same."""
    numbers = {category_number(function) for function in worksheet_functions()}
    assert numbers == set(range(20, 20 + len(categories())))
    for lang in LANGS:
        names = re.findall(r'<functionGroup name="([^"]+)"/>', function_groups(lang))
        assert names == [label[lang] for label in categories()]
        assert function_groups(lang).startswith('<functionGroups builtInGroupCount="19">')
