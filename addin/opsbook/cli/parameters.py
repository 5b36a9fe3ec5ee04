"""The words of a command as click's parameters, made from their records."""

import re
from collections.abc import Callable, Sequence

import click

from opsbook.cli.wrong_words import wrong
from opsbook.model.records.command import Argument, Flag, Option

_NEGATIVE = re.compile(r"-[.\d]")


def parameter(word: Argument | Option | Flag) -> click.Parameter:
    """One word as click knows it; whether it is missing is judged later, together with the others.

    Args:
        word: the word's record.
    """
    if isinstance(word, Flag):
        return click.Option([word.name], is_flag=True)
    if isinstance(word, Argument):
        read = _one_of(word.metavar, word.choices) if word.choices else str
        count = -1 if word.many else 1
        return click.Argument([word.name], nargs=count, required=False, default=word.default, type=read)
    names = [word.name, word.dest] if word.dest else [word.name]
    return click.Option(names, multiple=word.repeated, default=word.default, type=_reader(word))


def _reader(option: Option) -> Callable[[str], object]:
    if option.choices:
        return _one_of(option.name, option.choices)
    return _whole(option.name) if option.whole else str


def _whole(name: str) -> Callable[[str], int]:
    def whole(text: str) -> int:
        try:
            return int(text)
        except ValueError as error:
            raise wrong(click.get_current_context(), "not-whole", name=name, seen=text) from error

    return whole


def _one_of(name: str, choices: tuple[str, ...]) -> Callable[[str], str]:
    def chosen(text: str) -> str:
        if text not in choices:
            raise wrong(click.get_current_context(), "not-a-choice", name=name, seen=text, choices=choices)
        return text

    return chosen


def negatives_last(words: Sequence[str], valued: set[str]) -> list[str]:
    """The words of a command, negative numbers behind `--`, where click does not take them for options.

    Args:
        words: the words that follow a command.
        valued: options that a value follows; a number after one of them stays where it is.

    Example:
        >>> negatives_last(["book.xlsx", "-5", "--year", "2026"], {"--year"})
        ['book.xlsx', '--year', '2026', '--', '-5']
    """
    end = words.index("--") if "--" in words else len(words)
    before = ("", *words)
    moved = [at for at in range(end) if _NEGATIVE.match(words[at]) and before[at] not in valued]
    stay = [words[at] for at in range(end) if at not in moved]
    return [*stay, "--", *(words[at] for at in moved), *words[end + 1 :]]
