"""Frozen records with slots, for modules that every command loads.

They are what `@dataclass(frozen=True, slots=True)` makes, and `dataclasses.replace`, `fields` and `asdict` take them. But the
standard library writes and compiles six functions for each class when its module is loaded: for the hundred records of a
daily run a tenth of its whole time, and as much again to load itself. Here equality, hash and text are shared by all
records, and the one function that has to be written, `__init__`, is written for those of which more than a few are made.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, NoReturn, Protocol, TypeVar, dataclass_transform, overload

T = TypeVar("T")
_FEW = 12  # records that are filled slowly in the time it takes to write and compile their `__init__`


class Made:
    """A default that is made anew for each record.

    Args:
        make: makes it.
    """

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def field(*, default_factory: Callable[[], T]) -> T:
    """A default that must not be shared, such as an empty list."""
    made: Any = Made(default_factory)
    return made  # type: ignore[no-any-return]


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T], /) -> type[T]: ...
@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(*, frozen: bool = True, eq: bool = True) -> Callable[[type[T]], type[T]]: ...
def record(cls: type[T] | None = None, /, *, frozen: bool = True, eq: bool = True) -> Any:
    """Make a class of annotated names a record.

    Args:
        cls: the class.
        frozen: whether its values stay as they are.
        eq: whether records of equal values are equal; else each equals itself only.
    """
    if cls is None:
        return lambda one: _made(one, frozen=frozen, eq=eq)
    return _made(cls, frozen=frozen, eq=eq)


def replace(one: T, /, **changes: object) -> T:
    """The same record with other values."""
    names: tuple[str, ...] = type(one).__match_args__  # type: ignore[attr-defined]
    return type(one)(**{name: getattr(one, name) for name in names} | changes)


def _made(cls: type[T], *, frozen: bool, eq: bool) -> type[T]:
    names = tuple(cls.__annotations__)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    space = {name: value for name, value in cls.__dict__.items() if name not in {*names, "__dict__", "__weakref__"}}
    added: dict[str, object] = {
        "__slots__": names,
        "__match_args__": names,
        "__dataclass_fields__": _Fields(defaults),
        "__init__": _first_init(defaults),
        "__repr__": _repr,
        "__reduce__": _reduce,
    }
    if eq:
        added |= {"_values_": staticmethod(_values_of(names)), "__eq__": _eq, "__hash__": _hash if frozen else None}
    if frozen:
        added |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
    made: type[T] = type(cls)(cls.__name__, cls.__bases__, added | space)  # type: ignore[misc]
    return made


def _values_of(names: tuple[str, ...]) -> Callable[[object], object]:
    return attrgetter(*names) if names else lambda _: ()


def _first_init(defaults: Mapping[str, object]) -> Callable[..., None]:
    """An `__init__` that fills the slots of the first records one by one, and writes the real one when more are made."""
    made = 0

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807 - it becomes that method
        nonlocal made
        made += 1
        cls = next(one for one in type(self).__mro__ if one.__dict__.get("__init__") is __init__)
        values = _arguments(cls, defaults, given, named)
        if made > _FEW or values is None:  # what does not fit is refused in the words of every function
            cls.__init__ = init = _written(cls, defaults)  # type: ignore[misc]
            init(self, *given, **named)
            return
        for name, value in values.items():
            cls.__dict__[name].__set__(self, value)

    return __init__


def _arguments(
    cls: type, defaults: Mapping[str, object], given: tuple[object, ...], named: Mapping[str, object]
) -> dict[str, object] | None:
    """The value of every slot; None where what was given does not fit."""
    names: tuple[str, ...] = cls.__match_args__  # type: ignore[attr-defined]
    values = {**dict(zip(names, given, strict=False)), **named}
    left = [name for name in names if name not in values]
    if (
        len(values) != len(given) + len(named)
        or len(values) + len(left) != len(names)
        or not defaults.keys() >= {*left}
    ):
        return None
    for name in left:
        default = defaults[name]
        values[name] = default.make() if isinstance(default, Made) else default
    return values


def _written(cls: type, defaults: Mapping[str, object]) -> Callable[..., None]:
    """`__init__` of a record: each argument goes into its slot."""
    names: tuple[str, ...] = cls.__match_args__  # type: ignore[attr-defined]
    space: dict[str, Any] = {"Made": Made}
    arguments, lines = ["self"], ["    pass"]
    for name in names:
        space[f"set_{name}"] = cls.__dict__[name].__set__
        space[f"default_{name}"] = default = defaults.get(name)
        arguments.append(f"{name}=default_{name}" if name in defaults else name)
        value = f"default_{name}.make() if {name} is default_{name} else {name}" if isinstance(default, Made) else name
        lines.append(f"    set_{name}(self, {value})")
    exec(f"def __init__({', '.join(arguments)}):\n" + "\n".join(lines), space)  # noqa: S102 - of names this class declares
    init: Callable[..., None] = space["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


class _Fields:
    """What the standard library asks of its own records, put together when it asks."""

    __slots__ = ("_defaults", "_known")

    def __init__(self, defaults: Mapping[str, object]) -> None:
        self._defaults = defaults
        self._known: object = None

    def __get__(self, _: object, owner: type) -> object:
        if self._known is None:
            import dataclasses  # noqa: PLC0415 - what this module spares every command

            described = []
            for name in owner.__match_args__:  # type: ignore[attr-defined]
                default = self._defaults.get(name, dataclasses.MISSING)
                given = {"default_factory": default.make} if isinstance(default, Made) else {"default": default}
                described.append((name, Any, dataclasses.field(**given)))
            twin = dataclasses.make_dataclass(owner.__name__, described, kw_only=True)
            self._known = {one.name: one for one in dataclasses.fields(twin)}
        return self._known


class _Record(Protocol):
    """What every record has."""

    __match_args__: tuple[str, ...]
    _values_: Callable[[object], object]


def _eq(one: _Record, other: object) -> bool:
    return one._values_(one) == one._values_(other) if type(other) is type(one) else NotImplemented


def _hash(one: _Record) -> int:
    return hash(one._values_(one))


def _repr(one: _Record) -> str:
    inside = ", ".join(f"{name}={getattr(one, name)!r}" for name in one.__match_args__)
    return f"{type(one).__qualname__}({inside})"


def _reduce(one: _Record) -> tuple[type, tuple[object, ...]]:
    return type(one), tuple(getattr(one, name) for name in one.__match_args__)


def _refuse_to_set(one: object, name: str, value: object) -> NoReturn:
    del one, value
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - what this module spares every command

    message = f"cannot assign to field {name!r}"
    raise FrozenInstanceError(message)


def _refuse_to_delete(one: object, name: str) -> NoReturn:
    del one
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - what this module spares every command

    message = f"cannot delete field {name!r}"
    raise FrozenInstanceError(message)
