"""A title as its letters, and the places among them where a word may end."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from unicodedata import normalize

from opsbook.features.competitors.titles.similarity import PROMOTIONAL

WORDS = (
    *("四季", "换季", "春秋被", "冬被", "夏被", "夏凉被", "空调被", "新品", "升级", "高档", "高级", "轻奢", "豪华", "简约"),
    *("纯色", "印花", "碎花", "格子", "条纹", "刺绣", "蕾丝", "复古", "法式", "北欧", "日系", "韩版", "中式", "新中式", "国风", "卡通"),
    *("加厚", "加绒", "加大", "加长", "加宽", "加高", "加固", "保暖", "清凉", "凉感", "冰丝", "透气", "防滑", "防水", "防晒", "抗菌"),
    *("防螨", "亲肤", "裸睡", "柔软", "舒适", "显瘦", "宽松", "修身", "百搭", "高腰", "收腰", "短款", "长款", "中长款", "薄款", "厚款"),
    *("大码", "大号", "中号", "小号", "特大号", "加大号", "长袖", "短袖", "无袖", "圆领", "立领", "连帽", "收纳", "折叠", "便携", "静音"),
    *("智能", "无线", "充电", "家用", "商用", "车载", "户外", "宿舍", "学生", "儿童", "宝宝", "婴儿", "孕妇", "老人", "情侣", "通勤"),
    *("男女", "男士", "女士", "男款", "女款", "男孩", "女孩", "男童", "女童", "男生", "女生", "少女", "男", "女", "单人", "双人"),
    *("送礼", "礼盒", "大容量", "纯棉", "全棉", "水洗棉", "长绒棉", "新疆棉", "真丝", "桑蚕丝", "天丝", "亚麻", "羊毛", "羊绒"),
    *("羽绒", "鹅绒", "白鹅绒", "鸭绒", "白鸭绒", "牛奶绒", "珊瑚绒", "法兰绒", "双面绒", "磨毛", "贡缎", "大豆纤维", "乳胶", "记忆棉"),
    *("雪纺", "牛仔", "真皮", "牛皮", "不锈钢", "陶瓷", "玻璃", "实木", "硅胶", "被套", "床单", "床笠", "床单款", "床笠款", "床罩"),
    *("被罩", "被芯", "被子", "枕头", "枕芯", "枕套", "毛毯", "盖毯", "毯子", "地毯", "凉席", "床垫", "蚊帐", "窗帘", "抱枕", "浴巾"),
    *("毛巾", "连衣裙", "半身裙", "长裙", "衬衫", "外套", "卫衣", "毛衣", "羽绒服", "裤子", "长裤", "短裤", "套装", "睡衣", "内衣"),
    *("袜子", "帽子", "围巾", "鞋子", "运动鞋", "凉鞋", "拖鞋", "双肩包", "单肩包", "书包", "背包", "钱包", "行李箱", "手机壳", "耳机"),
    *("充电器", "数据线", "水杯", "保温杯", "饭盒", "面膜", "面霜", "精华", "口红", "洗面奶", "零食", "坚果", "饼干", "茶叶", "咖啡"),
)  # fmt: skip
"""Words that operators write into titles: a change in the middle of one is a change of the word."""

_SEASON = r"(?:春夏|秋冬|春秋)(?:季|款)?|[春夏秋冬](?:季|天|款)"
_SET = r"[一二三四五六七八九十两双单]件套"
_UNIT = r"件套|[支件米斤克片条只套张包袋盒瓶双对码寸人个年月岁层度升匹类款]"
_FIGURE = rf"\d+(?:\.\d+)?(?:[*x×+/~-]\d+(?:\.\d+)?)*(?:[a-z%]+|{_UNIT})?"
_LATIN = r"[a-z]+(?:类|款|字|恤|风)?"


@cache
def words_of_titles() -> re.Pattern[str]:
    """Match the words of a title in small letters; what stands between them is read letter by letter."""
    known = sorted({*WORDS, *PROMOTIONAL}, key=len, reverse=True)
    return re.compile("|".join((_SEASON, *map(re.escape, known), _SET, _FIGURE, _LATIN)))


_BETWEEN = re.compile(r"[^\w.+%*×]+|_+|(?<!\d)\.|\.(?!\d)")  # 1.8m and 200*230 stay what they are

_WORD = 2  # letters of most Chinese words


@dataclass(frozen=True, slots=True)
class Letters:
    """A title without spaces and punctuation; places between letters are counted, 0 is before the first.

    Args:
        shown: its letters as they stand in the title.
        read: the same, capitals as small ones.
        gaps: places where the title begins, ends, or has a space or punctuation.
        ends: places where a word may end: gaps, and either side of a word that is known.
        inside: places within a word that is known.
        weights: what each letter counts: those of a figure or a Latin word count together as much as two Chinese ones.
    """

    shown: Sequence[str]
    read: Sequence[str]
    gaps: frozenset[int]
    ends: frozenset[int]
    inside: frozenset[int]
    weights: Sequence[float]

    def is_word(self, start: int, size: int) -> bool:
        """Tell whether letters from a place on are a word of their own."""
        return start in self.ends and start + size in self.ends

    def pieces(self, passed_over: Collection[int]) -> Iterator[str]:
        """Read out the letters that are not passed over, run by run."""
        run = ""
        for at, letter in enumerate(self.shown):
            if at in passed_over:
                if run:
                    yield run
                run = ""
            else:
                run += f" {letter}" if run and at in self.gaps else letter
        if run:
            yield run


def bare_title(title: str) -> str:
    """Reduce a title to its letters: width, capitals, spaces and punctuation do not matter.

    >>> bare_title("【纯棉】　Ｔ恤 1.8M")
    '纯棉t恤1.8m'
    """
    return _BETWEEN.sub("", normalize("NFKC", title).lower())


def letters_of(title: str) -> Letters:
    """Take a title apart.

    Args:
        title: as shown on the item's page.
    """
    runs = [run for run in _BETWEEN.split(normalize("NFKC", title)) if run]
    shown = "".join(runs)
    read = "".join(letter.lower()[:1] for letter in shown)
    gaps = [0]
    for run in runs:
        gaps.append(gaps[-1] + len(run))
    spans = [found.span() for start, end in pairwise(gaps) for found in words_of_titles().finditer(read, start, end)]
    ends = frozenset((*gaps, *(place for span in spans for place in span)))
    inside = frozenset(at for start, end in spans for at in range(start + 1, end))
    weights = [1.0] * len(shown)
    for start, end in spans:
        if read[start].isascii():
            weights[start:end] = [min(1, _WORD / (end - start))] * (end - start)
    return Letters(shown, read, frozenset(gaps), ends, inside, weights)
