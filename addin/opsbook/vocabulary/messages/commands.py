"""Messages about commands."""

from opsbook.vocabulary.language import Label
from opsbook.vocabulary.messages.record import Message

COMMANDS: dict[str, Message] = {
    "no-libreoffice": Message(
        Label(
            "这台电脑上没有找到 LibreOffice，无法核对公式。",
            "LibreOffice was not found on this computer, so formulas cannot be verified.",
        ),
        Label(
            "请安装 LibreOffice（免费，www.libreoffice.org；Linux：apt-get install libreoffice-calc）后再运行。平时使用工作簿不需要它。",
            "Install LibreOffice (free, www.libreoffice.org; on Linux: apt-get install libreoffice-calc) and run again. "
            "Everyday use of the workbook does not need it.",
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
}
