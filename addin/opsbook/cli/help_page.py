"""The help of the program and its commands: how each is called, what it does, and what every word means, in two columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from opsbook.engine.console.columns import packed, padded, width, wrapped
from opsbook.model.language import Label, Lang
from opsbook.model.records.command import EVERYWHERE, Argument, Command, Flag, Option

WIDTH = 80
VERSION = Flag("--version", Label("显示版本号", "show the version"))
_HELP = Flag("-h, --help", Label("显示这份说明", "show this help"))
_WIDEST = 24  # a longer word has its meaning on the line below
_MORE = Label("某个命令的说明：{usage} --help", "More about one of them: {usage} --help")
_USAGE, _DEFAULT = Label("用法：", "Usage: "), Label("（默认 {value}）", " (default: {value})")
_ARGUMENTS, _OPTIONS, _COMMANDS = (
    Label("要写的内容", "What to give"),
    Label("选项", "Options"),
    Label("命令", "Commands"),
)

Row = tuple[str, str]


def command_page(command: Command, lang: Lang) -> str:
    """The help of one command.

    Args:
        command: the command.
        lang: the language.
    """
    arguments = [one for one in command.single if isinstance(one, Argument)]
    options = [one for one in command.single if not isinstance(one, Argument)]
    sections = {_ARGUMENTS: _rows(arguments, lang), _OPTIONS: _rows((*options, *EVERYWHERE, _HELP), lang)}
    usage = [f"opsbook {command.id} ", *(f"{word.usage} " for word in command.words)]
    return _page(usage, command.label, sections, lang)


def family_page(usage: str, label: Label, commands: Mapping[str, Label], flags: Sequence[Flag], lang: Lang) -> str:
    """The help of the program, or of a first word that several commands share.

    Args:
        usage: how it is called.
        label: what its commands are for.
        commands: the words that may follow, with what each does.
        flags: its own words with dashes.
        lang: the language.
    """
    rows = [(name, does[lang]) for name, does in commands.items()]
    more = _MORE[lang].format(usage=usage.removesuffix(" …"))
    return f"{_page([usage], label, {_COMMANDS: rows, _OPTIONS: _rows((*flags, _HELP), lang)}, lang)}\n\n{more}"


def _rows(words: Iterable[Argument | Option | Flag], lang: Lang) -> list[Row]:
    return [(word.called, word.label[lang] + _default(word, lang)) for word in words]


def _default(word: Argument | Option | Flag, lang: Lang) -> str:
    value = None if isinstance(word, Flag) else word.default
    return _DEFAULT[lang].format(value=value) if value else ""


def _page(usage: Sequence[str], label: Label, sections: Mapping[Label, Sequence[Row]], lang: Lang) -> str:
    filled = {head: rows for head, rows in sections.items() if rows}
    left = max(size for rows in filled.values() for name, _ in rows if (size := width(name)) <= _WIDEST)
    parts = [list(_usage_lines(usage, lang)), wrapped(label[lang], WIDTH)]
    parts += [[head[lang], *(line for row in rows for line in _row_lines(row, left))] for head, rows in filled.items()]
    return "\n\n".join("\n".join(lines) for lines in parts)


def _usage_lines(usage: Sequence[str], lang: Lang) -> Iterator[str]:
    """Later lines begin below the first word after the command."""
    name, *words = usage
    head = _USAGE[lang] + name
    for line in packed(words, WIDTH - width(head)):
        yield (head + line).rstrip()
        head = " " * width(head)


def _row_lines(row: Row, left: int) -> Iterator[str]:
    name, meaning = row
    if width(name) > left:
        yield f"  {name}"
        name = ""
    for line in wrapped(meaning, WIDTH - left - 4):
        yield f"  {padded(name, left)}  {line}"
        name = ""
