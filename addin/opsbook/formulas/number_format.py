"""Excel's TEXT for the number formats OpsBook uses: digits, thousands, percent, signs, words, up to three sections."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from opsbook.formulas.rounding import WIDE, decimal
from opsbook.model.errors import FormulaError

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|((?:#,##)?0+(?:\.0+)?)|(;)|([-+ %()/:])')


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a number format: words, the figure, words."""

    before: str
    digits: str
    after: str
    percents: int


def format_number(value: float, pattern: str) -> str:
    """Show a number in a number format.

    Args:
        value: any finite number.
        pattern: such as `0.0%` or `+0.00;-0.00;0`.

    Raises:
        FormulaError: the pattern uses something OpsBook's formats do not (dates, conditions, padding, bare words).

    >>> format_number(0.1234, "0.0%"), format_number(-1234.5, '"亏 "#,##0;"盈 "0')
    ('12.3%', '盈 1235')
    """
    sections = _sections(pattern)
    if len(sections) > 2 and value == 0:
        return _shown(Decimal(0), sections[2])
    if len(sections) > 1 and value < 0:
        return _shown(decimal(-value), sections[1])
    # one section has no sign for what rounds to nothing; a section for negatives keeps its own
    signed = value < 0 and bool(_rounded(decimal(value), sections[0]))
    return ("-" if signed else "") + _shown(decimal(abs(value)), sections[0])


@lru_cache(maxsize=256)
def _sections(pattern: str) -> tuple[_Section, ...]:
    sections, words, digits, percents, at = [], ["", ""], "", 0, 0
    while at <= len(pattern):
        token = _TOKEN.match(pattern, at)
        if token is None and at < len(pattern):
            raise FormulaError("formula-number-format", format=pattern)
        if token is None or token[4]:
            sections.append(_Section(words[0], digits, words[1], percents))
            words, digits, percents = ["", ""], "", 0
            at += 1
            continue
        at = token.end()
        if token[3]:
            if digits:
                raise FormulaError("formula-number-format", format=pattern)
            digits = token[3]
            continue
        percents += token[5] == "%"
        words[bool(digits)] += token[1] or token[2] or token[5] or ""
    return tuple(sections)


def _shown(size: Decimal, section: _Section) -> str:
    if not section.digits:
        return section.before + section.after
    whole, dot, fraction = section.digits.partition(".")
    rounded = _rounded(size, section)
    figure = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    return section.before + figure.rjust(whole.count("0") + len(dot + fraction), "0") + section.after


def _rounded(value: Decimal, section: _Section) -> Decimal:
    places = len(section.digits.partition(".")[2])
    size = WIDE.multiply(value, Decimal(100) ** section.percents)
    return size.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=WIDE)
