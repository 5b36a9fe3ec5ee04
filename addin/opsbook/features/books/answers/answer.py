"""What every answer in JSON has in common: its strictness, how a problem is told, and how a failure is."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Answer(BaseModel):
    """An answer, or a part of one: a key that is not declared is a mistake of ours."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Problem(Answer):
    """One issue of the data.

    Args:
        code: stable; scripts should go by it.
        level: how much it matters.
        where: the place in words, empty where none is meant.
        message: what is the matter, in the workbook's language.
        hint: what to do, empty where nothing needs doing.
    """

    code: str
    level: Literal["info", "warning", "error"]
    where: str
    message: str
    hint: str


class Failure(Answer):
    """The command could not run; the exit code is 2.

    Args:
        error: stable code; scripts should go by it.
        message: what happened.
        hint: what to do, empty where nothing can be advised.
        log: where the log has more of it.
    """

    error: str
    message: str
    hint: str
    log: str


class Crash(Answer):
    """The program itself failed; the exit code is 2.

    Args:
        error: always the same.
        log: where the log has more of it.
    """

    error: Literal["crash"]
    log: str
