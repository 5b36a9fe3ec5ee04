"""One command of the command line."""

from dataclasses import dataclass

from opsbook.model.language import Label


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Args:
        id: its word on the command line; two words where the second names a part of the work.
        label: what it does, in one sentence.
        usage: how it is called, after `opsbook`.
        run: module and function that carry it out.
    """

    id: str
    label: Label
    usage: str
    run: str
