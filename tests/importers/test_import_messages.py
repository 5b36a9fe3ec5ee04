"""Every problem of an import has words in both languages."""

import re
from pathlib import Path

import pytest

import opsbook
from opsbook.exports.messages.imports import IMPORTS
from opsbook.exports.reading.raw import RawTable
from opsbook.model.language import LANGS
from support.house import read_sheet as parse
from support.house import tell as describe

PACKAGE = Path(opsbook.__file__).parent
SOURCES = [
    *PACKAGE.glob("exports/*/*.py"),
]


@pytest.mark.parametrize("code", sorted(IMPORTS))
def test_a_code_is_used(code):
    """No message of the catalog is about something that cannot happen."""
    assert any(f'"{code}"' in source.read_text(encoding="utf-8") for source in SOURCES)


@pytest.mark.parametrize("code", sorted(IMPORTS))
def test_both_languages_name_the_same_things(code):
    """The Chinese and the English of a message fill in the same placeholders."""
    message = IMPORTS[code]
    zh, en = (set(re.findall(r"{(\w+)}", message.text[lang] + message.hint[lang])) for lang in LANGS)
    assert zh == en


@pytest.mark.parametrize("lang", LANGS)
def test_the_issues_of_a_bad_sheet_can_be_read_aloud(lang):
    """Place, problem and next step come out with everything filled in."""
    rows = (
        ("统计日期", "访客数", "支付金额", "神秘", "联系电话", "支付买家人数"),
        ("2026-06-16", "abc", "-5", "", "", ""),
        ("不是", "1", "1", "", "", ""),
        ("--", "1", "1", "", "", ""),
        ("2026-06-01 ~ 2026-06-30", "1", "1", "", "", ""),
        ("2026-06-17", "1", "1", "", "", ""),
        ("2026-06-17", "2", "1", "", "", ""),
    )
    parsed = parse(RawTable("店铺.csv", "", rows))
    lines = [describe(issue, lang) for issue in parsed.issues]
    assert [issue.code for issue in parsed.issues] == [
        *("renamed-column", "unknown-columns", "personal-columns", "bad-number", "out-of-range"),
        *("bad-date", "blank-date", "not-daily", "rows-share-key"),
    ]
    assert all(line.startswith("店铺.csv") and "{" not in line for line in lines)


@pytest.mark.parametrize("lang", LANGS)
def test_the_answer_for_a_renamed_column_can_be_copied(lang):
    """A header with brackets would be a mistake to a shell: the option stands in quotes."""
    head = ("统计日期", "访客数", "支付金额", "停留时长(秒)")
    parsed = parse(RawTable("店铺.csv", "", (head, ("2026-06-16", "1", "1", "1")), None))
    (said,) = [describe(issue, lang) for issue in parsed.issues if issue.code == "renamed-column"]
    assert '--map "停留时长(秒)=平均停留时长"' in said
