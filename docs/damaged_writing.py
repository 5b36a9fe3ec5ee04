"""Dates and figures that may be read two ways, or are of no single day."""

from damaged import DAY, Case, case, shop

WRITTEN: tuple[Case, ...] = (
    case(
        "no-single-day",
        "店铺日报.csv",
        shop(DAY, ("2026年第45周", "9", "8")),
        ("一周一行的报表", "a row of a whole week"),
        ("一周的合计拆不回每一天。", "A week's total cannot be split into days again."),
    ),
    case(
        "day-without-year",
        "店铺日报.csv",
        shop(DAY, ("11月10日", "9", "8")),
        ("没写年份的日期", "a date without its year"),
        (
            "导入时按工作簿的年份；`detect` 不看工作簿，只看文件名里的年份。",
            "An import takes the workbook's year; `detect` knows no workbook and looks at the file's name only.",
        ),
    ),
    case(
        "utc-moment",
        "店铺日报.csv",
        shop(DAY, ("2026-11-09T16:00:00Z", "9", "8")),
        ("零时区的时刻", "a moment in UTC"),
        ("北京时间已是第二天零点。", "In Beijing that is midnight of the next day."),
    ),
    case(
        "unclear-number",
        "店铺日报.csv",
        shop(("2026-11-09", "12", "1,200"), ("2026-11-10", "9", "8,5")),
        ("逗号两种用法的一列", "a column with commas of two kinds"),
        ("「8,5」是小数，「1,200」就可能是 1.2。", "Where 8,5 has decimals, 1,200 may be 1.2."),
    ),
)
