"""From a cell to Python and back: LibreOffice calculates formulas that call the add-in's own VBA wrappers.

The wrapper's question goes through xlwings' own server to the function, and its answer back into the cell. LibreOffice
passes dates on as serial numbers and shows truth values as numbers.
"""

import datetime as dt
import json

import pytest
from openpyxl.utils import get_column_letter

from opsbook import __version__, udf
from opsbook.engine.functions import boundary
from opsbook.engine.functions.language import addin_language, addin_settings_file
from opsbook.model.values import serial_time
from opsbook.vba import metric_module as vba_metrics
from opsbook.vba.button_modules import addin_macro, callback
from support import asking
from support.house import BUTTONS
from support.house import vba_modules as modules
from support.udf_examples import EXAMPLES
from support.vba import Sheet
from support.winstub.excel import ERRORS, MISSING

pytestmark = pytest.mark.libreoffice

FACTS = [  # a sheet's upper left corner
    [120.0, 8.0, "暂无"],
    [50.0, 0.0, "【新款】碎花连衣裙 法式"],
    ["", 5.0, ""],
]  # A4 holds #N/A
A, B = [[120.0], [50.0], [None]], [[8.0], [0.0], [5.0]]
CALLS = {  # formula: the same call in Python
    "=OPS_DAYS_OF_COVER(A1:A3;B1:B3)": ("OPS_DAYS_OF_COVER", A, B),
    "=OPS_DAYS_OF_COVER(A1:B1;B3)": ("OPS_DAYS_OF_COVER", [[120.0, 8.0]], 5.0),
    "=OPS_DAYS_OF_COVER({120|80.5};4+4)": ("OPS_DAYS_OF_COVER", [[120.0], [80.5]], 8.0),
    "=OPS_DAYS_OF_COVER(C3;B1)": ("OPS_DAYS_OF_COVER", None, 8.0),
    '=OPS_TITLE_SIMILARITY("法式碎花连衣裙";C2)': ("OPS_TITLE_SIMILARITY", "法式碎花连衣裙", FACTS[1][2]),
    '=OPS_STATUS(0.06;"refund_rate")': ("OPS_STATUS", 0.06, "refund_rate"),
    '=OPS_STATUS(0.06;"没有这个指标")': ("OPS_STATUS", 0.06, "没有这个指标"),
    '=OPS_STATUS(OPS_CVR(30;1200);"cvr")': ("OPS_STATUS", 0.025, "cvr"),
    "=OPS_SAFETY_STOCK(150;16;B3)": ("OPS_SAFETY_STOCK", 150.0, 16.0, 5.0),
    "=OPS_AB_TEST(C1;48;70;56)": ("OPS_AB_TEST", "暂无", 48.0, 70.0, 56.0),
    "=OPS_AB_TEST(80;A4;70;56)": ("OPS_AB_TEST", 80.0, "#N/A", 70.0, 56.0),
    "=OPS_AB_TEST(80;A3;70;56)": ("OPS_AB_TEST", 80.0, None, 70.0, 56.0),
    "=OPS_AB_TEST(A1:B3;48;70;56)": ("OPS_AB_TEST", [row[:2] for row in FACTS], 48.0, 70.0, 56.0),
    "=OPS_VERSION()": ("OPS_VERSION",),
}
NOT_REACHED, NOT_REACHED_AT, SERVER_GONE = '=OPS_PACE(45;"server gone")', "AA1:AA1", "no Python answers"
SEVERAL_AREAS = """\
Attribute VB_Name = "Joining"
Public Function FirstOfTwo(one, other)
    FirstOfTwo = OPS_DAYS_OF_COVER(Application.Union(one, other), 8)
End Function
Public Function LastOfTwo(one, other)
    LastOfTwo = OPS_PRICE_INDEX(110, Application.Union(one, other))
End Function
"""  # LibreOffice itself gives VBA no reference of several areas
JOINED = {"=FIRSTOFTWO(A1;B2)": "AA2:AA2", "=LASTOFTWO(A1;B2)": "AA3:AA3"}
ANSWERS, HEIGHT = 27, 40  # answers stand right of the arguments; each example has rows of its own
CALLBACKS = {button.id: f"OpsRibbon.{callback(button)}" for button in BUTTONS}
MACROS = {button.id: f"OpsRibbon.{addin_macro(button)}" for button in BUTTONS}


