"""What is asked of the program to see that it still answers the same: command lines, by what they show.

`{dir}` is an empty folder with a file that is no workbook, `{book}` a new book, `{demo}` the demo book, `{inbox}` its exports.
Every line starts from fresh copies.
"""

NEW = ("new", "{dir}/n.xlsx", "--shop", "示例店", "--year", "2026")
LOG = ("peers", "log", "{demo}", "--shop", "云朵家居旗舰店", "--date", "2026-11-12")

# Exit 2, nothing changed: a sentence, what to do, a log id.
REFUSALS: dict[str, tuple[str, ...]] = {
    "a word is missing": ("import", "b.xlsx"),
    "an option is missing": ("new", "b.xlsx"),
    "everything is missing": ("refresh",),
    "one of two is missing": ("goal", "b.xlsx", "100"),
    "two that exclude each other": ("goal", "b.xlsx", "--year", "2026", "--month", "2026-01", "1"),
    "an unknown option": ("daily", "b.xlsx", "in", "--foo", "x"),
    "a word too many": ("refresh", "b.xlsx", "c.xlsx"),
    "an unknown command": ("nonsense",),
    "a verb is missing": ("peers", "add"),
    "an unknown verb": ("peers", "watch"),
    "an unknown language": ("demo", "--lang", "fr"),
    "a year in words": ("new", "b.xlsx", "--shop", "x", "--year", "soon"),
    "an option without its value": ("refresh", "b.xlsx", "--date"),
    "a value nobody takes": ("refresh", "b.xlsx", "--quiet=1"),
    "import, no book": ("import", "{dir}/no.xlsx", "{dir}"),
    "import, no path": ("import", "{book}", "{dir}/nowhere"),
    "import into another file": ("import", "{dir}/plain.xlsx", "{dir}"),
    "import, swapped": ("import", "{dir}", "{book}"),
    "import, a mapping of nothing": ("import", "{book}", "{dir}", "--map", "列"),
    "import, an unknown table": ("import", "{book}", "{dir}", "--map", "列=访客数", "--table", "没有"),
    "refresh a folder": ("refresh", "{dir}"),
    "refresh, no such day": ("refresh", "{book}", "--date", "2026-02-30"),
    "refresh, a day outside": ("refresh", "{book}", "--date", "2024-12-31"),
    "daily, swapped": ("daily", "{dir}", "{book}"),
    "daily, no inbox": ("daily", "{book}", "{dir}/nowhere"),
    "goal in words": ("goal", "{book}", "--year", "2026", "很多"),
    "goal with cents": ("goal", "{book}", "--year", "2026", "100.5"),
    "goal below zero": ("goal", "{book}", "--year", "2026", "--", "-5"),
    "goal with commas anywhere": ("goal", "{book}", "--year", "2026", "1,2,3"),
    "goal too large": ("goal", "{book}", "--year", "2026", "10001亿"),
    "goal of another year": ("goal", "{book}", "--year", "2025", "100"),
    "goal of month 13": ("goal", "{book}", "--month", "2026-13", "100"),
    "goal of a month outside": ("goal", "{book}", "--month", "2027-01", "100"),
    "check, no book": ("check", "{dir}/no.xlsx"),
    "verify, no book": ("verify", "{dir}/no.xlsx"),
    "detect, no path": ("detect", "{dir}/nowhere"),
    "history, an unknown table": ("history", "{book}", "--table", "没有"),
    "history, no such day": ("history", "{book}", "--from", "2026-02-30"),
    "history, an unknown ending": ("history", "{book}", "-o", "{dir}/all.doc"),
    "new over a book": ("new", "{book}", *NEW[2:]),
    "new, no template": (*NEW, "--template", "{dir}/no.xlsx"),
    "new from another file": (*NEW, "--template", "{dir}/plain.xlsx"),
    "new, year too early": (*NEW[:-1], "1999"),
    "new, blank shop": (*NEW[:3], "  ", "--year", "2026"),
    "new, no folder": ("new", "{dir}/no/n.xlsx", *NEW[2:]),
    "new, another ending": ("new", "{dir}/n.doc", *NEW[2:]),
    "new from a book of another shop": (*NEW, "--from", "{demo}"),
    "peers add, an unknown role": ("peers", "add", "{book}", "某店", "--role", "没有"),
    "peers log, no item id": ("peers", "log", "{book}", "--shop", "某店", "--item", "很多"),
    "peers log, no such day": ("peers", "log", "{book}", "--shop", "某店", "--item", "1", "--date", "2026-02-30"),
    "peers log, no price": (*LOG, "--item", "601", "--price", "很多"),
    "peers report, no such day": ("peers", "report", "{demo}", "--since", "2026-02-30"),
    "schema, an unknown name": ("schema", "没有"),
    "demo over a demo": ("demo", "{dir}/demo"),
}

# What scripts and people are answered.
ANSWERS: dict[str, tuple[str, ...]] = {
    "new": NEW,
    "detect the inbox": ("detect", "{inbox}"),
    "import the inbox": ("import", "{book}", "{inbox}", "--shop-alias", "云上居家旗舰店"),
    "import the inbox again": ("import", "{demo}", "{inbox}"),
    "try an import": ("import", "{book}", "{inbox}", "--dry-run"),
    "daily": ("daily", "{demo}", "{inbox}"),
    "refresh": ("refresh", "{demo}"),
    "refresh another day": ("refresh", "{demo}", "--date", "2026-10-31"),
    "goal of the year": ("goal", "{demo}", "--year", "2026", "4200万"),
    "goal of a month": ("goal", "{demo}", "--month", "2026-12", "3800000"),
    "weights of a month": ("goal", "{demo}", "--month", "2026-12", "3800000", "--refit"),
    "history": ("history", "{demo}"),
    "history of a table": ("history", "{demo}", "--table", "ItemDay", "--from", "2026-11-01", "--to", "2026-11-05"),
    "check": ("check", "{demo}"),
    "check a new book": ("check", "{book}"),
    "repair": ("check", "{demo}", "--repair"),
    "watch a shop": ("peers", "add", "{demo}", "新开的店", "--since", "2026-11-01", "--note", "刚开"),
    "log an item": (*LOG, "--item", "601234567890", "--price", "88", "--sales", "1.2万", "--title", "加厚四件套"),
    "peers report": ("peers", "report", "{demo}"),
    "peers report of a month": ("peers", "report", "{demo}", "--since", "2026-10-12"),
    "schemas": ("schema",),
    "schema of a row": ("schema", "events"),
    "schema of an answer": ("schema", "answer-check"),
    "next year's book": ("new", "{dir}/next.xlsx", "--shop", "小棉袄家居店", "--year", "2027", "--from", "{demo}"),
}

HELP = tuple(
    (*words.split(), "--help")
    for words in (
        *("", "demo", "new", "import", "refresh", "daily", "goal", "history", "detect", "check", "verify", "build"),
        *("schema", "addin", "peers", "peers add", "peers log", "peers import", "peers report"),
    )
)
