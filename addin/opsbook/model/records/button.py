"""Buttons of the ribbon."""

from dataclasses import dataclass

from opsbook.model.language import Label


@dataclass(frozen=True, slots=True)
class Button:
    """One button.

    Args:
        id: its name in Python (`opsbook.entrypoints.ribbon`), in VBA and on sheets.
        label: text under the icon.
        tip: first line of the tooltip: what it does.
        more: second part of the tooltip: what to expect.
        image: icon, a name built into Excel itself since 2010.
        large: drawn large.
        command: the command line's word for the same work; empty where only a live workbook knows it.
        run: what it does, as `module:function` of a click; empty where VBA does it.
    """

    id: str
    label: Label
    tip: Label
    more: Label
    image: str
    large: bool = False
    command: str = ""
    run: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of buttons on the ribbon."""

    id: str
    label: Label
    buttons: tuple[Button, ...]
