"""What can stop OpsBook: 'cannot continue', said in one sentence of the user's language.

Bad data is never an exception: it is a list of `opsbook.model.issues.Issue`.
"""


class OpsbookError(Exception):
    """Cannot continue.

    Args:
        code: stable code of the message in `opsbook.messages`.
        seen: what the message names (file, sheet, cell, value), by placeholder.
    """

    def __init__(self, code: str, **seen: object) -> None:
        super().__init__(code, seen)
        self.code = code
        self.seen = seen


class FileRefusedError(OpsbookError):
    """The file cannot be read or written: missing, locked, read-only, not a workbook."""


class WorkbookBrokenError(OpsbookError):
    """The workbook lacks something OpsBook owns: a table, a header, a defined name."""


class FormulaError(OpsbookError):
    """A formula was asked for something that cannot be a native formula."""


class GoalRefusedError(OpsbookError):
    """A goal cannot be set as asked, because locks or the calendar contradict it."""


class UsageError(OpsbookError):
    """The command's words cannot be carried out."""


class ToolMissingError(OpsbookError):
    """Something outside Python is needed and not there, such as LibreOffice."""


class FunctionRefusedError(OpsbookError):
    """A worksheet function was given something it cannot work with."""


class FigureRefusedError(OpsbookError):
    """An analysis was given a figure it cannot work with, such as a negative count."""


class PlugInError(OpsbookError):
    """An installed package that adds features cannot be loaded, or does not fit together with ours."""
