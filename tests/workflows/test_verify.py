"""`opsbook verify` with every engine: wrong values are found, the user's formulas are told apart, silence is no verdict."""

import contextlib
import io
import json
import re
import sys
from dataclasses import replace

import pytest

from opsbook.cli.main import main
from opsbook.hosts.office import ironcalc_engine, soffice
from opsbook.hosts.office.engines import ENGINES
from opsbook.hosts.office.ironcalc_engine import find_ironcalc
from opsbook.model.language import LANGS
from opsbook.ooxml.book import BookXml
from opsbook.ooxml.sheet.cell import show
from support.answers import answer_of
from support.house import verify

OWN_CELLS = {  # the user's, beside the tables of Settings: formula, what it shows
    (60, 40): ("SUM(1,2)", 3.0),
    (61, 40): ("SUM(1,2)+1", 5.0),
    (62, 40): ("OPS_CVR(30,1200)", 0.025),
    (63, 40): ("AN62*2", 0.05),
    (64, 40): ("IFERROR(AN62,0)+1", 1.025),
}


@pytest.fixture(scope="module")
def spoiled(demo_folder, tmp_path_factory):
    """A demo book with one wrong value of ours and some formulas of a user's: right, wrong, and of a function of the add-in."""
    path = tmp_path_factory.mktemp("spoiled") / "book.xlsx"
    demo = demo_folder("zh") / "OpsBook-demo.xlsx"
    book = BookXml(demo.read_bytes(), demo.name)
    sheet, row, column = book.cell_named("card_gmv")
    sheet.put(row, column, show(sheet.raw(row, column), 1.0))
    book.write_formula(*book.cell_named("year_goal"), "OPS_NET_GMV(50000000,9000000)", 41000000.0)
    for (row, column), (formula, shown) in OWN_CELLS.items():
        book.write_formula(book.sheet("设置"), row, column, formula, shown)
    path.write_bytes(book.to_bytes())
    return path


def test_both_kinds_of_wrong_values_are_found(spoiled, engine):
    """Ours by its cell, the user's apart; a function nobody knows is neither, and the goals that depend on it are right."""
    said = verify(spoiled, engine=engine)
    assert [(one.sheet, one.cell, one.cached, one.now) for one in said.own] == [
        ("今日看板", "C11", 1, pytest.approx(101824.72))
    ]
    assert [(one.cell, one.now) for one in said.users] == [("AN61", 4)]
    assert {(one.cell, one.formula) for one in said.users_unchecked} == {
        ("B4", "OPS_NET_GMV(50000000,9000000)"),
        ("AN62", "OPS_CVR(30,1200)"),
        ("AN63", "AN62*2"),
    }
    assert {one.gap for one in said.own_unchecked} <= set(engine.gaps)


def lines(ran):
    return [line.strip() for line in ran.out.splitlines()]


FORMULA = 'INDEX(CalcMetric[当日],MATCH("gmv",CalcMetric[键],0))'


