"""Messages about engines that recalculate a workbook, and what they say of it."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

VERIFYING: dict[str, Message] = {
    "no-libreoffice": Message(
        Label(
            "这台电脑上没有找到 LibreOffice，无法用它核对公式。",
            "LibreOffice was not found on this computer, so formulas cannot be verified with it.",
        ),
        Label(
            "请安装 LibreOffice（免费，www.libreoffice.org；Linux：apt-get install libreoffice-calc）后再运行，或在命令提示符里改用 --engine ironcalc。"
            "平时使用工作簿不需要它。",
            "Install LibreOffice (free, www.libreoffice.org; on Linux: apt-get install libreoffice-calc) and run again, or use "
            "--engine ironcalc in a command prompt. Everyday use of the workbook does not need it.",
        ),
    ),
    "no-ironcalc": Message(
        Label(
            "OpsBook 用的 Python 里没有装 IronCalc，无法用它核对公式。",
            "IronCalc is not installed in OpsBook's Python, so formulas cannot be verified with it.",
        ),
        Label(
            '请运行 {python} -m pip install "{requirement}"（免费，几 MB），或在命令提示符里改用 --engine libreoffice。平时使用工作簿不需要它。',
            'Run {python} -m pip install "{requirement}" (free, a few MB), or use --engine libreoffice in a command prompt. Everyday use of the '
            "workbook does not need it.",
        ),
    ),
    "no-engine": Message(
        Label(
            "核对公式要用另一个计算引擎，这台电脑上没有找到 LibreOffice，也没有 IronCalc。",
            "Verifying formulas takes another calculation engine, and neither LibreOffice nor IronCalc was found on this computer.",
        ),
        Label(
            '装一样就行：{python} -m pip install "{requirement}"（免费，几 MB），或 LibreOffice（免费，www.libreoffice.org）。'
            "平时使用工作簿不需要它们。",
            'Either will do: {python} -m pip install "{requirement}" (free, a few MB), or LibreOffice (free, '
            "www.libreoffice.org). Everyday use of the workbook needs neither.",
        ),
    ),
    "libreoffice-slow": Message(
        Label(
            "LibreOffice 在 {seconds} 秒内没有算完「{file}」，已停止。",
            "LibreOffice did not finish {file} within {seconds} seconds and was stopped.",
        ),
        Label("请关闭其他占用电脑的程序后重试。", "Close other busy programs and try again."),
    ),
    "libreoffice-failed": Message(
        Label("LibreOffice 打不开「{file}」，没有得到结果。", "LibreOffice could not open {file} and gave no result."),
        Label(
            "请确认它能在 Excel 或 WPS 里正常打开；能打开时，用 LibreOffice 手工打开一次看提示。",
            "Check that it opens in Excel or WPS; if it does, open it once in LibreOffice by hand to see what it says.",
        ),
    ),
    "ironcalc-slow": Message(
        Label(
            "IronCalc 在 {seconds} 秒内没有算完「{file}」，已停止。",
            "IronCalc did not finish {file} within {seconds} seconds and was stopped.",
        ),
        Label("请关闭其他占用电脑的程序后重试。", "Close other busy programs and try again."),
    ),
    "ironcalc-failed": Message(
        Label("IronCalc 算不了「{file}」，没有得到结果。", "IronCalc could not calculate {file} and gave no result."),
        Label(
            "请确认它能在 Excel 或 WPS 里正常打开；能打开时，在命令提示符里改用 --engine libreoffice。",
            "Check that it opens in Excel or WPS; if it does, use --engine libreoffice in a command prompt.",
        ),
    ),
    "verify-line": Message(
        Label(
            "  {sheet}!{cell} 存的是 {cached}，{engine} 算出 {now}：{formula}",
            "  {sheet}!{cell} holds {cached}, {engine} says {now}: {formula}",
        ),
    ),
    "verify-unchecked": Message(
        Label(
            "  {sheet}!{cell} 没有核对，{engine} 不会算这个公式：{formula}",
            "  {sheet}!{cell} was not checked, {engine} does not know how to calculate it: {formula}",
        ),
    ),
    "verify-gap": Message(
        Label(
            "  有 {count} 个公式没有用 {engine} 核对。{reason}。",
            "  Formulas that {engine} did not check: {count}. {reason}.",
        ),
    ),
    "verify-end": Message(
        Label(
            "{engine} 核对了 {formulas} 个公式：OpsBook 的公式 {own} 处不一致，你自己的公式 {users} 处不一致（Excel 打开时会重算）。",
            "Formulas compared with {engine}: {formulas}. Different: {own} of OpsBook's, {users} of yours (Excel recalculates them on "
            "opening).",
        ),
    ),
    "verify-elsewhere": Message(
        Label(
            "没有核对的，装了 {other} 可以在命令提示符里用 --engine {id} 再核对一次。",
            "For those not checked, install {other} and run it again with --engine {id} in a command prompt.",
        ),
    ),
    "working-verify": Message(Label("{engine} 正在重算……", "{engine} is recalculating …")),
}
