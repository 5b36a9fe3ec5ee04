"""Every message can be said, in both languages, wherever it is used."""

import ast
import string
from pathlib import Path

import pytest

from opsbook.messages import place, say
from opsbook.model.issues import Where
from opsbook.model.language import LANGS, Label
from opsbook.model.records.message import Message
from support.house import MESSAGES as CATALOG
from support.sources import calls, imported, package_files, shown, tree

FILES = [file for file in package_files() if "messages" not in file.parts]


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _needed(code: str) -> set[str]:
    message = CATALOG[code]
    return _placeholders(message.text.zh) | _placeholders(message.hint.zh)


def _coded_classes() -> dict[str, int]:
    """Issues and errors, with the position of the code among their arguments."""
    found = {"Issue": 0, "OpsbookError": 0}
    for node in (node for file in FILES for node in ast.walk(tree(file)) if isinstance(node, ast.ClassDef)):
        if any(getattr(base, "id", "") in found for base in node.bases):
            found[node.name] = 0
    return found


def _coded_functions(file: Path) -> dict[str, int]:
    """Functions of a module that take a message code, with its position among their arguments."""
    found = {}
    for node in (node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef)):
        names = [argument.arg for argument in node.args.args if argument.arg != "self"]
        if "code" in names and any(_says(call) for call in ast.walk(node) if isinstance(call, ast.Call)):
            found[node.name] = names.index("code")
    return found


def _says(call: ast.Call) -> bool:
    """Whether a call passes a variable `code` on to an issue, an error or a sentence."""
    name = getattr(call.func, "id", "")
    return (name in {"Issue", "say"} or name.endswith("Error")) and any(
        getattr(given, "id", "") == "code" for given in call.args
    )


def _uses() -> list[tuple[str, str, ast.Call]]:
    """Every call with a literal message code: place, code, call."""
    classes = _coded_classes()
    public = {name: at for file in FILES for name, at in _coded_functions(file).items() if not name.startswith("_")}
    found = []
    for file in FILES:
        say = {"say": 0} if "opsbook.messages.say" in imported(file) else {}
        coded = {**classes, **public, **say, **_coded_functions(file)}
        for name, call in calls(file):
            given = (
                [*call.args[coded[name] :][:1], *(word.value for word in call.keywords if word.arg == "code")]
                if name in coded
                else []
            )
            found += [
                (f"{shown(file)}:{call.lineno}", code.value, call) for code in given if isinstance(code, ast.Constant)
            ]
    return found


def _literally_seen(call: ast.Call) -> set[str] | None:
    """Placeholders the call fills in, where it names them literally; None where it does not."""
    if any(word.arg is None for word in call.keywords):
        return None
    words = {word.arg: word.value for word in call.keywords}
    if getattr(call.func, "id", "") != "Issue":
        return set(words) if getattr(call.func, "id", "").endswith("Error") else None
    seen = words.get("seen") if len(call.args) < 4 else call.args[3]
    if seen is None:
        return set()
    literal = isinstance(seen, ast.Dict) and all(isinstance(key, ast.Constant) for key in seen.keys)
    return {key.value for key in seen.keys} if literal else None


@pytest.mark.parametrize("code", CATALOG)
def test_a_message_says_the_same_in_both_languages(code):
    """Chinese and English are both there and name the same things."""
    message = CATALOG[code]
    assert all(message.text[lang] for lang in LANGS)
    assert bool(message.hint.zh) == bool(message.hint.en)
    assert _placeholders(message.text.zh) == _placeholders(message.text.en)
    assert _placeholders(message.hint.zh) == _placeholders(message.hint.en)


def test_a_code_is_defined_once():
    """No area overwrites another area's message; what buttons say instead is a list of its own."""
    files = [file for file in package_files() if file.stem == "messages" or file.parent.name == "messages"]
    tables = [node for file in files for node in ast.walk(tree(file)) if isinstance(node, ast.Dict)]
    codes = [
        key.value for table in tables for key in table.keys if isinstance(key, ast.Constant) and len(key.value) > 2
    ]
    assert sorted(codes) == sorted(CATALOG)


def test_every_code_in_the_code_has_words():
    """A code that is raised or reported is in the catalog, and its message gets everything it names."""
    uses = _uses()
    assert len({place for place, _, _ in uses}) > 5
    assert [(place, code) for place, code, _ in uses if code not in CATALOG] == []
    filled = [(place, code, _literally_seen(call)) for place, code, call in uses]
    assert [
        (place, code, _needed(code) - seen) for place, code, seen in filled if seen is not None and _needed(code) - seen
    ] == []


def test_every_message_is_used():
    """A message nobody says any more is removed."""
    constants = {node.value for file in FILES for node in ast.walk(tree(file)) if isinstance(node, ast.Constant)}
    assert sorted(set(CATALOG) - constants) == []


@pytest.mark.parametrize(
    ("where", "zh", "en"),
    [
        pytest.param(Where(), "", "", id="unknown"),
        pytest.param(
            Where("a.xls", "日报", 3, "访客数"),
            "a.xls · 日报 · 第 3 行 · 「访客数」列",
            "a.xls · 日报 · row 3 · column 访客数",
            id="column",
        ),
        pytest.param(Where(sheet="日报", cell="F12"), "日报 · F12", "日报 · F12", id="cell"),
    ],
)
def test_a_place_is_named_as_excel_shows_it(where, zh, en):
    """A place names file, sheet, row and column, or the cell, and only what is known."""
    assert (place(where, "zh"), place(where, "en")) == (zh, en)


def test_what_was_seen_is_cut():
    """A text of 40,098 letters, alone or in a list, is told by its beginning; what a person would write is told in full."""
    words = {"seen": Message(Label("看到「{seen}」", "seen: {seen}"), Label("", ""))}
    for seen in ("长" * 40_098, ("长" * 40_098,)):
        assert say("seen", "en", {"seen": seen}, words) == f"seen: {'长' * 300}…"
    assert say("seen", "zh", {"seen": "长" * 300}, words) == f"看到「{'长' * 300}」"
