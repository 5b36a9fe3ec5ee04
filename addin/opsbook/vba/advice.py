"""What the add-in's VBA says where Python does not answer: in both languages, as VBA knows no language of its own."""

from collections.abc import Iterable

from opsbook.vba.source import literal

UNREACHABLE = (
    "连不上 Python，或 Python 出错了，按钮和函数现在用不了。",
    "请打开「命令提示符」，运行 opsbook addin doctor：它会说明原因和修法。",
    "Python could not be reached, or failed: buttons and functions do not work now. ",
    "Run  opsbook addin doctor  in a command prompt: it names the cause and the cure.",
)
IN_CELL = (
    "#OPS! Python 没有回答：请在命令提示符里运行 opsbook addin doctor",
    " / Python did not answer: run opsbook addin doctor in a command prompt",
)
PROTECTED_VIEW = (
    "当前窗口是「受保护的视图」。请先点上方的「启用编辑」，再按一次按钮。",
    "This window is a Protected View. Click Enable Editing above, then press the button again.",
)
STARTS_AGAIN = (
    "登录时启动的 Python 正在重新启动，请等几秒再用。若还是没有反应，请注销 Windows 再登录。",
    "The Python that was started at login starts again: wait some seconds. If nothing answers, log off Windows and on.",
)
LONGEST_REASON = 300  # a message box shows 1,024 characters in all


def advice(name: str, lines: Iterable[str], *, apart: str = " & vbLf", end: str = "") -> tuple[str, ...]:
    """Write a private VBA function that tells the words.

    Args:
        name: the function's name.
        lines: the words; each becomes a line of the source, as VBA takes no long ones.
        apart: VBA that parts two lines of the words.
        end: VBA that follows the words; the function is then told what the system said as `reason`.
    """
    told = [*(f"{literal(line)}{apart}" for line in lines), *([end] if end else [])]
    return (
        f"Private Function {name}({'reason As String' if end else ''}) As String",
        *(f"    {name} = {name} & {part}" for part in told),
        "End Function",
    )
