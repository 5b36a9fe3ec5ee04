"""What the README shows is true: tables, commands and their output, links, pictures, both languages."""

import importlib.util
import re

import pytest

from opsbook.model.language import LANGS
from support.sources import ROOT


def _script(name):
    """A script of the documentation as a module."""
    spec = importlib.util.spec_from_file_location(f"docs_{name}", ROOT / "docs" / f"{name}.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


OUTPUTS, TABLES, FUNCTIONS = _script("outputs"), _script("tables"), _script("functions")
INSTALL = "python -m pip install . && opsbook demo"
TEST = 'python -m pip install ".[test]" && pytest'
PAGES = (*TABLES.READMES.values(), ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
PICTURES = ROOT / "docs" / "screenshots"
HAND_WRITTEN_LINES = 165
PICTURE_BYTES = 200_000
LINK = re.compile(r"\]\(([^)\s]+)\)")


def _text(lang):
    return TABLES.READMES[lang].read_text(encoding="utf-8")


def _commands(lang):
    return [block for block, _ in OUTPUTS.shown(_text(lang))]


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What every block of commands prints, run one after the other in an empty folder."""
    return list(OUTPUTS.answers(_text("en"), tmp_path_factory.mktemp("readme")))


@pytest.mark.parametrize("lang", LANGS)
def test_the_tables_are_fresh(lang):
    """The generated tables say what the code says; `python docs/tables.py` writes them."""
    text = _text(lang)
    assert set(re.findall(r"<!-- (\w+) -->", text)) == set(TABLES.BLOCKS)
    assert TABLES.written(text, lang) == text


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_functions_is_fresh(lang):
    """The page lists the functions the code has; `python docs/functions.py` writes it."""
    assert FUNCTIONS.PAGES[lang].read_text(encoding="utf-8") == FUNCTIONS.page(lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_commands_say_what_the_readme_shows(said, lang):
    """Every block of commands runs, in order, and prints what stands below it; `python docs/outputs.py` writes that."""
    assert [output for _, output in OUTPUTS.shown(_text(lang))] == said


@pytest.mark.parametrize("page", OUTPUTS.PAGES, ids=lambda page: page.name)
def test_a_transcript_shows_what_happens(page, demo_folder, new_file, tmp_path, monkeypatch):
    """Every command shown with its answer gives that answer, one after the other; `python docs/outputs.py` writes them."""
    lang, text = OUTPUTS.lang_of(page), page.read_text(encoding="utf-8")
    monkeypatch.setenv("LC_ALL", OUTPUTS.LOCALES[lang])
    OUTPUTS.lay_out(tmp_path, demo_folder(lang) / "OpsBook-demo.xlsx", new_file(lang))
    assert OUTPUTS.TRANSCRIPT.search(text)
    assert OUTPUTS.replayed(text, tmp_path) == text


@pytest.mark.parametrize("lang", LANGS)
def test_two_commands_are_enough(lang):
    """Installing with the demo is one command, testing is the other."""
    lines = [line for block in _commands(lang) for line in block.splitlines()]
    assert [line for line in lines if "pip" in line] == [INSTALL, TEST]


def test_both_languages_show_the_same():
    """Headings, commands, tables, lists and pictures come in the same order in both READMEs."""
    shape = re.compile(r"^(#+ |- |\d+\. |\| |```\w*|<!-- /?\w+ -->|!\[|<details>)", re.MULTILINE)
    english, chinese = (shape.findall(_text(lang)) for lang in ("en", "zh"))
    assert english == chinese
    assert _commands("en") == _commands("zh")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    """Every link and picture of a page that names a file of this repository finds it."""
    targets = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in targets if not (page.parent / link.split("#")[0]).is_file()] == []


def test_every_picture_is_shown_and_light():
    """The READMEs show all pictures, and none is heavier than a page should be."""
    shown = {link for lang in LANGS for link in LINK.findall(_text(lang)) if link.endswith(".png")}
    there = {picture.relative_to(ROOT).as_posix(): picture.stat().st_size for picture in PICTURES.iterdir()}
    assert shown == set(there)
    assert [name for name, size in there.items() if size > PICTURE_BYTES] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_readme_stays_short(lang):
    """What is written by hand in a README can be read in one go."""
    assert len(TABLES.BLOCK.sub("", _text(lang)).splitlines()) <= HAND_WRITTEN_LINES


def test_every_step_of_the_checklist_has_its_line():
    """Each step for a person with Excel is numbered once and has a line for its result."""
    text = (ROOT / "docs" / "excel-checklist.md").read_text(encoding="utf-8").split("## Steps")[1]
    steps, lines = (re.findall(pattern, text, re.MULTILINE) for pattern in (r"^(\d+)\. \*\*", r"^\| (\d+) \|"))
    assert steps == lines == [str(number) for number in range(1, len(steps) + 1)]
