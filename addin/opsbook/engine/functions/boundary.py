"""Where worksheet functions meet Excel: answers become cells, failures become a sentence, traces go to the log."""

import functools
import inspect
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Generic, ParamSpec

from opsbook.engine.console.log import note_error
from opsbook.engine.functions.answers import Answers, answers, refusal
from opsbook.engine.functions.for_xlwings import xlwings_record
from opsbook.engine.functions.language import addin_language
from opsbook.engine.functions.messages import FUNCTIONS
from opsbook.engine.messages.analyses import ANALYSES
from opsbook.messages import Voice, Words
from opsbook.model.errors import FunctionRefusedError, OpsbookError
from opsbook.model.records.function import Function

_P = ParamSpec("_P")
_MOST_NOTED = 1000
NO_MORE: Words = {}

_noted: dict[tuple[object, ...], str] = {}


class Guarded(Generic[_P]):
    """A function whose every outcome is cells.

    Args:
        calculate: the function; its arguments are cells, explained in its record and nowhere else.
        function: its record.
        words: sentences beside those that every function may say.
    """

    def __init__(self, calculate: Callable[_P, object], function: Function, words: Words = NO_MORE) -> None:
        functools.update_wrapper(self, calculate)
        self.__doc__ = _documented(calculate.__doc__ or "", function)
        self._calculate = calculate
        self.function, self._words = function, {**ANALYSES, **FUNCTIONS, **words}

    def __call__(self, *args: _P.args, **kwargs: _P.kwargs) -> Answers:
        """Answer with cells, or with one text that starts with #OPS!; only a wrong call from Python raises."""
        try:
            return answers(self._calculate(*args, **kwargs), self._explained)
        except Exception as error:
            if isinstance(error, TypeError) and _calls_deep(error.__traceback__) == 1:
                raise  # too few or too many arguments, which Excel never passes on
            return self._explained(error)

    def _explained(self, error: Exception) -> str:
        return explain(error, self.function.name, self._words)


def _documented(told: str, function: Function) -> str:
    """A docstring with what the record says of the arguments, as Excel shows it."""
    arguments = "".join(f"    {one.name}: {one.help.en}.\n" for one in function.arguments)
    before, returns, after = inspect.cleandoc(told).partition("Returns:")
    return f"{before}Args:\n{arguments}\n{returns}{after}" if arguments else before + returns + after


class ExcelFunction(Guarded[_P]):
    """A guarded function that xlwings offers to Excel."""

    @functools.cached_property
    def __xlfunc__(self) -> dict[str, Any]:
        """What xlwings keeps of a decorated function; only Excel's Python server ever asks."""
        return xlwings_record(self._calculate, self.function)


def offered(
    functions: Iterable[Function], words: Words = NO_MORE
) -> Callable[[Callable[_P, object]], ExcelFunction[_P]]:
    """Say which functions a module offers to Excel.

    Args:
        functions: their records.
        words: sentences they may say beside those that every function may.

    Returns:
        A decorator that makes a function of a record's name callable from Excel and from Python.
    """
    known = {one.name: one for one in functions}

    def worksheet_function(calculate: Callable[_P, object]) -> ExcelFunction[_P]:
        return ExcelFunction(calculate, known[calculate.__name__], words)

    return worksheet_function


def explain(error: Exception, function: str, words: Words) -> str:
    """Say in one line what went wrong, and leave a trace in the log.

    Args:
        error: why there is no answer.
        function: name of the worksheet function.
        words: sentences it may say.

    Returns:
        A text for the cell: what is wrong and what to do; for what nobody foresaw, the id of the log's entry.
    """
    name = _log_id(error)
    if not isinstance(error, OpsbookError):
        error = FunctionRefusedError("function-failed", function=function, kind=type(error).__name__, id=name)
    return refusal(error, Voice(addin_language(), words))


def _log_id(error: Exception) -> str:
    """The id of a failure in the log; one that was noted keeps its id, as a column may fail ten thousand times."""
    places, trace = [], error.__traceback__
    while trace:
        places.append((trace.tb_frame.f_code, trace.tb_lineno))
        trace = trace.tb_next
    key = (type(error), getattr(error, "code", ""), *places)
    if key not in _noted:
        if len(_noted) >= _MOST_NOTED:
            _noted.clear()
        _noted[key] = note_error(error)
    return _noted[key]


def _calls_deep(trace: TracebackType | None) -> int:
    deep = 0
    while trace:
        deep, trace = deep + 1, trace.tb_next
    return deep