@pytest.fixture(scope="module")
def answer(spoiled, engine):
    """What verify answers scripts, with its exit code."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        code = main(["verify", str(spoiled), "--engine", engine.id, "--json"])
    return code, answer_of(["verify"], out.getvalue()).model_dump()


def test_scripts_are_told_every_cell(answer, engine):
    """What differs and for whom, and what was not checked; a wrong value of ours is exit 1."""
    code, said = answer
    (one,) = said["engines"]
    gaps = [cell for cell in said["cells"] if cell["ours"] and cell["verdict"] == "unchecked"]
    assert (code, one["engine"], one["differences"], one["users"]) == (1, engine.id, 1, 1)
    assert one["unchecked"] == said["unchecked"] == len(gaps) + 3
    assert one["formulas"] == said["formulas"] - said["unchecked"] > 5000
    assert (said["differences"], said["users"]) == (1, 1)
    assert said["cells"][0] == {
        "cell": "今日看板!C11",
        "engine": engine.id,
        "verdict": "differs",
        "formula": FORMULA,
        "shown": 1,
        "calculated": pytest.approx(101824.72),
        "ours": True,
    }
    assert gaps == []  # both calculate every formula of ours


def test_people_are_told_every_cell(spoiled, answer, engine, run):
    """The same in words, with what to do about cells that were not checked."""
    ran, (one,) = run("verify", spoiled, "--engine", engine.id), answer[1]["engines"]
    name, other = engine.name, next(find() for id_, find in ENGINES.items() if id_ != engine.id)
    told = [line for line in lines(ran) if "没有用" not in line]
    assert told == [
        f"今日看板!C11 存的是 1，{name} 算出 101824.72：{FORMULA}",
        f"设置!AN61 存的是 5，{name} 算出 4：SUM(1,2)+1",
        f"目标分解!B4 没有核对，{name} 不会算这个公式：OPS_NET_GMV(50000000,9000000)",
        f"设置!AN62 没有核对，{name} 不会算这个公式：OPS_CVR(30,1200)",
        f"设置!AN63 没有核对，{name} 不会算这个公式：AN62*2",
        f"{name} 核对了 {one['formulas']} 个公式：OpsBook 的公式 1 处不一致，你自己的公式 1 处不一致（Excel 打开时会重算）。",
        f"没有核对的，装了 {other.name} 可以在命令提示符里用 --engine {other.id} 再核对一次。",
    ]
    gaps = [re.match(rf"有 (\d+) 个公式没有用 {name} 核对。", line) for line in lines(ran) if line not in told]
    assert sum(int(found[1]) for found in gaps) == one["unchecked"] - 3


@pytest.mark.libreoffice
@pytest.mark.ironcalc
def test_both_engines_are_heard(spoiled, run):
    """Each has its lines; a cell that both name counts once, and only what neither checked is unchecked."""
    ran = run("verify", spoiled, "--engine", "both")
    assert ran.code == 1
    assert [line.split(" ", 1)[0] for line in lines(ran) if "核对了" in line] == ["LibreOffice", "IronCalc"]
    assert "再核对一次" not in ran.out
    said = json.loads(run("verify", spoiled, "--engine", "both", "--json").out)
    libreoffice, ironcalc = said["engines"]
    assert (said["differences"], said["users"], said["unchecked"]) == (1, 1, 3)
    assert (libreoffice["unchecked"], ironcalc["unchecked"]) == (3, 3)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("words", "code"),
    [((), "no-engine"), (("--engine", "both"), "no-libreoffice"), (("--engine", "ironcalc"), "no-ironcalc")],
)
def test_without_an_engine_it_is_said_what_to_install(lang, words, code, new_file, run, monkeypatch):
    """Exit 2, in the book's language, with the line to type."""
    monkeypatch.setattr(soffice.find_soffice, "__defaults__", ((), ()))
    monkeypatch.setattr(ironcalc_engine, "find_spec", {}.get)
    ran = run("verify", new_file(lang), *words, "--json")
    said = json.loads(ran.out)
    assert (ran.code, said["error"]) == (2, code)
    wanted = {"no-engine": [sys.executable, "www.libreoffice.org"], "no-ironcalc": [sys.executable]}
    assert all(word in said["hint"] for word in wanted.get(code, ["www.libreoffice.org"]))
    assert (f'-m pip install "{ironcalc_engine.REQUIREMENT}"' in said["hint"]) == (code != "no-libreoffice")


@pytest.mark.ironcalc
@pytest.mark.parametrize("lang", LANGS)
def test_our_formulas_need_no_exceptions(lang, demo_folder):
    """On the demo book IronCalc agrees with every formula of ours without the list of what it calculates otherwise."""
    engine = find_ironcalc()
    said = verify(demo_folder(lang) / "OpsBook-demo.xlsx", engine=replace(engine, gaps=()))
    assert said.formulas > 5000
    assert said.own == said.own_unchecked == said.users == ()
