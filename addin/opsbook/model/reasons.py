"""Why the system refused a file, in the user's language: Windows, macOS and Linux say it in English or in code."""

import errno

from opsbook.model.language import Label

_NO_RIGHT = Label("没有权限，或文件正被其他程序占用", "permission denied, or another program holds it")
_FULL = Label("磁盘空间不够", "no space left on the disk")
_BUSY = Label("正被其他程序占用", "another program holds it")
_OFFLINE = Label("网络盘或移动盘连不上", "the network or removable drive cannot be reached")
_CROWDED = Label("电脑同时打开的文件太多", "too many files are open")

# By the error's own name: its number differs from system to system.
REASONS: dict[str, Label] = {
    "EACCES": _NO_RIGHT,
    "EPERM": _NO_RIGHT,
    "EROFS": Label("磁盘是只读的", "the disk is read-only"),
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EFBIG": Label("文件太大，这个磁盘放不下", "the file is too large for this disk"),
    "ENOENT": Label("文件或文件夹不存在", "there is no such file or folder"),
    "EEXIST": Label("已经有同名的文件或文件夹", "a file or folder of that name exists already"),
    "EISDIR": Label("这是文件夹，不是文件", "this is a folder, not a file"),
    "ENOTDIR": Label("路径中间有一段是文件，不是文件夹", "a part of the path is a file, not a folder"),
    "ENOTEMPTY": Label("文件夹不是空的", "the folder is not empty"),
    "ENAMETOOLONG": Label("路径或文件名太长", "the path or name is too long"),
    "EINVAL": Label("路径或文件名里有不允许的字符", "the path or name holds a character that is not allowed"),
    "EILSEQ": Label("路径或文件名里有不允许的字符", "the path or name holds a character that is not allowed"),
    "ELOOP": Label("快捷链接绕成了圈", "links lead in a circle"),
    "EBUSY": _BUSY,
    "ETXTBSY": _BUSY,
    "EMFILE": _CROWDED,
    "ENFILE": _CROWDED,
    "ENOMEM": Label("电脑内存不够", "the computer is out of memory"),
    "EIO": Label("磁盘读写出错", "the disk failed while reading or writing"),
    "ENODEV": _OFFLINE,
    "ENXIO": _OFFLINE,
    "ESTALE": _OFFLINE,
    "ETIMEDOUT": _OFFLINE,
    "EHOSTDOWN": _OFFLINE,
    "EHOSTUNREACH": _OFFLINE,
    "ENETDOWN": _OFFLINE,
    "ENETUNREACH": _OFFLINE,
}


def why(problem: OSError) -> Label:
    """Say why the system refused a file.

    Args:
        problem: what the system raised.

    Returns:
        The reason in both languages; one that is not in the table is named by its code.

    >>> why(IsADirectoryError(errno.EISDIR, "Is a directory")).zh
    '这是文件夹，不是文件'
    """
    name = errno.errorcode.get(problem.errno or 0, "")
    unknown = name or type(problem).__name__
    return REASONS.get(name) or Label(f"系统报告错误 {unknown}", f"the system reports {unknown}")
