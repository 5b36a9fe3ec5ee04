"""What a button asks and tells: dialogs of Excel on Windows, of the system on a Mac."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import xlwings as xw

from opsbook.model.language import Label, Lang

TITLE = "OpsBook"
EXPORTS = ("xls", "xlsx", "csv", "zip")
EXPORT_FILES = Label("导出文件", "Exports")
FOLDER_PICKER = 4  # msoFileDialogFolderPicker
AS_TEXT = 2  # what Application.InputBox calls a text

Osascript = Callable[[Sequence[str]], str | None]


class Dialogs(Protocol):
    """Questions to the person at the keyboard; None or nothing means that the dialog was closed."""

    def choose_files(self, prompt: str) -> Sequence[Path]:
        """Exports to import."""

    def choose_folder(self, prompt: str, start: Path) -> Path | None:
        """A folder, looking from `start` on."""

    def ask_text(self, prompt: str, default: str) -> str | None:
        """A line of text."""

    def confirm(self, prompt: str) -> bool:
        """Yes or no."""

    def tell(self, text: str) -> None:
        """Say something that has to be closed."""


class ExcelDialogs:
    """Excel's own dialogs, on Windows.

    Args:
        app: Excel.
        lang: language of what they say by themselves.
    """

    def __init__(self, app: xw.App, lang: Lang) -> None:
        self._app, self._lang = app, lang

    def choose_files(self, prompt: str) -> Sequence[Path]:
        """Exports to import; see `Dialogs`."""
        patterns = ";".join(f"*.{suffix}" for suffix in EXPORTS)
        kinds = f"{EXPORT_FILES[self._lang]} ({patterns}),{patterns}"
        chosen = self._app.api.GetOpenFilename(FileFilter=kinds, Title=prompt, MultiSelect=True)
        return [Path(file) for file in chosen] if chosen else []

    def choose_folder(self, prompt: str, start: Path) -> Path | None:
        """A folder; see `Dialogs`."""
        dialog = self._app.api.FileDialog(FOLDER_PICKER)
        dialog.Title, dialog.InitialFileName = prompt, f"{start}{os.sep}"
        return Path(dialog.SelectedItems(1)) if dialog.Show() else None

    def ask_text(self, prompt: str, default: str) -> str | None:
        """A line of text; see `Dialogs`."""
        answer = self._app.api.InputBox(Prompt=prompt, Title=TITLE, Default=default, Type=AS_TEXT)
        return None if answer is False else str(answer)

    def confirm(self, prompt: str) -> bool:
        """Yes or no; see `Dialogs`."""
        return bool(self._app.alert(prompt, TITLE, buttons="yes_no") == "yes")

    def tell(self, text: str) -> None:
        """Say something; see `Dialogs`."""
        self._app.alert(text, TITLE, mode="info")


class MacDialogs:
    """The system's dialogs on a Mac, where Excel's own cannot be reached.

    Args:
        app: Excel.
        ask: runs a script of lines; None when the dialog was closed.
    """

    def __init__(self, app: xw.App, ask: Osascript) -> None:
        self._app, self._ask = app, ask

    def choose_files(self, prompt: str) -> Sequence[Path]:
        """Exports to import; see `Dialogs`."""
        answer = self._ask(
            (
                f"set chosen to choose file with prompt {_quoted(prompt)} with multiple selections allowed",
                'set said to ""',
                "repeat with one in chosen",
                "set said to said & POSIX path of one & linefeed",
                "end repeat",
                "return said",
            )
        )
        return [Path(line) for line in (answer or "").splitlines() if line]

    def choose_folder(self, prompt: str, start: Path) -> Path | None:
        """A folder; see `Dialogs`."""
        place = f"default location POSIX file {_quoted(str(start))}"
        answer = self._ask((f"return POSIX path of (choose folder with prompt {_quoted(prompt)} {place})",))
        return Path(answer) if answer else None

    def ask_text(self, prompt: str, default: str) -> str | None:
        """A line of text; see `Dialogs`."""
        title = f"default answer {_quoted(default)} with title {_quoted(TITLE)}"
        return self._ask((f"return text returned of (display dialog {_quoted(prompt)} {title})",))

    def confirm(self, prompt: str) -> bool:
        """Yes or no; see `Dialogs`."""
        return bool(self._app.alert(prompt, TITLE, buttons="yes_no") == "yes")

    def tell(self, text: str) -> None:
        """Say something; see `Dialogs`."""
        self._app.alert(text, TITLE, mode="info")


def _quoted(text: str) -> str:
    """A text as AppleScript reads it."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", '" & linefeed & "')
    return f'"{plain}"'


def osascript(lines: Sequence[str]) -> str | None:
    """Run AppleScript; None when the person closed its dialog."""
    import subprocess  # noqa: PLC0415 - a Mac only

    words = [word for line in lines for word in ("-e", line)]
    done = subprocess.run(["/usr/bin/osascript", *words], capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.rstrip("\n") if done.returncode == 0 else None
