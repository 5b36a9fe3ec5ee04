"""Title similarity: copies that move words about and add promises are alike, other goods of the kind are not."""

import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from opsbook.features.competitors.titles.same_style import StyleRule
from opsbook.features.competitors.titles.similarity import PROMOTIONAL, normalized_title, title_similarity

DRESS = "法式碎花连衣裙女夏季新款收腰显瘦长裙"
BAG = "2026新款真皮单肩包女通勤大容量托特包"
CUP = "儿童保温杯316不锈钢带吸管学生水杯500ml"
PHONES = "无线蓝牙耳机降噪超长续航适用苹果华为"
BEDDING = "纯棉四件套床上用品全棉床单被套1.8m"
COPIES = [
    (DRESS, "夏季法式收腰显瘦碎花连衣裙长裙女 现货包邮"),
    (BAG, "【官方旗舰店】真皮托特包女大容量通勤单肩包"),
    (CUP, "316不锈钢儿童保温杯 学生吸管水杯 ５００ＭＬ"),
    (PHONES, "降噪无线蓝牙耳机 适用苹果 华为 超长续航 爆款"),
    (BEDDING, "全棉四件套纯棉床单被套床上用品1.8米"),
]
OTHERS = [
    (DRESS, "法式复古方领连衣裙女夏小个子气质短裙"),
    (BAG, "真皮钱包女短款2026新款多卡位零钱包"),
    (CUP, "316不锈钢焖烧杯便携保温饭盒上班族"),
    (PHONES, "有线耳机入耳式适用苹果华为type-c圆孔"),
    (BEDDING, "纯棉浴巾女家用吸水速干裹巾大毛巾"),
    ("男士休闲裤春秋宽松直筒", "女士牛仔裤高腰显瘦阔腿"),
]
TITLES = st.text(st.sampled_from([*"法式碎花连衣裙女夏收腰显瘦长ABab12 ,。【】"]), max_size=30)


@pytest.mark.parametrize(("ours", "theirs"), COPIES, ids=[theirs for _, theirs in COPIES])
def test_copies_are_alike(ours, theirs):
    """Moved words, added promises, full-width digits and brackets do not hide a copy."""
    assert title_similarity(ours, theirs) > 0.9


@pytest.mark.parametrize(("ours", "theirs"), OTHERS, ids=[theirs for _, theirs in OTHERS])
def test_other_goods_of_the_kind_are_not(ours, theirs):
    """Sharing the category's words is no copy."""
    assert title_similarity(ours, theirs) < 0.5


@given(TITLES, TITLES)
def test_likeness_is_that_of_the_library(first, second):
    """What is worked out with sets is what rapidfuzz says of the sorted characters."""
    one, other = ("".join(sorted(normalized_title(title))) for title in (first, second))
    expected = Indel.normalized_similarity(one, other) if one and other else None
    assert title_similarity(first, second) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("title", "normalized"),
    [
        pytest.param("【２０２６新款】法式 碎花连衣裙，包邮！", "法式碎花连衣裙", id="full width, year, promises"),
        pytest.param("T-Shirt 男 XL", "tshirt男xl", id="case, hyphen, spaces"),
        pytest.param("床单1.8m*2.0m", "床单1.8m2.0m", id="sizes keep their point"),
        pytest.param("v2.水杯.", "v2水杯", id="other points go"),
        pytest.param("型号12026水杯", "型号12026水杯", id="digits that are no year"),
        pytest.param("2026年款外套2025款", "外套", id="years with their words"),
        pytest.param("官方旗舰店正品保证", "", id="only promises"),
        pytest.param("", "", id="empty"),
    ],
)
def test_a_title_is_reduced_to_the_goods(title, normalized):
    """What says nothing about the goods goes."""
    assert normalized_title(title) == normalized


@pytest.mark.parametrize(
    ("first", "second", "similarity"),
    [
        pytest.param("法式碎花连衣裙", "碎花连衣裙法式", 1, id="words moved"),
        pytest.param("法式碎花连衣裙", "碎花连衣裙A字", 5 / 7, id="5 of 7 characters in common"),
        pytest.param("水杯", "保温水杯", 4 / 6, id="2 of 2 and 2 of 4"),
        pytest.param("双双双", "双双", 4 / 5, id="a character counts as often as it stands"),
    ],
)
def test_similarity_is_the_share_of_characters_in_common(first, second, similarity):
    """Twice those in common over all characters of both."""
    assert title_similarity(first, second) == pytest.approx(similarity)


def test_most_labelled_pairs_are_told_apart():
    """At the default limit at least 0.88 of the pairs found are of the same style, and 0.93 of these are found."""
    measuring = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "titles.py"))
    pairs = measuring["labelled"]()
    precision, recall = measuring["precision_and_recall"](pairs, StyleRule().similarity)
    assert (len(pairs) >= 120, len({pair.category for pair in pairs}) >= 5) == (True, True)
    assert (precision >= 0.88, recall >= 0.93) == (True, True), (precision, recall)


@pytest.mark.parametrize(
    ("first", "second", "similarity"),
    [
        pytest.param(None, DRESS, None, id="missing"),
        pytest.param(DRESS, "", None, id="empty"),
        pytest.param("【包邮】", DRESS, None, id="says nothing about the goods"),
        pytest.param("水杯", "雨伞", 0, id="nothing in common"),
        pytest.param(DRESS, DRESS, 1, id="the same"),
    ],
)
def test_the_ends_of_the_scale(first, second, similarity):
    """0 for nothing in common, 1 for the same, nothing where there is nothing to compare."""
    assert title_similarity(first, second) == similarity


@given(TITLES, TITLES)
def test_similarity_is_symmetric_and_a_share(first, second):
    """Who copied whom does not matter."""
    similarity = title_similarity(first, second)
    assert similarity == title_similarity(second, first)
    assert similarity is None or 0 <= similarity <= 1


@given(TITLES, st.sampled_from(PROMOTIONAL), st.sampled_from(["【{}】{}", "{1} {0}", "{}，{}"]))
def test_promises_change_nothing(title, promise, form):
    """A promise before or after the title does not make it another one."""
    if normalized_title(title):
        assert title_similarity(title, form.format(promise, title)) == 1


def test_longer_promises_come_before_their_parts():
    """Otherwise a part would be taken out first and leave a stump."""
    positions = {word: index for index, word in enumerate(PROMOTIONAL)}
    stumps = [(a, b) for a in PROMOTIONAL for b in PROMOTIONAL if a != b and a in b and positions[a] < positions[b]]
    assert stumps == []
