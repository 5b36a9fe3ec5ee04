"""Why the system refused a file is said in the user's language, never in the system's English."""

import errno
import re

import pytest

from opsbook.model.errors import FileRefusedError
from opsbook.model.reasons import REASONS, why
from support.house import say


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        pytest.param(errno.EISDIR, "文件夹", "folder", id="a-folder"),
        pytest.param(errno.ENOSPC, "空间", "space", id="a-full-disk"),
        pytest.param(errno.EACCES, "权限", "permission", id="no-permission"),
        pytest.param(errno.EROFS, "只读", "read-only", id="read-only"),
        pytest.param(errno.EIO, "读写出错", "failed", id="a-failing-disk"),
        pytest.param(errno.ENOTDIR, "不是文件夹", "not a folder", id="a-file-in-the-path"),
    ],
)
def test_a_common_reason_is_told_in_both_languages(number, zh, en):
    """The reason is known by its number, whatever words the system has for it."""
    reason = why(OSError(number, "words of the system"))
    assert zh in reason.zh
    assert en in reason.en


@pytest.mark.parametrize("problem", [OSError(errno.ECHILD, "No child processes"), OSError("odd"), OSError()], ids=str)
def test_an_unknown_reason_is_named_by_its_code(problem):
    """A reason outside the table is still a sentence, with a code to search for and none of the system's words."""
    name = "ECHILD" if problem.errno else "OSError"
    assert why(problem).zh == f"系统报告错误 {name}"
    assert why(problem).en == f"the system reports {name}"


def test_every_reason_is_chinese_in_chinese():
    """No Latin words in the Chinese column, no Chinese ones in the English."""
    assert [
        name for name, reason in REASONS.items() if re.search("[A-Za-z]", reason.zh) or not reason.en.isascii()
    ] == []


def test_a_message_says_the_reason_in_its_own_language():
    """What was seen may be a text of two languages; also one of several."""
    error = FileRefusedError("book-unreadable", file="书.xlsx", reason=why(IsADirectoryError(errno.EISDIR, "")))
    assert "文件夹" in say(error.code, "zh", error.seen)
    assert "folder" in say(error.code, "en", error.seen)
    both = {**error.seen, "reason": (REASONS["EIO"], "x")}
    assert "磁盘读写出错、x" in say(error.code, "zh", both)
    assert "writing, x" in say(error.code, "en", both)
