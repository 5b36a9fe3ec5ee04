"""What formula cells show, compared and spoken."""

import math

from opsbook.model.values import Value, is_number
from opsbook.ooxml.sheet.cell import number_text


def shows(seen: Value, wanted: Value) -> bool:
    """Whether a cached value need not be touched; programs differ in the last digit they store."""
    if type(seen) is type(wanted) and seen == wanted:
        return True
    if is_number(seen) and is_number(wanted):
        return math.isclose(float(seen or 0), float(wanted or 0), rel_tol=1e-12, abs_tol=1e-15)
    return False


def spoken(value: Value) -> str:
    """A typed value as messages show it.

    >>> spoken(5.0), spoken(True)
    ('5', 'TRUE')
    """
    if isinstance(value, bool):
        return str(value).upper()
    return number_text(float(value or 0)) if is_number(value) else str(value or "")
