"""What a command is: how it is called, what each of its words means, and what carries it out."""

from dataclasses import dataclass

from opsbook.model.language import Label


@dataclass(frozen=True, slots=True)
class Argument:
    """A word that is known by its place.

    Args:
        name: what the function that runs the command calls it.
        label: what it is.
        metavar: what stands for it in the usage line.
        choices: the words it may be, where only some are allowed.
        many: one or more such words.
        optional: it may be left out.
        default: its value when it is left out.
    """

    name: str
    label: Label
    metavar: str
    choices: tuple[str, ...] = ()
    many: bool = False
    optional: bool = False
    default: str | None = None

    @property
    def called(self) -> str:
        """How it is written."""
        return ("|".join(self.choices) or self.metavar) + "…" * self.many

    @property
    def usage(self) -> str:
        """Its part of the usage line."""
        return f"[{self.called}]" if self.optional else self.called


@dataclass(frozen=True, slots=True)
class Option:
    """A word with dashes that is followed by a value.

    Args:
        name: how it is typed, dashes included.
        label: what it means.
        metavar: what stands for its value in the usage line; a choice of words stands for itself.
        choices: the words its value may be, where only some are allowed.
        whole: its value is a whole number.
        required: it cannot be left out.
        repeated: it may be given several times.
        default: its value when it is left out.
        dest: what the function that runs the command calls it; the name without its dashes where nothing is given.
    """

    name: str
    label: Label
    metavar: str = ""
    choices: tuple[str, ...] = ()
    whole: bool = False
    required: bool = False
    repeated: bool = False
    default: str | None = None
    dest: str = ""

    @property
    def called(self) -> str:
        """How it is written."""
        return f"{self.name} {'|'.join(self.choices) or self.metavar}"

    @property
    def usage(self) -> str:
        """Its part of the usage line."""
        return self.called if self.required else f"[{self.called}]" + "…" * self.repeated


@dataclass(frozen=True, slots=True)
class Flag:
    """A word with dashes that stands alone.

    Args:
        name: how it is typed, dashes included.
        label: what it means.
    """

    name: str
    label: Label

    @property
    def called(self) -> str:
        """How it is written."""
        return self.name

    @property
    def usage(self) -> str:
        """Its part of the usage line."""
        return f"[{self.name}]"


@dataclass(frozen=True, slots=True)
class OneOf:
    """Options of which exactly one is given.

    Args:
        options: the options, in reading order.
    """

    options: tuple[Option, ...]

    @property
    def usage(self) -> str:
        """Its part of the usage line."""
        return f"({' | '.join(option.called for option in self.options)})"


Word = Argument | Option | Flag | OneOf


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Args:
        id: its word on the command line; two words where the second names a part of the work.
        label: what it does, in one sentence.
        words: what follows it, in the order of the usage line.
        run: module and function that carry it out, as `module:function`.
        rank: commands are listed in this order.
        answers: what it may answer with `--json`, as `module:class` of pydantic models.
    """

    id: str
    label: Label
    words: tuple[Word, ...]
    run: str
    rank: int = 105
    answers: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        """How it is called, after `opsbook`."""
        return " ".join((self.id, *(word.usage for word in self.words)))

    @property
    def single(self) -> tuple[Argument | Option | Flag, ...]:
        """Its words one by one, those of a choice too."""
        return tuple(one for word in self.words for one in (word.options if isinstance(word, OneOf) else (word,)))


BOOK = Argument("book", Label("工作簿文件，.xlsx 或 .xlsm", "the workbook, .xlsx or .xlsm"), "BOOK")
PATHS = Argument("paths", Label("导出文件、文件夹或压缩包", "exports: files, folders, zips"), "PATH", many=True)
EVERYWHERE = (
    Flag("--json", Label("以 JSON 输出", "answer in JSON")),
    Flag("--quiet", Label("只说问题", "say problems only")),
)
"""What every command takes besides its own words."""
