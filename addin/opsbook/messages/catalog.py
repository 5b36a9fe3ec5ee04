"""All messages by code, and how an issue or an error is read aloud."""

from collections.abc import Mapping
from dataclasses import replace

from opsbook.messages.addin import ADDIN
from opsbook.messages.analyses import ANALYSES
from opsbook.messages.book import BOOK
from opsbook.messages.buttons import HINTS, TEXTS
from opsbook.messages.commands import COMMANDS
from opsbook.messages.formulas import FORMULAS
from opsbook.messages.functions import FUNCTIONS
from opsbook.messages.goals import GOALS
from opsbook.messages.history import HISTORY
from opsbook.messages.imports import IMPORTS
from opsbook.messages.mapping import MAPPING
from opsbook.messages.message import Message
from opsbook.messages.orders import ORDERS
from opsbook.messages.peer_offers import PEER_OFFERS
from opsbook.messages.peers import PEERS
from opsbook.messages.ribbon import RIBBON
from opsbook.messages.working import WORKING
from opsbook.model.errors import OpsbookError
from opsbook.model.issues import Issue, Where
from opsbook.model.language import Label, Lang

CATALOG: dict[str, Message] = {
    **ADDIN,
    **ANALYSES,
    **BOOK,
    **COMMANDS,
    **FORMULAS,
    **FUNCTIONS,
    **GOALS,
    **HISTORY,
    **IMPORTS,
    **MAPPING,
    **ORDERS,
    **PEERS,
    **PEER_OFFERS,
    **RIBBON,
    **WORKING,
}


ON_BUTTONS: dict[str, Message] = {
    **CATALOG,
    **{
        code: replace(CATALOG[code], text=TEXTS.get(code, CATALOG[code].text), hint=HINTS.get(code, CATALOG[code].hint))
        for code in (*TEXTS, *HINTS)
    },
}


def say(code: str, lang: Lang, seen: Mapping[str, object], words: Mapping[str, Message] = CATALOG) -> str:
    """The sentence of a code, with what was seen filled in."""
    return words[code].text[lang].format(**_listed(seen, lang))


def _listed(seen: Mapping[str, object], lang: Lang) -> dict[str, object]:
    """What was seen, as the language says it: several things as a list, a text of two languages in its own."""
    return {name: _spoken(one, lang) for name, one in seen.items()}


def _spoken(one: object, lang: Lang) -> object:
    if isinstance(one, tuple):
        return ("、" if lang == "zh" else ", ").join(str(_spoken(part, lang)) for part in one)
    return one[lang] if isinstance(one, Label) else one


def what_to_do(problem: Issue | OpsbookError, lang: Lang, words: Mapping[str, Message] = CATALOG) -> str:
    """The next step after a problem; empty when there is none."""
    return words[problem.code].hint[lang].format(**_listed(problem.seen, lang))


def place(where: Where, lang: Lang) -> str:
    """A place as Excel shows it: file, sheet, row, column or cell; only the parts that are known."""
    row = {"zh": "第 {} 行", "en": "row {}"}[lang].format(where.row) if where.row else ""
    column = {"zh": "「{}」列", "en": "column {}"}[lang].format(where.column) if where.column else ""
    return " · ".join(part for part in (where.file, where.sheet, row, column, where.cell) if part)


def describe(problem: Issue | OpsbookError, lang: Lang, words: Mapping[str, Message] = CATALOG) -> str:
    """Message and next step in one line, after the place."""
    spot = place(problem.where, lang) if isinstance(problem, Issue) else ""
    said = say(problem.code, lang, problem.seen, words)
    hint = what_to_do(problem, lang, words)
    separator = "：" if lang == "zh" else ": "
    gap = "" if lang == "zh" else " "
    return (f"{spot}{separator}" if spot else "") + said + (f"{gap}{hint}" if hint else "")
