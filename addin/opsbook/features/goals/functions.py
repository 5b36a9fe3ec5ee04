"""Goals as worksheet functions: a month split over its days, catching up, pace."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from opsbook.engine.functions.boundary import offered
from opsbook.engine.functions.elementwise import each, each_known
from opsbook.engine.functions.figures import figure, is_nothing, one_number, place, refuse_total, spelled
from opsbook.engine.functions.inputs import Cell, Cells, day, flat, is_blank, one_cell, one_month, rows, shown
from opsbook.engine.functions.language import addin_language
from opsbook.engine.functions.tables import by_day, days, table
from opsbook.features.goals.function_help import FUNCTIONS
from opsbook.features.goals.messages import GOALS
from opsbook.features.goals.rules.market import CHINA, read_market
from opsbook.features.goals.rules.progress import DaysGone, amount_left, catch_up, pace, projection
from opsbook.features.goals.rules.split import check, split
from opsbook.features.goals.tables import EVENTS
from opsbook.formulas.coerce import nearly
from opsbook.hosts.excel.error_cells import error_name
from opsbook.model.errors import FunctionRefusedError, GoalRefusedError
from opsbook.model.figures import COUNT, NOT_NEGATIVE, require, require_part
from opsbook.model.language import Label
from opsbook.model.values import ErrorValue, Value, serial

worksheet_function = offered(FUNCTIONS, GOALS)

if TYPE_CHECKING:
    from opsbook.features.goals.rules.own_events import OwnEvents

GMV = Label("支付金额", "GMV")
GOAL = Label("日目标", "goal")
_EVENT_COLUMNS = EVENTS.columns[:5]
_FINE, _HEAVIEST = 1_000_000, 1e12  # weights may have decimals; only their proportion matters


@worksheet_function
def OPS_GOAL_DAYS(
    month_goal: Cells,
    month: Cells,
    history: Cells = None,
    locks: Cells = None,
    events: Cells = None,
    market: Cells = None,
) -> list[list[object]]:
    """Split a month's goal over its days.

    Without a history days are alike but for known events. A blank goal locks no day; a closed day has weight and goal 0.

    Returns:
        One row per day: date, weight (10,000 is the year's average day), goal in whole yuan. Goals add up exactly.

    Raises:
        FunctionRefusedError: shown as text: an argument cannot be read.
        GoalRefusedError: shown as text: locks exceed the goal, or every day is locked at another sum.
    """
    from opsbook.features.goals.rules.weights import fit  # noqa: PLC0415 - its calendars are slow to load

    goal, first = int(one_number("month_goal", month_goal, COUNT)), one_month("month", month)
    month_days = list(_days(first))
    fixed = _locks(locks, first)
    weights = fit(by_day("history", history, GMV), first.year, _events(events), _market(market)).days
    parts, fixed_parts = [weights[one] for one in month_days], [fixed.get(one) for one in month_days]
    problem = check(goal, parts, fixed_parts)
    if problem:
        raise GoalRefusedError(problem, period=f"{first:%Y-%m}", locks=sum(fixed.values()), total=goal)
    return [list(line) for line in zip(month_days, parts, split(goal, parts, fixed_parts), strict=True)]


def _days(first: date) -> Iterator[date]:
    return (one for one in (first + timedelta(offset) for offset in range(31)) if one.month == first.month)


def _locks(cells: Cells, first: date) -> dict[date, int]:
    fixed = {}
    for row, one, cell in days("locks", cells, GOAL):
        if one.replace(day=1) != first:
            raise FunctionRefusedError("function-lock-outside", argument="locks", day=one, month=f"{first:%Y-%m}")
        amount = _lock(cell, row, 2)
        if amount is not None:
            fixed[one] = amount
    return fixed


def _lock(cell: Cell, row: int, column: int) -> int | None:
    """A manual goal; only a blank cell is none."""
    if is_nothing(cell):
        return None
    value = spelled(cell)
    if value is None:
        raise FunctionRefusedError("function-no-lock", where=place("locks", row, column), seen=shown(cell))
    require("locks", value, COUNT, Label("locks", "locks"))
    return int(value)


def _market(cells: Cells) -> str:
    """The market that is meant: China where nothing is said."""
    cell = one_cell("market", cells)
    found = CHINA if is_blank(cell) else read_market(cell)
    if found is None:
        raise FunctionRefusedError("no-such-market", seen=shown(cell))
    return found


def _events(cells: Cells) -> "OwnEvents":
    from opsbook.features.goals.rules.own_events import read_own_events  # noqa: PLC0415 - its calendars are slow to load

    columns = tuple(column.label for column in _EVENT_COLUMNS)
    records = [_event(*line) for line in table("events", cells, columns)]
    read = read_own_events(records, "", 1, addin_language())
    for issue in read.issues:
        raise FunctionRefusedError(issue.code, **issue.seen)
    return read


def _event(row: int, line: tuple[Cell, ...]) -> dict[str, Value]:
    *said, lift = line
    cells = {column.id: _plain(cell) for column, cell in zip(_EVENT_COLUMNS, said, strict=False)}
    return {**cells, _EVENT_COLUMNS[-1].id: figure(lift, "events", row, len(line))}


def _plain(cell: Cell) -> Value:
    """A cell as the workbook's own tables hold it: days as numbers, blanks as nothing."""
    if is_blank(cell):
        return None
    if isinstance(cell, date):
        return serial(cell)
    if error := error_name(cell):
        return ErrorValue(error)
    written = day(cell) if isinstance(cell, str) else None
    return serial(written) if written else cell


@worksheet_function
def OPS_CATCHUP(month_goal: Cells, actual: Cells, weights: Cells, locks: Cells = None) -> list[list[object]]:
    """Split what is left of a month over its remaining days.

    Only the weights' proportion matters; a day of weight 0 is without business.

    Returns:
        One goal per remaining day in whole yuan, in the shape of the weights; 0 once the month's goal is reached, "" where the
        weight is blank.

    Raises:
        FunctionRefusedError: shown as text: an argument cannot be read, or no day is left for what is missing.
    """
    goal, earned = int(one_number("month_goal", month_goal, COUNT)), one_number("actual", actual)
    shape, parts = rows(weights), _each_day("weights", weights, _weight)
    given = [None] * len(parts) if all(map(is_blank, flat(locks))) else _each_day("locks", locks, _lock)
    if len(given) != len(parts):
        sizes = tuple(f"{len(block)}×{len(block[0])}" for block in (shape, rows(locks)))
        raise FunctionRefusedError("function-sizes-differ", sizes=sizes)
    left = amount_left(goal, earned, sum(lock or 0 for lock in given))
    if left and not any(weight for weight, lock in zip(parts, given, strict=True) if lock is None):
        raise FunctionRefusedError("function-none-left", left=f"{left:,}")
    days_goals = catch_up(goal, earned, [weight or 0 for weight in parts], given)
    goals = iter(_or_closed(*one) for one in zip(days_goals, parts, given, strict=True))
    return [[next(goals) for _ in row] for row in shape]


def _each_day(argument: str, cells: Cells, read: Callable[[Cell, int, int], int | None]) -> list[int | None]:
    """What stands in the cells of a range, one per day."""
    block = rows(cells)
    for at, row in enumerate(block, 1):
        refuse_total(argument, at, row)
    return [read(cell, at, beside) for at, row in enumerate(block, 1) for beside, cell in enumerate(row, 1)]


def _weight(cell: Cell, row: int, column: int) -> int | None:
    if is_nothing(cell):
        return None
    value = spelled(cell)
    if value is None or not (value == 0 or 1 / _FINE <= value <= _HEAVIEST):
        raise FunctionRefusedError("function-no-weight", where=place("weights", row, column), seen=shown(cell))
    return round(value * _FINE)


def _or_closed(goal: int | None, weight: int | None, lock: int | None) -> int | None:
    """A day's goal; 0 for a day without business, none where nothing is said of the day."""
    if lock is not None or weight:
        return goal
    return None if weight is None else 0


@worksheet_function
def OPS_PACE(actual: Cells, goal_to_date: Cells) -> object:
    """Say how far the month is along its goal.

    Returns:
        1 is on plan, 0.9 ten percent behind; "" where a figure is missing or the goal is 0.
    """
    return each_known(pace, {"actual": actual, "goal_to_date": goal_to_date})


@worksheet_function
def OPS_PROJECTION(
    actual: Cells,
    weight_elapsed: Cells,
    weight_month: Cells,
    days_elapsed: Cells = None,
    days_month: Cells = None,
    days_empty: Cells = None,
) -> object:
    """Project where the month ends.

    With the number of days the run rate is mixed in, as the workbook's own forecast does; without them weights alone tell.

    Returns:
        Yuan at the month's end if it goes on as so far; "" where a figure is missing or no day is complete.

    Raises:
        FigureRefusedError: shown as text: a weight or number of days is negative, or the days over weigh, or are, more than
            the month.
    """
    given = {"actual": actual, "weight_elapsed": weight_elapsed, "weight_month": weight_month}
    days = {"days_elapsed": days_elapsed, "days_month": days_month, "days_empty": days_empty}
    return each(_month_end, {**given, **days})


def _month_end(earned: float | None, elapsed: float | None, whole: float | None, *days: float | None) -> float | None:
    """Never less than what is sold already: the days over are a part of the month."""
    over, month, empty = days
    if earned is None or elapsed is None or whole is None or (over is None) is not (month is None):
        return None
    _require_parts(("weight_elapsed", elapsed), ("weight_month", whole))
    _require_parts(("days_empty", empty), ("days_elapsed", over), ("days_month", month))
    gone = DaysGone(over, month, empty or 0) if over is not None and month is not None else None
    return projection(earned, min(elapsed, whole), whole, gone)


def _require_parts(*figures: tuple[str, float | None]) -> None:
    """Each figure is a part of the next; sums of weights differ by a hair from the whole they make."""
    for name, value in figures:
        require(name, value, NOT_NEGATIVE)
    for (part, value), (whole, limit) in pairwise(figures):
        if value is None or limit is None or not nearly(value, limit):
            require_part(part, value, whole, limit)
