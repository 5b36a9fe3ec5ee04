"""The words after `opsbook`: what they may be, and how they are explained and refused in the user's language."""

import argparse
import re
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, Protocol

from opsbook.model.errors import UsageError
from opsbook.model.language import Label, Lang

_USAGE = Label("用法： ", "usage: ")
_WORDS, _OPTIONS = Label("要写的内容", "what to give"), Label("选项", "options")
_HELP = Label("显示这份说明", "show this help")

# The parser tells what it refuses in English sentences only; the words in them are what the person typed.
_REFUSED: tuple[tuple[str, str], ...] = (
    (r"unrecognized arguments: (?P<seen>.*)", "unknown-words"),
    (r"the following arguments are required: (?P<names>.*)", "missing-words"),
    (r"one of the arguments (?P<options>.*) is required", "one-word-of"),
    (r"argument (?:COMMAND|VERB): invalid choice: (?P<seen>.*?) \(choose from (?P<choices>.*)\)", "unknown-command"),
    (r"argument (?P<name>.*?): invalid choice: (?P<seen>.*?) \(choose from (?P<choices>.*)\)", "not-a-choice"),
    (r"argument (?P<name>.*?): invalid int value: (?P<seen>.*)", "not-whole"),
    (r"argument (?P<name>.*?): expected (?:one|at least one) argument", "word-without-value"),
    (r"argument (?P<name>.*?): not allowed with argument (?P<other>.*)", "not-together"),
    (r"argument (?P<name>.*?): ignored explicit argument (?P<seen>.*)", "takes-no-value"),
    (r"ambiguous option: (?P<seen>.*) could match (?P<choices>.*)", "ambiguous-option"),
    (r"(?P<seen>.*)", "refused-words"),
)
_LISTS = frozenset({"choices", "names"})


class Group(Protocol):
    """What takes words and options: a command, or a choice of one among several."""

    def add_argument(self, *names: str, **more: Any) -> object:  # noqa: ANN401 - as `argparse` has it
        """Take one word or option."""


class Parser(argparse.ArgumentParser):
    """One command's words, explained and refused in one language.

    Args:
        lang: the language.
        called: how it is called, shown when it was called otherwise.
        more: what `argparse` may know of it.
    """

    def __init__(self, lang: Lang, called: str, **more: Any) -> None:  # noqa: ANN401 - as `argparse` has it
        super().__init__(add_help=False, **more)
        self.lang, self.called = lang, called
        self.meanings: dict[str, str] = {}
        self._positionals.title, self._optionals.title = _WORDS[lang], _OPTIONS[lang]
        self.add_argument("-h", "--help", action="help", help=_HELP[lang])

    def place(self, name: str, meaning: Label, group: Group | None = None, **more: object) -> None:
        """Take one word or option.

        Args:
            name: its name; an option begins with dashes.
            meaning: what it is.
            group: what it belongs to when only one of several may be given.
            more: what `argparse` may know of it.
        """
        self.meanings[name if name.startswith("-") else str(more.get("metavar", name))] = meaning[self.lang]
        where: Group = group or self
        where.add_argument(name, help=meaning[self.lang], **more)

    def format_help(self) -> str:
        """The help, its first word too in the user's language."""
        return super().format_help().replace(_USAGE.en, _USAGE[self.lang], 1)

    def parse_all(self, argv: Sequence[str] | None, commands: Mapping[str, "Parser"]) -> argparse.Namespace:
        """Understand every word.

        Args:
            argv: the words; None takes them from the process.
            commands: parsers of the commands, so that a word too many is refused by the one it was given to.

        Raises:
            UsageError: a word is missing, unknown or not what it should be.
        """
        found, rest = self.parse_known_args(argv)
        if rest:
            commands.get(found.command, self).error(f"unrecognized arguments: {' '.join(rest)}")
        return found

    def error(self, message: str) -> NoReturn:
        """Refuse the words, naming those that are wrong and how the command is called.

        Raises:
            UsageError: always.
        """
        code, found = next(
            (code, found) for form, code in _REFUSED if (found := re.fullmatch(form, message, re.DOTALL))
        )
        seen = {name: self._said(name, text) for name, text in found.groupdict().items()}
        raise UsageError(code, **seen, usage=self.called, help=f"{self.prog} --help")

    def _said(self, name: str, text: str) -> object:
        if name == "options":
            return tuple(text.split())
        words = tuple(word.strip("'\"") for word in text.split(", "))
        if name == "names":
            return tuple(self._explained(word) for word in words)
        return words if name in _LISTS else text.strip("'\"")

    def _explained(self, name: str) -> str:
        meaning = self.meanings.get(name)
        if meaning is None:
            return name
        return f"{name}（{meaning}）" if self.lang == "zh" else f"{name} ({meaning})"
