"""Nothing the operator made is ever lost, through whole commands on a book a team has made its own."""

import shutil

import pytest
from openpyxl import load_workbook

from opsbook.cli.main import main
from opsbook.hosts.files.host import FilesHost
from support import inbox
from support.books import SHOP, wrong_codes
from support.facts import cell, day_number, row
from support.house import open_book
from support.ooxml import assert_valid
from support.packages import edit, parts, write
from support.team_book import DAILY, NOTE, OWN_SHEET, print_team_template, sort_rows, table_parts

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")

DAYS = ("2026-03-16", "2026-03-17", "2026-03-18")
LAST = "2026-03-19"
NOTES = {DAYS[0]: "补货", DAYS[1]: "=不是公式", DAYS[2]: "活动价"}
CHANNELS = {
    "淘内免费/手淘搜索": {"访客数": 500, "下单金额": 1, "支付金额": 900},
    "付费推广/智能场景": {"访客数": 80, "下单金额": 1, "支付金额": 90},
}


@pytest.fixture(scope="module")
def team_file(tmp_path_factory):
    """A team's book: three days of figures, notes beside rows, both tables sorted by hand."""
    folder = tmp_path_factory.mktemp("team")
    template, book = print_team_template(folder / "team.xlsx"), folder / "book.xlsx"
    assert main(["new", str(book), "--shop", SHOP, "--year", "2026", "--template", str(template), "--quiet"]) == 0
    inbox.shop(folder / "in", {day: {"访客数": 100 + at, "支付金额": 3000} for at, day in enumerate(DAYS)})
    for day in DAYS:
        inbox.sources(folder / "in", day, CHANNELS, name=f"来源{day}")
    assert main(["import", str(book), str(folder / "in"), "--quiet"]) == 0
    _write_notes(FilesHost(book))
    places = table_parts(book)
    sort_rows(book, *places["ShopDay"], list(reversed(range(730))))
    sort_rows(book, *places["SourceDay"], [5, 0, 3, 1, 4, 2])
    return book


def _write_notes(host):
    host.upsert_rows("ShopDay", ["日期"], [{"日期": day_number(day), NOTE: note} for day, note in NOTES.items()])
    keys = ["日期", "一级来源", "二级来源", "三级来源"]
    host.upsert_rows(
        "SourceDay",
        keys,
        [{**dict(zip(keys, (day_number(DAYS[1]), "淘内免费", "手淘搜索", "汇总"), strict=True)), NOTE: "词要换"}],
    )
    host.save()


@pytest.fixture(scope="module")
def morning(team_file, tmp_path_factory):
    """The same book a morning later: an old day corrected, a new day, its sources, another day shown."""
    folder = tmp_path_factory.mktemp("morning")
    book = shutil.copy(team_file, folder / "book.xlsx")
    days = {DAYS[1]: {"访客数": 120, "支付金额": 3300}, LAST: {"访客数": 90, "支付金额": 2900}}
    inbox.shop(folder / "in", days, made="2026-04-02")
    inbox.sources(folder / "in", LAST, CHANNELS)
    assert main(["import", str(book), str(folder / "in"), "--quiet"]) == 0
    assert main(["refresh", str(book), "--date", LAST, "--quiet"]) == 0
    return book


def test_everything_that_is_not_ours_keeps_its_bytes(team_file, morning):
    """Charts, pictures, comments, drawings, styles, the team's sheet: import and refresh change none of their parts."""
    before, after = parts(team_file), parts(morning)
    assert list(after) == list(before)
    changed = {name for name in after if after[name] != before[name]}
    owned = {part for place in table_parts(team_file).values() for part in place}
    assert changed <= owned | {"xl/workbook.xml", "docProps/custom.xml", _sheet_part(team_file, "今日看板")}
    assert table_parts(team_file)["ShopDay"][0] in changed
    assert _sheet_part(team_file, OWN_SHEET) not in changed | owned
    kept = ("chart", "media", "drawing", "comments", "styles", "theme", "vml")
    assert all(any(kind in name for name in set(after) - changed) for kind in kept)
    assert_valid(morning)


def _sheet_part(path, title):
    names = load_workbook(path, read_only=True).sheetnames
    return f"xl/worksheets/sheet{names.index(title) + 1}.xml"


def test_notes_stay_beside_their_rows(team_file, morning):
    """Notes in the team's column and the order the team sorted its rows into outlast an import; new rows go last."""
    shown = [one["date"] for one in open_book(FilesHost(team_file)).rows("ShopDay")]
    sources = _keys(team_file)
    host = FilesHost(morning)
    workbook = open_book(host)
    assert host.read_table("ShopDay").sheet == DAILY
    assert [one["date"] for one in workbook.rows("ShopDay")] == shown == sorted(shown, reverse=True)
    assert _notes(host, "ShopDay") == {day_number(day): note for day, note in NOTES.items()}
    assert _keys(morning)[: len(sources)] == sources
    assert len(_keys(morning)) == len(sources) + 2
    assert _notes(host, "SourceDay") == {day_number(DAYS[1]): "词要换"}
    assert (cell(workbook, "ShopDay", DAYS[1], "gmv"), cell(workbook, "ShopDay", LAST, "gmv")) == (3300, 2900)
    assert row(workbook, "ShopDay", DAYS[1])["aov"] == ""


