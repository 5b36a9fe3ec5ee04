"""Results as Excel takes them: numbers, texts, truth values and moments, and nothing else."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from numbers import Real

from opsbook.messages import Voice, describe
from opsbook.model.errors import OpsbookError

Answer = float | str | bool | datetime
Explain = Callable[[Exception], str]
Answers = Answer | list[Answer] | list[list[Answer]]

REFUSED = "#OPS! "
UNKNOWN = ""


def answer(result: object, explain: Explain) -> Answer:
    """Turn one result into what a cell can hold.

    Args:
        result: a number, text, truth value, day or moment; None, NaN and infinity are unknown; an exception is why
            this cell alone has no answer.
        explain: says an exception in one line.

    Returns:
        float, str, bool or datetime; "" for what is unknown.

    Raises:
        TypeError: it is nothing a cell can hold.
    """
    if result is None:
        return UNKNOWN
    if isinstance(result, str | bool | datetime):
        return result
    if isinstance(result, date):
        return datetime.combine(result, time())
    if isinstance(result, Real | Decimal):
        number = float(result)
        return number if isfinite(number) else UNKNOWN
    if isinstance(result, Exception):
        return explain(result)
    raise TypeError(type(result).__name__)


def answers(result: object, explain: Explain) -> Answers:
    """Turn a result into cells of the same shape: one value, a row of values, or rows of values."""
    if type(result) is float and isfinite(result):  # most answers
        return result
    if not isinstance(result, list | tuple):
        return answer(result, explain)
    if result and isinstance(result[0], list | tuple):
        return [
            [one if type(one) is float and isfinite(one) else answer(one, explain) for one in row] for row in result
        ]
    return [answer(one, explain) for one in result]


def refusal(problem: OpsbookError, voice: Voice) -> str:
    """What a cell shows instead of an answer: what is wrong and what to do, in one line."""
    seen = {name: f"{one:.10g}" if isinstance(one, float) else one for name, one in problem.seen.items()}
    return REFUSED + describe(OpsbookError(problem.code, **seen), voice.lang, voice.words)
