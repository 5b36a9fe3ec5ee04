"""Messages about formulas that somebody replaced, and figures that nobody worked out anew."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


REPLACED: dict[str, Message] = {
    "formula-overwritten": _said(
        "这一格原是公式，现在是「{found}」。",
        "This cell held a formula and now holds {found}.",
        "想恢复请运行 opsbook check --repair（先自动备份）。",
        "To restore it: opsbook check --repair (a backup is made first).",
    ),
    "figures-fixed": _said(
        "「{column}」这 {count} 格原是公式，现在是固定的数，从「{found}」起；以后不会再更新。",
        "{column}: {count} cells that were formulas hold fixed values, the first {found}; they do not follow the facts any more.",
        "要公式回来，请运行 opsbook check --repair（先自动备份）。",
        "To bring the formulas back, run opsbook check --repair (a backup is made first).",
    ),
    "stale-figures": _said(
        "有 {count} 格公式存的数是旧的或没有（别的程序另存过）：Excel 打开会重算，手机预览和别的程序看到的不对。",
        "Formula cells whose stored figures are old or missing, because another program saved the workbook: {count}. Excel calculates "
        "them anew, previews and other programs show them as they are.",
        "请运行 opsbook refresh，所有的数会重新算好存好。",
        "Run opsbook refresh: every figure is worked out and stored anew.",
    ),
    "bars-plain": _said(
        "有 {count} 个数据条只剩一半样式（别的程序另存过）：Excel 会画成渐变色，而且 0 也有一截。数没有变。",
        "Data bars that lost half of their look, because another program saved the workbook: {count}. Excel draws them as a gradient, and 0 "
        "with a stub. No figure changed.",
        "想恢复请运行 opsbook check --repair（先自动备份）。",
        "To restore them: opsbook check --repair (a backup is made first).",
    ),
    "fixed-figures": _said(
        "注意：有 {count} 格公式被换成了固定的数（{sheets}），它们不再更新，下面的数可能是旧的。",
        "Careful: {count} formula cells hold fixed values ({sheets}). They do not follow the facts any more: figures below may be old.",
        "请运行 opsbook check --repair {file} 把公式放回去（先自动备份）。",
        "Run opsbook check --repair {file} to put the formulas back (a backup is made first).",
    ),
    "formulas-differ": _said(
        "这 {count} 格公式和现在的 OpsBook 不同，如「{found}」。",
        "Formulas other than those OpsBook writes today: {count}; the first is {found}.",
        "是你自己改的就不用管；工作簿也可能由旧版 OpsBook 生成，运行 opsbook check --repair 会写入现在的公式（先自动备份）。",
        "If you changed them, all is well. The workbook may also come from an older OpsBook: opsbook check --repair writes "
        "today's formulas (a backup is made first).",
    ),
}
