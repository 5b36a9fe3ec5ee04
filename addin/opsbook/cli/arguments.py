"""The words after `opsbook`, read by click as the records of the commands declare them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace

import click

from opsbook import __version__
from opsbook.cli.help_page import VERSION, command_page, family_page
from opsbook.cli.parameters import negatives_last, parameter
from opsbook.cli.wrong_words import in_our_words, option_names, refuse_options_without_value, refuse_together, wrong
from opsbook.model.catalog import Catalog
from opsbook.model.language import Label, Lang
from opsbook.model.records.command import EVERYWHERE, Command

PURPOSE = Label("OpsBook：会自动填数的店铺运营工作簿。", "OpsBook: a shop operations workbook that fills itself.")
_HELP_NAMES = {"help_option_names": ["-h", "--help"]}


@dataclass(frozen=True, slots=True)
class Asked:
    """A command that can be run.

    Args:
        command: the command.
        words: the values of its words, as attributes.
    """

    command: Command
    words: SimpleNamespace


def program(lang: Lang, catalog: Catalog) -> click.Group:
    """All commands, explained and refused in a language.

    Args:
        lang: the language.
        catalog: whose commands.
    """
    version = click.Option([VERSION.name], is_flag=True, is_eager=True, expose_value=False, callback=_show_version)
    return _Family("", PURPOSE, lang, catalog, [version])


def _show_version(context: click.Context, _: click.Parameter, value: object) -> None:
    if value:
        click.echo(f"opsbook {__version__}")
        context.exit()


class _Family(click.Group):
    """The program, or a first word that several commands share; a command is made when it is asked for.

    Args:
        first: the shared first word; empty for the program.
        label: what its commands are for.
        lang: the language.
        catalog: whose commands.
        options: its own options.
    """

    def __init__(
        self, first: str, label: Label, lang: Lang, catalog: Catalog, options: Sequence[click.Parameter] = ()
    ) -> None:
        super().__init__(first or None, params=list(options), context_settings=_HELP_NAMES)
        self._first, self._label, self._lang, self._catalog = first, label, lang, catalog

    def _ids(self) -> Mapping[str, str]:
        """The id of each command and family by the word that asks for it."""
        before = f"{self._first} ".lstrip()
        rests = (one.removeprefix(before) for one in self._catalog.commands if one.startswith(before))
        return {word: before + word for word in (rest.partition(" ")[0] for rest in rests)}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """The words that may follow."""
        return list(self._ids())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click calls it
        """What a word asks for."""
        asked = self._ids()[cmd_name]
        if asked in self._catalog.families:
            return _Family(asked, self._catalog.families[asked], self._lang, self._catalog)
        return _Single(self._catalog.commands[asked], self._lang)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """What the first word asks for.

        Raises:
            UsageError: there is no command of that name.
        """
        known = self._ids()
        if args[0] not in known:
            raise wrong(ctx, "unknown-command", seen=args[0], choices=tuple(known))
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command; without any word, show the help."""
        words = args[1:] if args[:1] == ["--"] else args
        with in_our_words(ctx, args):
            return super().parse_args(ctx, list(words) or ["--help"])

    def get_usage(self, ctx: click.Context) -> str:
        """How it is called."""
        return f"{ctx.command_path} {'VERB' if self._first else 'COMMAND'} …"

    def get_help(self, ctx: click.Context) -> str:
        """Its commands with what each does."""
        known = {**{one.id: one.label for one in self._catalog.commands.values()}, **self._catalog.families}
        labels = {word: known[one] for word, one in self._ids().items()}
        flags = () if self._first else (VERSION,)
        return family_page(self.get_usage(ctx), self._label, labels, flags, self._lang)


class _Single(click.Command):
    """One command.

    Args:
        command: its record.
        lang: the language.
    """

    def __init__(self, command: Command, lang: Lang) -> None:
        parameters = [parameter(word) for word in (*command.single, *EVERYWHERE)]
        super().__init__(command.id, _HELP_NAMES, self._asked, parameters)
        self._command, self._lang = command, lang
        self.allow_extra_args = True  # they are refused below, in our words

    def _asked(self, **values: object) -> Asked:
        return Asked(self._command, SimpleNamespace(**values))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words that follow the command.

        Raises:
            UsageError: a word is missing, unknown or not what it should be.
        """
        refuse_options_without_value(ctx, args)
        with in_our_words(ctx, args):
            more = super().parse_args(ctx, negatives_last(args, option_names(ctx, with_value=True)))
        values = {one.opts[0]: ctx.params[one.name] for one in self.params if one.name}
        refuse_together(ctx, self._command, values, more, self._lang)
        return more

    def get_usage(self, ctx: click.Context) -> str:  # noqa: ARG002 - as click calls it
        """How it is called."""
        return f"opsbook {self._command.usage}"

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002 - as click calls it
        """What it does and what each of its words means."""
        return command_page(self._command, self._lang)
