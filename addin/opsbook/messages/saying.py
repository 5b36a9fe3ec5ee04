"""How a message is chosen and read aloud; the sentences stand with what says them."""

from collections.abc import Mapping
from dataclasses import dataclass

from opsbook.model.errors import OpsbookError
from opsbook.model.issues import Issue, Where
from opsbook.model.language import Label, Lang
from opsbook.model.records.message import Message

Words = Mapping[str, Message]
_LONGEST = 300  # letters of one thing that was seen: a message stays one to read


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the language, and the sentences that are known.

    Args:
        lang: language to speak.
        words: message by code.
    """

    lang: Lang
    words: Words

    def say(self, code: str, **seen: object) -> str:
        """The sentence of a code, with what was seen filled in."""
        return say(code, self.lang, seen, self.words)


def say(code: str, lang: Lang, seen: Mapping[str, object], words: Words) -> str:
    """The sentence of a code, with what was seen filled in."""
    return words[code].text[lang].format(**_listed(seen, lang))


def _listed(seen: Mapping[str, object], lang: Lang) -> dict[str, object]:
    """What was seen, as the language says it: several things as a list, a text of two languages in its own, a long one cut."""
    return {name: _spoken(one, lang) for name, one in seen.items()}


def _spoken(one: object, lang: Lang) -> object:
    if isinstance(one, tuple):
        return ("、" if lang == "zh" else ", ").join(str(_spoken(part, lang)) for part in one)
    if isinstance(one, str) and len(one) > _LONGEST:
        return one[:_LONGEST] + "…"
    return one[lang] if isinstance(one, Label) else one


def what_to_do(problem: Issue | OpsbookError, lang: Lang, words: Words) -> str:
    """The next step after a problem; empty when there is none."""
    return words[problem.code].hint[lang].format(**_listed(problem.seen, lang))


def place(where: Where, lang: Lang) -> str:
    """A place as Excel shows it: file, sheet, row, column or cell; only the parts that are known."""
    row = {"zh": "第 {} 行", "en": "row {}"}[lang].format(where.row) if where.row else ""
    column = {"zh": "「{}」列", "en": "column {}"}[lang].format(where.column) if where.column else ""
    return " · ".join(part for part in (where.file, where.sheet, row, column, where.cell) if part)


def describe(problem: Issue | OpsbookError, lang: Lang, words: Words) -> str:
    """Message and next step in one line, after the place."""
    spot = place(problem.where, lang) if isinstance(problem, Issue) else ""
    said = say(problem.code, lang, problem.seen, words)
    hint = what_to_do(problem, lang, words)
    separator = "：" if lang == "zh" else ": "
    gap = "" if lang == "zh" else " "
    return (f"{spot}{separator}" if spot else "") + said + (f"{gap}{hint}" if hint else "")
