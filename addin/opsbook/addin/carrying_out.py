"""Take the planned steps on this computer."""

import contextlib
import shutil
from functools import singledispatch
from pathlib import Path

from opsbook.addin.doctor.registry import remove_key, set_value
from opsbook.addin.steps import CopyFile, RemoveFile, RemoveFolder, RemoveKey, SetValue, Step, WriteFile
from opsbook.hosts.files.whole_files import write_whole


@singledispatch
def carry_out(step: Step) -> None:
    """Take one step.

    Args:
        step: what to do.

    Raises:
        OSError: the system refuses.
    """
    raise TypeError(step)


@carry_out.register
def _(step: WriteFile) -> None:
    path = Path(step.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, step.content)


@carry_out.register
def _(step: CopyFile) -> None:
    path = Path(step.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(step.source, path)


@carry_out.register
def _(step: RemoveFile) -> None:
    Path(step.path).unlink(missing_ok=True)


@carry_out.register
def _(step: RemoveFolder) -> None:
    with contextlib.suppress(OSError):  # the user keeps something there
        Path(step.path).rmdir()


@carry_out.register
def _(step: SetValue) -> None:
    set_value(step.key, step.name, step.value)


@carry_out.register
def _(step: RemoveKey) -> None:
    remove_key(step.key)
