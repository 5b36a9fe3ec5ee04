"""Failures in a cell: one sentence, a trace in the log, nothing private."""

import pytest

from opsbook import udf
from opsbook.engine.console.log import log_file
from opsbook.engine.functions.boundary import Guarded
from opsbook.engine.functions.elementwise import each
from opsbook.engine.functions.language import addin_language, addin_settings_file
from opsbook.model.language import LANGS
from support.house import FUNCTION

PRIVATE = "13800000000"
CRASH = {
    "zh": "#OPS! OPS_PACE 没能算出来（KeyError）。请把日志编号 {id} 发给维护者。",
    "en": "#OPS! OPS_PACE could not be calculated (KeyError). Tell the maintainers the log id {id}.",
}


def _crashing(cell):
    raise KeyError(cell)


def _log():
    return log_file().read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lang", LANGS)
def test_a_crash_is_one_sentence_with_its_log_id(lang, speak):
    """What nobody foresaw gives the function's name and the log's id, in the add-in's language."""
    speak(lang)
    said = Guarded(_crashing, FUNCTION["OPS_PACE"])(PRIVATE)
    (line,) = _log()
    assert said == CRASH[lang].format(id=line.split()[1])


def test_the_log_traces_without_contents():
    """The log names the lines of code, never what stood in a cell."""
    Guarded(_crashing, FUNCTION["OPS_PACE"])(PRIVATE)
    udf.OPS_BRIDGE([1, 1, 2], [1, 2, f"张三 {PRIVATE}"])
    crash, refusal = _log()
    assert "KeyError test_boundary.py:" in crash
    assert "_crashing" in crash
    assert "FunctionRefusedError function-no-number figures.py:" in refusal
    assert PRIVATE not in crash + refusal


def test_a_column_of_failures_is_noted_once():
    """Ten thousand cells that fail alike share one line and one id."""
    guarded = Guarded(lambda cells: each(_crashing, {"cells": cells}), FUNCTION["OPS_PACE"])
    assert len({said for _ in range(100) for [said] in guarded([[1.0]] * 3)}) == 1
    assert len(_log()) == 1


def test_an_unforeseen_failure_is_its_own_cells(speak):
    """What nobody foresaw in one cell leaves the answers of all others, and names the function it happened in."""
    speak("en")

    def inverse(value):
        return 1 / value

    answer = Guarded(lambda cells: each(inverse, {"cells": cells}), FUNCTION["OPS_PACE"])([[2.0], [0.0], [4.0], [0.0]])
    assert [answer[0], answer[2]] == [[0.5], [0.25]]
    assert answer[1] == answer[3]
    assert answer[1][0].startswith("#OPS! OPS_PACE could not be calculated (ZeroDivisionError).")
    assert len(_log()) == 1


def test_a_refused_cell_leaves_its_neighbours(speak):
    """One impossible figure in a column says so in its own cell."""
    speak("en")
    fine, wrong, also = udf.OPS_DAYS_OF_COVER([120, -5, 60], 8)
    assert (fine, also) == (15.0, 7.5)
    assert wrong.startswith("#OPS! ")
    assert "stock is -5; it must be 0 or more" in wrong


def test_a_log_that_cannot_be_written_hides_nothing(tmp_path, monkeypatch):
    """Where the log's folder is no folder, the cell still gets its sentence."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert "(not written)" in Guarded(_crashing, FUNCTION["OPS_PACE"])(1)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param('{"lang": "zh"}', "zh", id="chosen"),
        pytest.param('{"lang": "en"}', "en", id="other"),
        pytest.param('{"lang": "fr"}', "zh", id="unknown language"),
        pytest.param("[]", "zh", id="no object"),
        pytest.param("{", "zh", id="damaged"),
        pytest.param(None, "zh", id="no file"),
    ],
)
def test_the_language_is_the_installed_one(settings, expected, monkeypatch):
    """The add-in speaks the language it was installed in; where nothing readable says so, the system's."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    if settings is not None:
        addin_settings_file().parent.mkdir(parents=True)
        addin_settings_file().write_text(settings, encoding="utf-8")
    assert addin_language() == expected
