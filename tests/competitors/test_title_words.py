"""What words a changed title lost and gained: worked by hand."""

import csv
from pathlib import Path

import pytest

from opsbook.features.competitors.titles.words import TitleChange, changed_words, same_title

LABELLED = Path(__file__).with_name("labelled_titles.csv")


@pytest.mark.parametrize(
    ("before", "after", "gone", "came"),
    [
        pytest.param("水洗棉四件套 夏季床单款", "水洗棉四件套 秋冬床单款", "夏季", "秋冬", id="words exchanged"),
        pytest.param("水洗棉四件套", "水洗棉四件套 加厚", None, "加厚", id="word added"),
        pytest.param("水洗棉四件套 学生", "水洗棉四件套", "学生", None, id="word dropped"),
        pytest.param("冬季牛奶绒四件套", "秋季牛奶绒四件套珊瑚绒", "冬季", "秋季、珊瑚绒", id="one letter is a season"),
        pytest.param("冬被纯棉四件套", "纯棉四件套被罩", "冬被", "被罩", id="a letter both words have"),
        pytest.param("全棉四件套", "纯棉四件套", "全棉", "纯棉", id="the letter before a word"),
        pytest.param("男士短袖T恤", "男士长袖T恤", "短袖", "长袖", id="between words that stay"),
        pytest.param("荞麦枕", "荞麦枕头", "枕", "枕头", id="one letter became a word"),
        pytest.param("蓬松云朵枕", "蓬软云朵枕", "蓬松", "蓬软", id="an unknown word's second letter"),
        pytest.param("荞麦枕 硬高款", "荞麦枕 软高款", "硬高款", "软高款", id="an unknown word's first letter"),
        pytest.param("斜挎百搭高级感小众", "斜挎百搭高级感小裸", "小众", "小裸", id="the last word's second letter"),
        pytest.param("竹棉凉被双人空调被", "竹带凉被双人空调被", "竹棉", "竹带", id="the first word's second letter"),
        pytest.param("剑麻耐磨立式大号", "剑麻耐磨立式花号", "大号", "花号", id="the last word's first letter"),
        pytest.param("云朵沙发客厅小户型", "云朵沙发客厅大户型现代", "小户型", "大户型现代", id="how big it is"),
        pytest.param(
            "60支长绒棉四件套1.5m床", "80支长绒棉四件套1.8m床", "60支、1.5m", "80支、1.8m", id="figures and units"
        ),
        pytest.param("保温杯500ml不锈钢", "保温杯750ml不锈钢便携", "500ml", "750ml、便携", id="a figure's first digit"),
        pytest.param("简约纯色床单200*230cm", "简约纯色床单200*250cm", "200*230cm", "200*250cm", id="a measure"),
        pytest.param("iPhone15手机壳透明", "iPhone16手机壳透明磁吸", "15", "16、磁吸", id="a model's number"),
        pytest.param("A类婴儿纱布浴巾", "婴儿纱布浴巾 B类", "A类", "B类", id="a class"),
        pytest.param("Cotton Sheet Set Queen", "COTTON Sheet Set King", "Queen", "King", id="Latin words"),
        pytest.param("【新款】法式碎花裙", "法式碎花裙（长袖）", "新款", "长袖", id="brackets"),
        pytest.param(
            "面膜补水保湿10片", "【买一送一】面膜补水保湿20片", "10片", "买一送一、20片", id="a promise in front"
        ),
        pytest.param("碎花连衣裙法式夏季", "法式碎花连衣裙秋季", "夏季", "秋季", id="words moved, one exchanged"),
        pytest.param(
            "猫爬架大型猫窝一体剑麻", "喵小屋大型猫爬架一体剑麻猫窝", None, "喵小屋", id="all moved, brand added"
        ),
    ],
)
def test_a_changed_title_names_whole_words(before, after, gone, came):
    """What went and what came, as an operator would say it."""
    assert changed_words(before, after) == TitleChange(gone, came)


@pytest.mark.parametrize(
    ("before", "after", "anew"),
    [
        pytest.param("碎花连衣裙法式", "法式碎花连衣裙", False, id="words only changed places"),
        pytest.param("水洗棉四件套", "水洗羊毛地毯", True, id="two letters stay, no word"),
        pytest.param("水洗棉四件套纯色床单被套", "荞麦枕头护颈枕芯", True, id="another thing"),
        pytest.param("甲乙丙丁戊己庚辛", "甲1丙2戊3庚4", True, id="letters here and there"),
        pytest.param(
            "大豆纤维被冬被加厚保暖被芯双人", "大豆纤维被子冬季加厚棉被10斤学生宿舍单人", True, id="a few words stay"
        ),
        pytest.param("无线耳机降噪", "Wireless Earbuds", True, id="another language"),
        pytest.param("★★★", "纯棉四件套", True, id="signs only before"),
    ],
)
def test_a_title_is_shown_whole_where_words_say_nothing(before, after, anew):
    """Before and after in full: words in another order, or a title written anew."""
    assert changed_words(before, after) == TitleChange(before, after, anew)


@pytest.mark.parametrize(
    ("after", "same"),
    [
        pytest.param("水洗棉　Ａ类四件套1.8m", True, id="full width"),
        pytest.param(" 水洗棉  a类 四件套 1.8M ", True, id="spaces and capitals"),
        pytest.param("【水洗棉】A类，四件套 1.8m！", True, id="punctuation"),
        pytest.param("水洗棉 A类四件套18m", False, id="a figure's point"),
        pytest.param("水洗棉 A类四件套1.8m+", False, id="and more"),
    ],
)
def test_what_reads_the_same_is_the_same_title(after, same):
    """Width, capitals, spaces and punctuation are no change."""
    assert same_title("水洗棉 A类四件套1.8m", after) is same


def test_where_a_title_was_written_anew_was_measured():
    """Of the labelled copies none is called anew whose words were only moved or added; of those rewritten the worst are."""
    with LABELLED.open(encoding="utf-8") as file:
        pairs = [row for row in csv.DictReader(file) if row["same"] == "1"]
    anew = [row for row in pairs if changed_words(row["ours"], row["theirs"]).anew]
    assert {row["why"].split(",")[0] for row in anew} == {"rewritten"}
    assert len(anew) == 3