@pytest.fixture(scope="module")
def chinese(tmp_path_factory):
    """A user of the Chinese add-in."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name)))
        patch.setattr(boundary, "_noted", {})
        addin_settings_file().parent.mkdir(parents=True, exist_ok=True)
        addin_settings_file().write_text(json.dumps({"lang": "zh"}), encoding="utf-8")
        addin_language.cache_clear()
        yield
    addin_language.cache_clear()


@pytest.fixture(scope="module")
def wanted(chinese):  # noqa: ARG001 - Python is asked in that language
    """What Python says, by example and by formula, as rows of cells."""
    calls = {**{name: (name, *arguments) for name, arguments in EXAMPLES.items()}, **CALLS}
    return {key: _as_cells(getattr(udf, name)(*arguments)) for key, (name, *arguments) in calls.items()}


@pytest.fixture(scope="module")
def office(excel, wanted):
    """The one run of LibreOffice: what the cells show, and what the buttons called."""
    macros = dict.fromkeys(CALLBACKS.values(), True) | dict.fromkeys(MACROS.values(), False)

    def answer(module, function, arguments):
        if ("value", "server gone") in arguments:
            raise ConnectionError(SERVER_GONE)
        return _plain(excel.call(function, *(_variant(excel, *one) for one in arguments), module=module))

    return asking.run({**modules(), "Joining": SEVERAL_AREAS}, _sheet(wanted), macros, answer)


def _variant(excel, kind, value):
    """An argument as Excel hands it over."""
    if kind == "left out":
        return MISSING
    if kind == "value":
        return value
    return excel.cells(*([ERRORS[one[0]] if isinstance(one, tuple) else one for one in row] for row in value))


def _plain(answer):
    if isinstance(answer, list):
        return tuple(map(_plain, answer))
    return serial_time(answer.replace(tzinfo=None)) if isinstance(answer, dt.datetime) else answer


def _as_cells(answer):
    """Rows of what cells show."""
    rows = answer if isinstance(answer, list) else [answer]
    rows = rows if isinstance(rows[0], list) else [rows]
    return [[float(one) if isinstance(one, bool) else _plain(one) for one in row] for row in rows]


def _sheet(wanted):
    """Facts, every example in rows of its own below them, and a formula for each answer."""
    values, arrays = {"A1": FACTS}, {NOT_REACHED_AT: NOT_REACHED}
    arrays |= {place: formula for formula, place in JOINED.items()}
    for key, place in _places(wanted).items():
        arrays[place] = key if key in CALLS else _example(key, _row(wanted, key), values)
    return Sheet(values, {"A4": [["=NA()"]]}, arrays, tuple(arrays))


def _example(name, top, values):
    """Put an example's arguments side by side; the formula that refers to them."""
    left, references = 1, []
    for cells in EXAMPLES[name]:
        references.append(_area(left, top, cells))
        values[references[-1].split(":")[0]] = [["" if one is None else _plain(one) for one in row] for row in cells]
        left += len(cells[0]) + 1
    return f"={name}({';'.join(references)})"


def _places(wanted):
    """Where each answer stands."""
    return {key: _area(ANSWERS, _row(wanted, key), rows) for key, rows in wanted.items()}


def _row(wanted, key):
    return 10 + HEIGHT * list(wanted).index(key)


def _area(left, top, rows):
    first, last = get_column_letter(left), get_column_letter(left + len(rows[0]) - 1)
    return f"{first}{top}:{last}{top + len(rows) - 1}"


@pytest.mark.parametrize("key", [*EXAMPLES, *CALLS])
def test_a_cell_shows_what_python_says(office, wanted, key):
    """Numbers, texts, blanks, whole tables and refusals arrive in the cells exactly as Python gives them."""
    assert office.calculated.cells[_places(wanted)[key]] == tuple(map(tuple, wanted[key]))


def test_no_cell_shows_an_error(office):
    """Whatever Python answers, the only error on the sheet is the one that was put there."""
    assert office.calculated.errors == "Sheet1.A4"


def test_hand_worked_answers_arrive(office, wanted):
    """Some answers are known without asking Python."""
    shown = {key: office.calculated.cells[place] for key, place in _places(wanted).items()}
    assert shown["=OPS_DAYS_OF_COVER(A1:A3;B1:B3)"] == ((15.0,), ("",), ("",))
    assert shown["=OPS_DAYS_OF_COVER(A1:B1;B3)"] == ((24.0, 1.6),)
    assert shown["=OPS_VERSION()"] == ((__version__,),)
    [[no_number]], [[no_cell]] = shown["=OPS_AB_TEST(C1;48;70;56)"], shown["=OPS_AB_TEST(80;A4;70;56)"]
    assert no_number.startswith("#OPS! visitors_a")
    assert "暂无" in no_number
    assert no_cell.startswith("#OPS! buyers_a")
    assert "#N/A" in no_cell
    assert shown["OPS_BRIDGE"][0] == ("访客数", 100.0)


def test_a_cell_says_why_python_was_not_reached(office):
    """When no Python answers, the cell says so in both languages, what to do, and the error's text."""
    [[said]] = office.calculated.cells[NOT_REACHED_AT]
    assert said.startswith("#OPS! Python 没有回答：请在命令提示符里运行 opsbook addin doctor / Python did not answer: ")
    assert SERVER_GONE in said


@pytest.mark.parametrize("formula", JOINED)
def test_an_argument_of_several_areas_is_refused(office, formula):
    """Half of what was chosen is never answered for the whole."""
    assert office.calculated.cells[JOINED[formula]] == ((f"#OPS! {vba_metrics.SEVERAL_AREAS}",),)


@pytest.mark.parametrize("macros", [CALLBACKS, MACROS], ids=["ribbon", "macro"])
@pytest.mark.parametrize("button", CALLBACKS)
def test_a_button_runs_its_python(office, macros, button):
    """Every button calls Python once with its own name; the one that restarts Python only ends it, as none started at login."""
    command = f"from opsbook.entrypoints import ribbon; ribbon.run('{button}')"
    assert office.pressed[macros[button]] == [("KillPy",) if button == "restart" else ("RunPython", command)]
