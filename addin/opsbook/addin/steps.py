"""Steps of install and uninstall, as records that can be shown before they are taken."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WriteFile:
    """Write a file, with the folders it needs; an existing one is replaced."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class CopyFile:
    """Copy a file; an existing one is replaced."""

    source: str
    path: str


@dataclass(frozen=True, slots=True)
class RemoveFile:
    """Remove a file."""

    path: str


@dataclass(frozen=True, slots=True)
class RemoveFolder:
    """Remove a folder when nothing is left in it."""

    path: str


@dataclass(frozen=True, slots=True)
class SetValue:
    """Write a value of the user's part of the registry."""

    key: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class RemoveKey:
    """Remove a key of the user's part of the registry, with its values."""

    key: str


Step = WriteFile | CopyFile | RemoveFile | RemoveFolder | SetValue | RemoveKey
