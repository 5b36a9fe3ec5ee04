"""Records, beside what the standard library makes of the same class."""

import copy
import dataclasses
import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.vocabulary.records import field, record, replace

VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=3))


@record
class Sale:
    """One sale."""

    item: object
    price: object = 5
    tags: list[str] = field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class Twin:
    """The same, made by the standard library."""

    item: object
    price: object = 5
    tags: list[str] = dataclasses.field(default_factory=list)


@record
class Pair:
    """Two values that can be hashed."""

    one: object
    other: object = None


@record
class Nothing:
    """A record without values."""


@record(frozen=False)
class Counter:
    """A record that changes."""

    count: int = 0


@record(eq=False)
class Only:
    """A record that is like itself only."""

    count: int = 0


@given(VALUES, VALUES)
def test_a_record_says_and_holds_what_a_dataclass_does(item, price):
    """Text, values and defaults are the standard library's."""
    assert repr(Sale(item, price=price)) == repr(Twin(item, price=price)).replace("Twin", "Sale")
    assert dataclasses.asdict(Sale(item, price)) == dataclasses.asdict(Twin(item, price))
    assert Sale(item).price == Twin(item).price


@given(VALUES, VALUES, VALUES, VALUES)
def test_records_of_equal_values_are_equal(one, other, third, fourth):
    """Equality and hash go by the values, all of them."""
    left, right = Pair(one, other), Pair(third, fourth)
    assert (left == right) == ((one, other) == (third, fourth))
    assert left != right or hash(left) == hash(right)


def test_records_of_different_classes_are_never_equal():
    """A twin of equal values is something else."""
    assert Pair(1, None) != Only(1)
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert Only(1) != Only(1)


def test_a_frozen_record_stays_as_it_is():
    """Nothing can be set or deleted, and what is not declared does not exist."""
    sale = Sale("a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'price'"):
        sale.price = 6
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'price'"):
        del sale.price
    assert not hasattr(sale, "__dict__")


def test_a_record_that_is_not_frozen_changes():
    """Counting needs no new record; such a record is no key."""
    counter = Counter()
    counter.count += 1
    assert counter == Counter(1)
    with pytest.raises(TypeError):
        hash(counter)
    with pytest.raises(AttributeError):
        counter.other = 1


def test_a_default_that_is_made_is_not_shared():
    """Each record has a list of its own."""
    assert Sale("a").tags == []
    assert Sale("a").tags is not Sale("a").tags


@pytest.mark.parametrize("swap", [replace, dataclasses.replace], ids=["ours", "the standard library's"])
def test_a_record_with_other_values_is_a_new_one(swap):
    """Both ways of replacing values take a record."""
    sale = Sale("a", 1, ["x"])
    assert swap(sale, price=2) == Sale("a", 2, ["x"])
    assert sale == Sale("a", 1, ["x"])
    with pytest.raises(TypeError):
        swap(sale, cost=2)


def test_the_standard_library_knows_the_fields():
    """Names, in order, with their defaults."""
    known = dataclasses.fields(Sale)
    assert [(one.name, one.default) for one in known[:2]] == [("item", dataclasses.MISSING), ("price", 5)]
    assert known[2].default_factory is list


@pytest.mark.parametrize("arguments", [(), (1, 2, 3, 4)], ids=["none", "too many"])
def test_arguments_are_counted(arguments):
    """A record is made with the values it declares."""
    with pytest.raises(TypeError, match=r"__init__"):
        Sale(*arguments)


def test_the_first_records_of_a_class_are_made_like_all_others():
    """However many were made before: by place, by name, with defaults of their own, and a wrong word is refused."""
    fresh = record(
        type("Fresh", (), {"__annotations__": Sale.__annotations__, "price": 5, "tags": field(default_factory=list)})
    )
    for number in range(30):
        one = fresh(number) if number % 3 else fresh(price=5, item=number)
        assert (one.item, one.price, one.tags) == (number, 5, [])
        one.tags.append(number)
        for wrong in ({"cost": 1}, {"item": 1}):
            with pytest.raises(TypeError, match=next(iter(wrong))):
                fresh(number, **wrong)


def test_a_record_travels():
    """Copies and pickles are equal to what they came from."""
    pair = Pair("a", (1, 2))
    assert copy.copy(pair) == copy.deepcopy(pair) == pickle.loads(pickle.dumps(pair)) == pair  # noqa: S301


def test_a_record_is_matched_by_place():
    """Patterns take values apart as they take a dataclass apart."""
    match Pair(1, 2):
        case Pair(one, other):
            assert (one, other) == (1, 2)


def test_a_morning_loads_no_dataclasses():
    """What `opsbook daily` imports before it begins makes its records without the standard library's machinery."""
    code = "import sys, opsbook.entrypoints.cli, opsbook.entrypoints.books; print('dataclasses' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)})  # fmt: skip
    assert done.stdout.strip() == "False"
