"""One row of the Events table as it may be typed: a name, a first day, and what may be left blank."""

from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from opsbook.model.values import LAST_SERIAL, Value, is_number

LONGEST_DAYS = 366
_SPAN = "event-bad-span"
_CODES = {"event": "event-no-name", "start": "event-bad-date", "end": "event-bad-date", "lift": "event-bad-lift"}


def cell_text(value: Value) -> str:
    """A cell as text; 618 typed as a number is the name 618.

    >>> cell_text(618.0), cell_text(None)
    ('618', '')
    """
    return "" if value is None else f"{value:.10g}" if is_number(value) else str(value)


Text = Annotated[str, BeforeValidator(cell_text)]
Day = Annotated[float, Strict(), Field(ge=1, le=LAST_SERIAL)]


class EventRow(BaseModel):
    """One row; blank cells are left out of it.

    Args:
        event: name of the promotion.
        phase: name of the phase.
        start: first day, a serial number.
        end: last day, a serial number; without it the event lasts one day.
        lift: times an ordinary day.
        note: whatever the operator wrote beside it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    event: Text
    phase: Text = ""
    start: Day
    end: Day | None = None
    lift: Annotated[float, Strict(), Field(gt=0)] | None = None
    note: Text = ""

    @field_validator("end")
    @classmethod
    def _ends_in_time(cls, end: float | None, info: ValidationInfo) -> float | None:
        """An event ends on or after its first day, and within a year."""
        start = info.data.get("start")
        if end is not None and start is not None and not 0 <= int(end) - int(start) < LONGEST_DAYS:
            raise PydanticCustomError(_SPAN, "span")
        return end


def first_wrong(refused: ValidationError) -> tuple[str, str]:
    """The first cell of a row that was refused.

    Args:
        refused: what the model said of the row.

    Returns:
        Column id and message code.
    """
    first = refused.errors(include_url=False, include_context=False, include_input=False)[0]
    column = str(first["loc"][0])
    return column, _SPAN if first["type"] == _SPAN else _CODES[column]
