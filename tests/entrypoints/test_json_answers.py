"""What commands answer in JSON is declared, key by key."""

import json

import pytest
from pydantic import ValidationError

from frozen.record import HERE
from support.answers import answer_of, command_of
from support.house import ANSWERS, COMMAND

RECORDED = [part.splitlines() for part in (HERE / "json.txt").read_text(encoding="utf-8").split("$ opsbook ")[1:]]
TYPED = [lines[0] for lines in RECORDED]
REFRESHED = {
    "book": "a.xlsx",
    "day": "2026-11-12",
    "kept": 0,
    "has_data": True,
    "last_with_data": "2026-11-12",
    "missing_days": [],
}


def _answered(lines):
    (text,) = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
    return text


def test_every_command_has_its_answers():
    """A new command declares what it answers."""
    assert set(ANSWERS) == set(COMMAND)


@pytest.mark.parametrize("lines", RECORDED, ids=TYPED)
def test_a_recorded_answer_is_as_declared(lines):
    """Every key, and nothing but numbers where a number is declared."""
    answer_of(lines[0].split(), _answered(lines))


@pytest.mark.parametrize("lines", RECORDED, ids=TYPED)
def test_a_key_nobody_declared_is_found(lines):
    """One key more than declared, and the answer is refused; a schema is any object."""
    more = {**json.loads(_answered(lines)), "surprise": 1}
    if "$schema" not in more:
        with pytest.raises(ValidationError):
            answer_of(lines[0].split(), json.dumps(more))


@pytest.mark.parametrize(
    ("changed", "good"),
    [
        ({}, True),
        ({"kept": 2}, True),
        ({"kept": "2"}, False),
        ({"kept": 2.5}, False),
        ({"has_data": 1}, False),
        ({"day": None}, False),
    ],
)
def test_values_are_of_their_kind(changed, good):
    """No number in a text, no text for nothing."""
    text = json.dumps(REFRESHED | changed)
    if good:
        assert command_of(["refresh", "a.xlsx"]) == "refresh"
        assert answer_of(["refresh", "a.xlsx"], text).model_dump() == REFRESHED | changed
    else:
        with pytest.raises(ValidationError):
            answer_of(["refresh", "a.xlsx"], text)


def test_the_demo_answers_as_declared(demo_folder):
    """A command that runs too long to be recorded."""
    answer_of(["demo"], (demo_folder("zh").parent / "answer.json").read_text("utf-8"))


def test_verify_answers_as_declared(verified, engine):
    """The same."""
    answer_of(["verify"], json.dumps(verified("zh", engine.id)))
