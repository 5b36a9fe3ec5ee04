"""What the READMEs and the pages show is true: tables, commands and their output, links, pictures, both languages."""

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
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
PAGES = (*READMES.values(), ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
MARK = re.compile(r"<!-- (\w+) -->")
SHAPE = re.compile(r"^(#+ |- |\d+\. |\| |```\w*|<!-- /?\w+ -->|!\[|<details>)", re.MULTILINE)
PICTURES = ROOT / "docs" / "screenshots"
README_LINES = 150
PICTURE_BYTES = 200_000
LINK = re.compile(r"\]\(([^)\s]+)\)")


def _text(lang):
    return READMES[lang].read_text(encoding="utf-8")


def _commands(lang):
    return [block for block, _ in OUTPUTS.shown(_text(lang))]


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What every block of commands prints, run one after the other in an empty folder."""
    return list(OUTPUTS.answers(_text("en"), tmp_path_factory.mktemp("readme")))


@pytest.mark.parametrize("lang", LANGS)
def test_the_tables_are_fresh(lang):
    """The generated tables say what the code says; `python docs/tables.py` writes them."""
    texts = [page.read_text(encoding="utf-8") for page in TABLES.PAGES[lang]]
    assert sorted(mark for text in texts for mark in MARK.findall(text)) == sorted(TABLES.BLOCKS)
    assert [TABLES.written(text, lang) for text in texts] == texts


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
    """Headings, commands, tables, lists and pictures come in the same order in both READMEs, and in pages with tables."""
    for pair in zip((READMES["en"], *TABLES.PAGES["en"]), (READMES["zh"], *TABLES.PAGES["zh"]), strict=True):
        english, chinese = (SHAPE.findall(page.read_text(encoding="utf-8")) for page in pair)
        assert english == chinese
    assert _commands("en") == _commands("zh")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    """Every link and picture of a page that names a file of this repository finds it."""
    targets = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in targets if not (page.parent / link.split("#")[0]).is_file()] == []


def test_every_picture_is_shown_and_light():
    """The pages show all pictures, and none is heavier than a page should be."""
    links = ((page, link) for page in PAGES for link in LINK.findall(page.read_text(encoding="utf-8")))
    shown = {(page.parent / link).resolve() for page, link in links if link.endswith(".png")}
    there = {picture: picture.stat().st_size for picture in PICTURES.iterdir()}
    assert shown == set(there)
    assert [picture.name for picture, size in there.items() if size > PICTURE_BYTES] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_readme_stays_short(lang):
    """A README can be read in one go; long tables stand in pages of their own, which it links to."""
    assert len(_text(lang).splitlines()) <= README_LINES
    assert MARK.findall(_text(lang)) == []
    assert {f"docs/{page.name}" for page in TABLES.PAGES[lang]} <= set(LINK.findall(_text(lang)))


def test_every_step_of_the_checklist_has_its_line():
    """Each step for a person with Excel is numbered once and has a line for its result."""
    text = (ROOT / "docs" / "excel-checklist.md").read_text(encoding="utf-8").split("## Steps")[1]
    steps, lines = (re.findall(pattern, text, re.MULTILINE) for pattern in (r"^(\d+)\. \*\*", r"^\| (\d+) \|"))
    assert steps == lines == [str(number) for number in range(1, len(steps) + 1)]
