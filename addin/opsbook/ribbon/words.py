"""Every sentence a button may say."""

from dataclasses import replace
from functools import cache

from opsbook.addin.messages import ADDIN
from opsbook.features.contents import catalog
from opsbook.messages import Words
from opsbook.ribbon.button_words import HINTS, TEXTS
from opsbook.ribbon.messages import RIBBON


@cache
def on_buttons() -> Words:
    """By code, with other words where a command line was spoken of."""
    words = {**catalog().messages, **ADDIN, **RIBBON}
    other = {
        code: replace(words[code], text=TEXTS.get(code, words[code].text), hint=HINTS.get(code, words[code].hint))
        for code in (*TEXTS, *HINTS)
    }
    return {**words, **other}
