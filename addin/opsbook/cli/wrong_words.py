"""Words that a command cannot take: what click refuses, and what it does not look at, refused in the user's language."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

import click

from opsbook.model.errors import UsageError
from opsbook.model.language import Label, Lang
from opsbook.model.records.command import Argument, Command, Flag, OneOf, Option

_EXPLAINED = Label("{name}（{meaning}）", "{name} ({meaning})")
_END = "--"


def wrong(context: click.Context, code: str, **seen: object) -> UsageError:
    """A refusal that also says how the command is called and where its help is.

    Args:
        context: the command that was asked for.
        code: the message's code.
        seen: what the message names.
    """
    return UsageError(code, **seen, usage=context.get_usage(), help=f"{context.command_path} --help")


@contextlib.contextmanager
def in_our_words(context: click.Context, given: Sequence[str]) -> Iterator[None]:
    """Refuse what click refuses, told by the type of its exception.

    Args:
        context: the command that was asked for.
        given: the words that followed it.

    Raises:
        UsageError: click refuses the words.
    """
    try:
        yield
    except click.NoSuchOption as error:
        raise _no_such_option(context, error.option_name) from error
    except click.BadOptionUsage as error:  # an option without its value was refused before: this one has too much
        seen = next((word.partition("=")[2] for word in given if word.startswith(f"{error.option_name}=")), "")
        raise wrong(context, "takes-no-value", name=error.option_name, seen=seen) from error
    except click.UsageError as error:
        raise wrong(context, "refused-words", seen=error.format_message()) from error


def _no_such_option(context: click.Context, name: str) -> UsageError:
    longer = tuple(sorted(known for known in option_names(context) if known.startswith(name)))
    if longer:
        return wrong(context, "ambiguous-option", seen=name, choices=longer)
    return wrong(context, "unknown-words", seen=name)


def option_names(context: click.Context, *, with_value: bool = False) -> set[str]:
    """How the options of a command are typed.

    Args:
        context: the command.
        with_value: only those that a value follows.
    """
    options = (one for one in context.command.get_params(context) if isinstance(one, click.Option))
    return {name for one in options if not (with_value and one.is_flag) for name in one.opts}


def refuse_options_without_value(context: click.Context, given: Sequence[str]) -> None:
    """Refuse an option followed by another one, which click would take for its value, or by nothing.

    Args:
        context: the command that was asked for.
        given: the words that followed it.

    Raises:
        UsageError: there is one.
    """
    valued, known = option_names(context, with_value=True), option_names(context) | {_END}
    for name, after in pairwise([*takewhile(lambda word: word != _END, given), _END]):
        if name in valued and after in known:
            raise wrong(context, "word-without-value", name=name)


def refuse_together(
    context: click.Context, command: Command, values: Mapping[str, object], more: Sequence[str], lang: Lang
) -> None:
    """Refuse what can only be seen from all words together; click would name only the first that is missing.

    Args:
        context: the command that was asked for.
        command: its record.
        values: the value of each of its words, by name.
        more: words beyond those that it takes.
        lang: the language.

    Raises:
        UsageError: a word is missing, too many, or excluded by another.
    """
    missing = tuple(_explained(word, lang) for word in command.single if _is_missing(word, values))
    if missing:
        raise wrong(context, "missing-words", names=missing)
    for choice in (word for word in command.words if isinstance(word, OneOf)):
        _refuse_choice(context, tuple(one.name for one in choice.options), values)
    if more:
        raise wrong(context, "unknown-words", seen=" ".join(more))


def _is_missing(word: Argument | Option | Flag, values: Mapping[str, object]) -> bool:
    needed = not word.optional if isinstance(word, Argument) else isinstance(word, Option) and word.required
    return needed and values[word.name] in {None, ()}


def _explained(word: Argument | Option | Flag, lang: Lang) -> str:
    name = word.metavar if isinstance(word, Argument) else word.name
    return _EXPLAINED[lang].format(name=name, meaning=word.label[lang])


def _refuse_choice(context: click.Context, names: tuple[str, ...], values: Mapping[str, object]) -> None:
    given = [name for name in names if values[name] is not None]
    if not given:
        raise wrong(context, "one-word-of", options=names)
    if len(given) > 1:
        raise wrong(context, "not-together", name=given[1], other=given[0])
