"""A button tells its user to press buttons and fill in sheets; the command line keeps its own words."""

import re
import string
from types import SimpleNamespace

import pytest

from opsbook.addin.messages import ADDIN
from opsbook.engine.functions.messages import FUNCTIONS
from opsbook.features.runs.messages import RUNS
from opsbook.model.errors import UsageError
from opsbook.model.issues import Issue, Level
from opsbook.model.language import LANGS
from opsbook.ribbon.click import Speaker
from support.house import BUTTONS, ON_BUTTONS, Console
from support.house import MESSAGES as CATALOG

SHOPS = {"found": "甲店", "own": "乙店"}
COMMAND_WORD = re.compile(r"opsbook (new|import|daily|goal|refresh|check|build|peers)\b|--[a-z]")
NO_BUTTON = {  # of commands that are no button's, or that only somebody who builds OpsBook runs
    "add-up-needless",
    "build-stale",
    "columns-left",
    "days-reversed",
    "from-other-language",
    "from-other-years",
    "join-or-new",
    "map-not-needed",
    "map-personal",
    "map-spelling",
    "map-table-alone",
    "one-table-only",
    "own-not-there",
    "stale-figures",
    "too-many-rows",
    *ADDIN,
    *FUNCTIONS,
    *RUNS,
}


@pytest.fixture
def voice():
    return Speaker("zh", SimpleNamespace(status_bar=False))


def test_the_same_issue_is_said_in_the_words_of_each(voice, capsys):
    """The ribbon names the sheet where a shop is accepted; the command line names its own option as before."""
    issue = Issue("other-shop", Level.ERROR, seen=SHOPS)
    voice.issues([issue])
    Console("zh").issues([issue])
    [said], printed = voice.lines, capsys.readouterr().err
    assert "「设置」的店铺别名" in said
    assert "--shop-alias" not in said
    assert "--shop-alias" in printed
    assert said.split("。")[0] == printed.split("。")[0]


def test_an_error_and_a_count_are_said_in_the_words_of_the_ribbon(voice, monkeypatch, tmp_path):
    """What stops a button, and the line after the last issue, know no options either."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    voice.fail(UsageError("no-shop-name"))
    issues = [Issue("other-shop", Level.ERROR, seen={**SHOPS, "found": str(number)}) for number in range(3)]
    voice.issues(issues, most=1)
    voice.tell("kept-formulas", count=2)
    text = voice.text()
    assert "请再按一次，填上店铺名。" in text
    assert "另有 2 条" in text
    assert "按「检查」可列出" in text
    assert COMMAND_WORD.findall(text) == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_button_names_a_command_only_with_where_to_type_it(lang):
    """Whatever a button can say, an option or command of the command line stands only beside 'command prompt'."""
    place = {"zh": "命令提示符", "en": "command prompt"}[lang]
    told = {code: f"{message.text[lang]} {message.hint[lang]}" for code, message in ON_BUTTONS.items()}
    bare = {code for code, text in told.items() if COMMAND_WORD.search(text) and place not in text}
    assert bare - NO_BUTTON == set()


@pytest.mark.parametrize("code", [code for code, message in ON_BUTTONS.items() if message != CATALOG[code]])
def test_other_words_fill_in_the_same_things(code):
    """A button's words name nothing that the issue does not bring, in either language."""
    names = {
        (lang, part): {
            name for _, name, _, _ in string.Formatter().parse(getattr(ON_BUTTONS[code], part)[lang]) if name
        }
        for lang in LANGS
        for part in ("text", "hint")
    }
    known = {name for _, name, _, _ in string.Formatter().parse(CATALOG[code].text.zh + CATALOG[code].hint.zh) if name}
    assert all(found <= known for found in names.values())
    assert names["zh", "text"] == names["en", "text"]


@pytest.mark.parametrize("lang", LANGS)
def test_buttons_that_are_named_are_there(lang):
    """A hint to press a button names one of the ribbon, by its label."""
    pressed = {"zh": r"按「([^」]+)」", "en": r"[Pp]ress (New|Check|Refit weights)\b"}[lang]
    labels = {button.label[lang] for button in BUTTONS}
    named = {
        name
        for code, message in ON_BUTTONS.items()
        if message != CATALOG[code]
        for name in re.findall(pressed, f"{message.text[lang]} {message.hint[lang]}")
    }
    assert named
    assert named <= labels
