"""Answers of the command `addin`."""

from typing import Literal

from opsbook.features.books.answers.answer import Answer, Problem


class FileStep(Answer):
    """A file or folder that is written or removed.

    Args:
        step: what is done.
        file: its path.
    """

    step: Literal["addin-write", "addin-remove"]
    file: str


class CopyStep(Answer):
    """A file that is copied.

    Args:
        step: what is done.
        source: path of the original.
        file: path of the copy.
    """

    step: Literal["addin-copy"]
    source: str
    file: str


class SetStep(Answer):
    """A value of the registry that is set.

    Args:
        step: what is done.
        key: its key.
        name: its name.
        value: what it becomes.
    """

    step: Literal["addin-set"]
    key: str
    name: str
    value: str


class UnsetStep(Answer):
    """A key of the registry that is removed.

    Args:
        step: what is done.
        key: its name.
    """

    step: Literal["addin-unset"]
    key: str


class Installed(Answer):
    """The add-in was installed or removed.

    Args:
        steps: what that takes.
        findings: what is in the way, or worth knowing.
        taken: whether the steps were taken.
    """

    steps: list[FileStep | CopyStep | SetStep | UnsetStep]
    findings: list[Problem]
    taken: bool


class Examined(Answer):
    """The add-in was examined.

    Args:
        findings: what is the matter with it.
    """

    findings: list[Problem]
