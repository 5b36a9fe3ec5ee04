"""Messages about how dates and figures are written: what may be read two ways, and what is no day."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

CELLS: dict[str, Message] = {
    "open-dates": Message(
        Label(
            "「{value}」可能先写月，也可能先写日，文件里没有一格能看出来，没有导入。",
            "{value} may have the month or the day first, and no cell of the file tells which; not imported.",
        ),
        Label(
            "请把日期改成 2026-06-18 这样的写法，或在文件名里写上起止日期（如 2026-06-07_2026-06-09），再导入。",
            "Write dates such as 2026-06-18, or put the first and last day into the file's name (2026-06-07_2026-06-09), and import again.",
        ),
    ),
    "mixed-dates": Message(
        Label(
            "「{value}」先写日，第 {row} 行的「{other}」先写月，一个文件里两种写法，没有导入。",
            "{value} has the day first, {other} in row {row} the month; one file cannot have both, so it was not imported.",
        ),
        Label(
            "请把日期都改成 2026-06-18 这样的写法，再导入。",
            "Write all dates such as 2026-06-18 and import again.",
        ),
    ),
    "day-without-year": Message(
        Label("「{value}」没有写年份，这一行没有导入。", "{value} has no year; the row was not imported."),
        Label(
            "请在文件名里写上年份（如 2026），或把日期改成 2026-06-18 这样的写法。",
            "Put the year into the file's name, or write the date such as 2026-06-18.",
        ),
    ),
    "year-added": Message(
        Label(
            "日期没有写年份，按文件名或工作簿的年份算作 {year} 年。",
            "The dates have no year; they count as {year}, by the file's name or the workbook's year.",
        ),
        Label(
            "年份不对的，请在文件名里写上年份，再导入。",
            "If that is wrong, put the year into the file's name and import again.",
        ),
    ),
    "utc-moment": Message(
        Label(
            "「{value}」是零时区（UTC）的时刻，在店铺当地可能已是第二天，这一行没有导入。",
            "{value} is a moment in UTC and may be the next day where the shop is; the row was not imported.",
        ),
        Label(
            "请在源文件里改成店铺当地的日期，如 2026-06-18。",
            "Write the shop's own day in the file, such as 2026-06-18.",
        ),
    ),
    "no-single-day": Message(
        Label(
            "「{value}」是一段时间（周、月、季、年或起止日期），不是一天，这一行没有导入。",
            "{value} is a period (a week, month, quarter, year or several days), not a day; the row was not imported.",
        ),
        Label("请按天导出，或勾选「分日」。", "Export day by day, or tick daily rows."),
    ),
    "unclear-number": Message(
        Label(
            "「{value}」里的逗号或点，既可能是小数点，也可能是千位分隔；同列（或同文件）两种写法都有，这一格没有导入。",
            "In {value} the comma or point may begin decimals or part thousands, and the column (or file) has both; the cell was not imported.",
        ),
        Label(
            "请在源文件里统一写成 1,234.56 这样的数，再导入。",
            "Write all figures of the file such as 1,234.56 and import again.",
        ),
    ),
}
