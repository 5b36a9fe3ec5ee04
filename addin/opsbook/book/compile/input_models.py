"""Pydantic models of what people type into cells, made from what the plan wants of each cell.

Pydantic's sentences are never shown: only the kind of a refusal is read, and it becomes the code of one of our messages.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from math import isfinite
from typing import Annotated, Any, Literal, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    create_model,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from opsbook.book.compile.input_rule import InputRule
from opsbook.model.schema import Table
from opsbook.model.values import ErrorValue, Value

Wrong = tuple[int, str, str]  # index of the row, column id, message code

# `Any`, for Excel may hold half of a character that takes two, and pydantic refuses such a text.
_ANYTHING = Annotated[Any, WithJsonSchema({"type": ["string", "number", "boolean"]})]
_BLANK, _ERROR = "cell-blank", "cell-error"


def input_model(title: str, cells: Mapping[str, InputRule]) -> type[BaseModel]:
    """Make the model of a table's row, or of a sheet's named cells.

    Args:
        title: what the model is called.
        cells: what each cell must hold, by column id or defined name.

    Returns:
        A model that refuses what is not among the cells; one that may be blank may also be left out.
    """
    fields: dict[str, Any] = {
        name: (_cell_type(rule), Field(... if rule.needed else None, title=rule.label)) for name, rule in cells.items()
    }
    return create_model(title, __config__=ConfigDict(extra="forbid", frozen=True), **fields)


def wrong_names(names: Mapping[str, InputRule], held: Mapping[str, Value]) -> dict[str, str]:
    """Find named cells that do not hold what they must.

    Args:
        names: what the cells of a sheet must hold.
        held: their values; a lost name is left out and reported elsewhere.

    Returns:
        Message code by name.
    """
    model = input_model("names", {name: names[name] for name in held})
    return {str(name): _code(kind, names[str(name)]) for (name,), kind in _refusals(TypeAdapter(model), held)}


def wrong_cells(
    table: Table, columns: Mapping[str, InputRule], known: Mapping[str, Sequence[Value]]
) -> Iterator[Wrong]:
    """Find cells of a table that do not hold what they must; a row without anything in it is a placeholder.

    Args:
        table: the table; one whose rows are typed is checked row by row, longer ones column by column.
        columns: what the cells of each input column must hold.
        known: body cells by column id; a lost column is left out and reported elsewhere.
    """
    inputs = {column: rule for column, rule in columns.items() if column in known}
    search = _by_row if table.typed else _by_column
    yield from search(table.name, inputs, known)


def wrong_value(rule: InputRule, value: Value) -> str:
    """Name what is wrong with a value, as a message code; empty when it counts.

    >>> count = InputRule("visitors", number=True, least=0, most=1e13)
    >>> [wrong_value(count, value) for value in (None, 0, "abc", -1)]
    ['', '', 'cell-no-number', 'cell-out-of-range']
    """
    return next((_code(kind, rule) for _, kind in _refusals(_one(rule), value)), "")


def _by_row(table: str, inputs: Mapping[str, InputRule], known: Mapping[str, Sequence[Value]]) -> Iterator[Wrong]:
    rows = zip(*(known[column] for column in inputs), strict=True)
    filled = {at: dict(zip(inputs, row, strict=True)) for at, row in enumerate(rows) if not set(row) <= {None, ""}}
    places = list(filled)
    for (at, column), kind in _refusals(_list_of(input_model(table, inputs)), list(filled.values())):
        yield places[int(at)], str(column), _code(kind, inputs[str(column)])


def _by_column(_: str, inputs: Mapping[str, InputRule], known: Mapping[str, Sequence[Value]]) -> Iterator[Wrong]:
    for column, rule in inputs.items():
        if not rule.plainly_fits(known[column]):
            for (at,), kind in _refusals(_many(rule), known[column]):
                if kind != _BLANK or any(known[one][int(at)] not in {None, ""} for one in inputs):
                    yield int(at), column, _code(kind, rule)


def _refusals(model: TypeAdapter[Any], value: object) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Where a model refuses a value, and the kind of each refusal."""
    try:
        model.validate_python(value)
    except ValidationError as refused:
        for one in refused.errors(include_url=False, include_context=False, include_input=False):
            yield one["loc"], one["type"]


@cache
def _one(rule: InputRule) -> TypeAdapter[Any]:
    return TypeAdapter(_cell_type(rule))


@cache
def _many(rule: InputRule) -> TypeAdapter[Any]:
    return _list_of(_cell_type(rule))


def _list_of(kind: object) -> TypeAdapter[Any]:
    return TypeAdapter(cast("Any", list)[kind])


@cache
def _cell_type(rule: InputRule) -> Any:  # noqa: ANN401 - what pydantic reads as a type is made here
    """The type of one cell."""
    kind = _kind(rule)
    return Annotated[kind if rule.needed else kind | None, BeforeValidator(partial(_met, rule))]


def _kind(rule: InputRule) -> Any:  # noqa: ANN401 - as above
    if rule.choices:
        return cast("Any", Literal)[rule.choices]
    if not rule.number and not rule.day:
        return _ANYTHING
    least, most = (bound if isfinite(bound) else None for bound in (rule.least, rule.most))
    number = Annotated[float, Strict(), Field(ge=least, le=most)]
    whole = Field(json_schema_extra={"type": "integer"})
    return Annotated[number, AfterValidator(_whole), whole] if rule.whole else number


def _met(rule: InputRule, value: Value) -> Value:
    """A cell's value on its way into the model: blank texts are blank, and words count without case, as in formulas."""
    if value is None or value == "":
        if rule.needed:
            raise PydanticCustomError(_BLANK, "blank")
        return None
    if isinstance(value, ErrorValue):
        raise PydanticCustomError(_ERROR, "error")
    if not rule.choices:
        return value
    if isinstance(value, bool):  # Python takes True for 1
        raise PydanticKnownError("literal_error", {"expected": ""})
    return _spelled(rule.choices).get(_plain(value), value)


@cache
def _spelled(choices: tuple[Value, ...]) -> Mapping[Value, Value]:
    return {_plain(choice): choice for choice in choices}


def _plain(value: Value) -> Value:
    return value.lower() if isinstance(value, str) else value


def _whole(value: float) -> float:
    if not value.is_integer():
        raise PydanticKnownError("int_from_float")
    return value


def _code(kind: str, rule: InputRule) -> str:
    """The message of a refusal: of one kind, days, shares and counts have different ones."""
    if kind in {_BLANK, _ERROR}:
        return kind
    if rule.choices:
        return "cell-no-choice" if rule.lists_choices else "cell-unknown"
    if rule.day:
        return "cell-no-day"
    if kind == "float_type":
        return "cell-no-number"
    if rule.share:
        return "cell-no-share"
    return "cell-not-whole" if rule.whole else "cell-out-of-range"