def _keys(path):
    return [(one["date"], one["source1"]) for one in open_book(FilesHost(path)).rows("SourceDay")]


def _notes(host, table):
    body = host.read_table(table)
    note, day = body.headers.index(NOTE), body.headers.index("日期")
    return {one[day]: one[note] for one in body.rows if one[note] is not None}


def test_every_cell_outside_our_tables_is_where_it_was(team_file, morning):
    """Beside, above and below our tables every cell holds the same, but for the date the dashboard shows."""
    before, after = _outside(team_file), _outside(morning)
    moved = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
    assert len(moved) == 1
    assert {sheet for sheet, _ in moved} == {"今日看板"}
    assert FilesHost(morning).read_name("the_day") == day_number(LAST)


def _outside(path):
    """Contents by place of every cell that no table of ours covers; formulas as text."""
    book, found = load_workbook(path), {}
    for sheet in book:
        inside = {c.coordinate for table in sheet.tables.values() for cells in sheet[table.ref] for c in cells}
        for cells in sheet.iter_rows():
            for c in cells:
                if c.value is not None and c.coordinate not in inside:
                    found[sheet.title, c.coordinate] = str(c.value)
    return found


def test_checking_a_team_book_finds_nothing(team_file, run):
    """Reordering, renaming, sorting and adding are not damage: no formula counts as overwritten."""
    assert wrong_codes(run, team_file) == set()


def _delete_table(path):
    sheet, part = table_parts(path)["SourceDay"]
    everything = parts(path)
    rels = sheet.replace("worksheets/", "worksheets/_rels/") + ".rels"
    number = part.rsplit("/", 1)[1]
    text = everything[sheet].decode()
    start = text.index("<tableParts")
    text = text[:start] + text[text.index("</tableParts>") + len("</tableParts>") :]
    links = everything[rels].decode()
    at = links.index(number)
    first, last = links.rindex("<Relationship ", 0, at), links.index("/>", at) + 2
    types = everything["[Content_Types].xml"].decode()
    at = types.index(part)
    cut, end = types.rindex("<Override ", 0, at), types.index("/>", at) + 2
    del everything[part]
    changed = {
        sheet: text.encode(),
        rels: (links[:first] + links[last:]).encode(),
        "[Content_Types].xml": (types[:cut] + types[end:]).encode(),
    }
    write(path, everything | changed)


def _rename_header(path):
    part = table_parts(path)["ShopDay"][1]
    edit(path, part, 'name="加购人数"', 'name="加购"')


def _delete_name(path):
    everything = parts(path)
    text = everything["xl/workbook.xml"].decode()
    start = text.index('<definedName name="year_goal"')
    end = text.index("</definedName>", start) + len("</definedName>")
    write(path, everything | {"xl/workbook.xml": (text[:start] + text[end:]).encode()})


def _unknown_language(path):
    host = FilesHost(path)
    host.write_name("opsbook_lang", "fr")
    host.save()


DAMAGES = {
    "deleted table": (_delete_table, "SourceDay"),
    "renamed header": (_rename_header, "加购人数"),
    "deleted name": (_delete_name, "year_goal"),
    "unknown language": (_unknown_language, "fr"),
}


@pytest.mark.parametrize(
    ("lost", "command"),
    [
        *((lost, "import") for lost in DAMAGES),
        *(("renamed header", command) for command in ("refresh", "daily", "goal", "verify")),
    ],
)
def test_a_book_that_lost_something_of_ours_is_left_alone(lost, command, book, run, tmp_path):
    """Every command names what is missing, ends with 2, and neither the file nor its backups change."""
    damage, words = DAMAGES[lost]
    damage(book)
    inbox.shop(tmp_path / "in", {DAYS[0]: {"访客数": 1, "支付金额": 1}})
    before = book.read_bytes()
    backups = sorted((tmp_path / ".opsbook").rglob("*"))
    more = {"import": [tmp_path / "in"], "daily": [tmp_path / "in"], "goal": ["--year", 2026, "3800万"]}
    answer = run(command, book, *more.get(command, []))
    assert answer.code == 2
    assert words in answer.err
    assert answer.out == ""
    assert book.read_bytes() == before
    assert sorted((tmp_path / ".opsbook").rglob("*")) == backups


def test_check_lists_all_that_is_lost(book, run):
    """check ends with 1 and names every lost table, header and name, and the strange cells of what is left."""
    host = FilesHost(book)
    host.write_name("cost_rate", "abc")
    host.save()
    for damage in (_delete_table, _rename_header, _delete_name):
        damage(book)
    before = book.read_bytes()
    answer = run("check", book)
    assert answer.code == 1
    assert [
        words in line
        for words, line in zip(("SourceDay", "加购人数", "year_goal", "成本率"), answer.err.splitlines(), strict=True)
    ] == [True] * 4
    assert book.read_bytes() == before
