"""The pages of refusals show what the program says today, of files damaged on the spot."""

import sys

import pytest

from opsbook.exports.messages.imports import IMPORTS
from opsbook.exports.messages.orders import ORDERS
from opsbook.exports.messages.parts import PARTS
from opsbook.model.language import LANGS
from support.sources import ROOT


@pytest.fixture(scope="module")
def script():
    """docs/rejections.py, which finds its damaged files beside it."""
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        import rejections  # noqa: PLC0415 - it is found only now
    finally:
        sys.path.pop(0)
    return rejections


@pytest.fixture(scope="module")
def found(script):
    """The program's words on every case."""
    return script.problems()


@pytest.mark.parametrize("lang", LANGS)
def test_the_pages_are_fresh(script, found, lang):
    """Every message stands there as the program says it; `python docs/rejections.py` writes the pages."""
    assert script.PAGES[lang].read_text(encoding="utf-8") == script.page(lang, found)


def test_every_message_about_a_file_is_shown(found):
    """No problem of a file, a row or an order is left out, and each has its own damaged file."""
    summed = {"parts-summed", "parts-summed-but"}  # said of what somebody wants: no refusal
    assert (set(IMPORTS) | set(ORDERS) | set(PARTS)) - summed <= set(found)


def test_no_two_cases_show_one_message(script):
    """A message is explained once."""
    codes = [case.code for case in script.CASES]
    assert len(codes) == len(set(codes))
