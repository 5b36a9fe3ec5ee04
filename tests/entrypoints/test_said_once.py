"""What a person reads: each problem once, however many files share it."""

import json

import pytest

from opsbook.model.issues import Issue, Level, Where
from support import inbox
from support.house import Console
from support.house import tell as describe
from support.house import together_in as together


def _issue(file, code="password", row=0, **seen):
    return Issue(code, Level.ERROR, Where(file, row=row), seen)


@pytest.mark.parametrize(
    ("issues", "places"),
    [
        pytest.param([], [], id="none"),
        pytest.param([_issue("a"), _issue("b")], ["a、b"], id="two-files"),
        pytest.param([_issue("a"), _issue("a")], ["a"], id="one-file-twice"),
        pytest.param([_issue(name) for name in "abc"], ["a、b、c"], id="three-files"),
        pytest.param([_issue(name) for name in "abcd"], ["a、b、c 等 4 个文件"], id="four-files"),
        pytest.param([_issue("a"), _issue("b", "empty-zip"), _issue("c")], ["a、c", "b"], id="at-the-first-ones-place"),
        pytest.param([_issue("a", found="x"), _issue("b", found="y")], ["a", "b"], id="other-things-seen"),
        pytest.param([_issue("a", row=1), _issue("b", row=2)], ["a", "b"], id="other-rows"),
        pytest.param([_issue(""), _issue("")], ["", ""], id="problems-of-no-file-are-left-alone"),
    ],
)
def test_a_problem_of_several_files_is_said_once(issues, places):
    """Equal but for the file: one sentence that names up to three files and counts them all."""
    assert [issue.where.file for issue in together(issues, "zh")] == places


def test_the_files_are_listed_in_the_answers_language():
    """English lists and counts as English does."""
    (three,), (four,) = (together([_issue(name) for name in names], "en") for names in ("abc", "abcd"))
    assert describe(three, "en").startswith("a, b, c: ")
    assert describe(four, "en").startswith("a, b, c and others (4 files): ")


def test_the_limit_counts_sentences(capsys):
    """A problem shared by fifty files leaves room for others; scripts are told where the rest is."""
    shared, own = [_issue(f"{n}.csv") for n in range(50)], [_issue("x.csv", row=row) for row in range(1, 42)]
    Console("zh").issues([*shared, *own])
    lines = capsys.readouterr().err.splitlines()
    assert "等 50 个文件" in lines[0]
    assert (len(lines), lines[-1].startswith("……另有 2 条")) == (41, True)


def test_another_shops_files_are_one_sentence(book, run, tmp_path):
    """Two files of another shop: two problems, two records, one sentence."""
    for day in ("2026-03-18", "2026-03-19"):
        inbox.shop(tmp_path / "in", {day: {"访客数": 1, "支付金额": 2}}, of="别家的店", name=day)
    answer = run("import", book, tmp_path / "in")
    assert (answer.code, answer.err.count("别家的店")) == (1, 1)
    assert "2 个问题" in answer.out
    assert len(json.loads(run("import", book, tmp_path / "in", "--json").out)["issues"]) == 2
