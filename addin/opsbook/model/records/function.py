"""What a worksheet function is: its name, its arguments and the help Excel shows for them."""

from dataclasses import dataclass

from opsbook.model.language import Label


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a worksheet function.

    Args:
        name: ASCII name, as Python and VBA spell it.
        help: what to put there, with its unit; shown beside the argument in Excel's function dialog.
        optional: may be left out.
    """

    name: str
    help: Label
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """One worksheet function.

    Args:
        name: as typed in a cell, such as OPS_BRIDGE: ASCII, and no cell's address.
        help: what it answers, in one sentence.
        arguments: in order, the optional ones last.
        category: group in Excel's function dialog.
        spills: answers with several cells (Excel 365 or 2021; older versions need Ctrl+Shift+Enter).
        run: what answers it, as `module:function`; empty for metrics, which follow from the registry.
    """

    name: str
    help: Label
    arguments: tuple[Argument, ...]
    category: Label
    spills: bool = False
    run: str = ""


GOALS = Label("OpsBook 目标", "OpsBook goals")
DIAGNOSIS = Label("OpsBook 诊断", "OpsBook diagnosis")
DECISIONS = Label("OpsBook 决策", "OpsBook decisions")
CATEGORIES = (DIAGNOSIS, GOALS, DECISIONS)
"""Groups of Excel's function dialog, in this order; functions of other groups come after them."""


def given(name: str, zh: str, en: str) -> Argument:
    """An argument that must be given."""
    return Argument(name, Label(zh, en))


def maybe(name: str, zh: str, en: str) -> Argument:
    """An argument that may be left out."""
    return Argument(name, Label(f"{zh}，可不填", f"{en}; may be left out"), optional=True)
