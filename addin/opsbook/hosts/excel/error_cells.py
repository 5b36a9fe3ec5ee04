"""Error cells as Excel's object model hands them out: whole numbers that no cell of figures holds."""

from collections.abc import Mapping

ERROR_NAMES: Mapping[int, str] = {
    -2146826288: "#NULL!", -2146826281: "#DIV/0!", -2146826273: "#VALUE!", -2146826265: "#REF!", -2146826259: "#NAME?",
    -2146826252: "#NUM!", -2146826246: "#N/A", -2146826245: "#GETTING_DATA", -2146826243: "#SPILL!",
    -2146826242: "#CONNECT!", -2146826241: "#BLOCKED!", -2146826240: "#UNKNOWN!", -2146826239: "#FIELD!",
    -2146826238: "#CALC!",
}  # fmt: skip
"""What a cell shows, by its number: 0x800A0000 as a signed number, plus XlCVError."""

_UNNAMED = "#UNKNOWN!"  # as Excel itself shows an error that is younger than it
_FIRST, _LAST = -2146828288, -2146826000


def error_name(value: object) -> str | None:
    """Return the error that a value from Excel represents.

    Args:
        value: as Excel's object model gives it.

    Returns:
        The error as a cell shows it, also one of a newer Excel; None for anything that is no error.

    >>> error_name(-2146826238), error_name(-2146826238.0), error_name(7)
    ('#CALC!', None, None)
    """
    if isinstance(value, int) and _FIRST <= value <= _LAST:
        return ERROR_NAMES.get(value, _UNNAMED)
    return None
