"""The Guide's own words."""

from dataclasses import dataclass

from opsbook.book.kit.format.styles import INT, PCT2
from opsbook.model.language import Label
from opsbook.model.schema import Kind

STEPS = (
    (
        Label("1　导入", "1  Import"),
        Label(
            "把昨天的导出文件放进一个文件夹，运行 opsbook daily 工作簿 文件夹。同一份文件导两次也不会重复。",
            "Put yesterday's exports into a folder and run: opsbook daily BOOK FOLDER. The same file twice changes nothing.",
        ),
    ),
    (
        Label("2　看灯", "2  Read"),
        Label(
            "打开「今日看板」，先读结论，再看红灯，最后看为什么。换日期，整页跟着换。",
            "Open Dashboard: the conclusion, then red lights, then why. Another date redraws the page.",
        ),
    ),
    (
        Label("3　派活", "3  Act"),
        Label(
            "把红灯交给负责部门；年目标和手工目标改在「目标分解」，界线改在「阈值」。",
            "Hand red lights to their owners; goals are set on Goals, lines on Thresholds.",
        ),
    ),
)

KIND_LINES = (
    (Kind.FACT, 128460, INT, Label("白底：导入的数据", "White: imported facts")),
    (Kind.FORMULA, 0.0312, PCT2, Label("灰底：公式，请勿改动", "Grey: formulas, leave as they are")),
    (Kind.YOURS, 120000, INT, Label("黄底蓝字：由你填，导入不覆盖", "Yellow: yours, import never overwrites")),
)
LIGHT_LINES = (
    (1, Label("达到绿线", "on the good side of the green line")),
    (0, Label("在绿线与红线之间，留意", "between the lines: watch")),
    (-1, Label("越过红线，当天要处理", "beyond the red line: act today")),
)

COLUMNS = (
    Label("工作表", "Sheet"),
    Label("看什么", "What it shows"),
    Label("谁用", "Who"),
    Label("何时", "When"),
    Label("你要填的", "Yours to fill"),
    Label("数据来自", "Where from"),
)
METRIC_COLUMNS = (
    Label("指标", "Metric"),
    Label("怎么算", "How it is worked out"),
    Label("来自", "From"),
    Label("方向", "Better"),
    Label("默认灯（绿 / 红）", "Default light (green / red)"),
    Label("注意", "Note"),
)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One sheet in the Guide's list: what, who, when, yours, from."""

    id: str
    title: Label
    texts: tuple[Label, ...]


SHEETS = (
    SheetLine(
        "dashboard",
        Label("今日看板", "Dashboard"),
        (
            Label("一页看完一天：达标、原因、动作", "one day on one page"),
            Label("店长、运营", "manager"),
            Label("每天早上", "each morning"),
            Label("查看日期", "the day shown"),
            Label("各表公式", "formulas"),
        ),
    ),
    SheetLine(
        "goals",
        Label("目标分解", "Goals"),
        (
            Label("年、月、日目标与追赶", "year, month, day, catch-up"),
            Label("店长", "manager"),
            Label("每月初", "each month"),
            Label("年目标、手工目标、目标转化率与客单价", "year goal, locks, target conversion, AOV"),
            Label("年目标与权重", "year goal and weights"),
        ),
    ),
    SheetLine(
        "daily",
        Label("日报", "Daily"),
        (
            Label("每天一行的全店数据", "the shop, a row a day"),
            Label("运营", "operations"),
            Label("每天", "daily"),
            Label("同行转化率、中差评、评分、备注", "peer conversion, reviews, scores, notes"),
            Label("生意参谋：店铺整体", "Sycm shop report"),
        ),
    ),
    SheetLine(
        "traffic",
        Label("流量来源", "Traffic"),
        (
            Label("每天各个来源的访客与成交", "visitors and sales by source"),
            Label("运营", "operations"),
            Label("每天", "daily"),
            Label("无", "nothing"),
            Label("生意参谋：店铺来源", "Sycm source report"),
        ),
    ),
    SheetLine(
        "items",
        Label("商品", "Items"),
        (
            Label("每天各个商品的表现", "each item, each day"),
            Label("运营", "operations"),
            Label("每天", "daily"),
            Label("无", "nothing"),
            Label("生意参谋：全量商品", "Sycm item report"),
        ),
    ),
    SheetLine(
        "promotion",
        Label("推广", "Promotion"),
        (
            Label("各计划、各关键词的花费与产出", "spend and return by plan, keyword"),
            Label("推广", "promotion"),
            Label("每天", "daily"),
            Label("无", "nothing"),
            Label("万相台：计划、关键词报表", "Wanxiangtai plan, keyword reports"),
        ),
    ),
    SheetLine(
        "competitors",
        Label("竞店", "Competitors"),
        (
            Label("竞店名单、价格对比与走势、动态、季节时机", "peers, prices compared, moves, season timing"),
            Label("店长、运营", "manager, operations"),
            Label("每天", "daily"),
            Label("竞店名单、看哪一款", "the list of peers, the item shown"),
            Label("竞品日志，由公式和命令算出", "the peer log"),
        ),
    ),
    SheetLine(
        "matches",
        Label("同款比对", "Same style"),
        (
            Label("疑似同款：像不像、贵不贵、投诉到哪了", "alike items, price gap, complaint"),
            Label("运营、客服", "operations, service"),
            Label("每周", "weekly"),
            Label("同款、投诉状态、备注", "same style, complaint, note"),
            Label("日志与商品标题比对", "titles compared"),
        ),
    ),
    SheetLine(
        "peer_log",
        Label("竞品日志", "Peer log"),
        (
            Label("竞品一天一行；动态与流失竞店", "a row per item and day; events; customers lost"),
            Label("运营", "operations"),
            Label("每天", "daily"),
            Label("手填或粘贴竞品价格、销量", "prices and sales, typed or pasted"),
            Label("手填、粘贴，或插件导出的文件", "by hand, or a plug-in's export"),
        ),
    ),
    SheetLine(
        "thresholds",
        Label("阈值", "Thresholds"),
        (
            Label("每盏灯的界线、负责人、建议", "lines, owners, advice"),
            Label("店长", "manager"),
            Label("按需", "as needed"),
            Label("黄底各列", "yellow columns"),
            Label("默认值", "defaults"),
        ),
    ),
    SheetLine(
        "settings",
        Label("设置", "Settings"),
        (
            Label("店铺、口径、自己的活动", "shop, measures, your events"),
            Label("店长", "manager"),
            Label("按需", "as needed"),
            Label("店铺名、成本率、活动", "shop, cost rate, events"),
            Label("手工", "by hand"),
        ),
    ),
    SheetLine(
        "imports",
        Label("导入记录", "Imports"),
        (
            Label("每个文件收了什么、拒了什么", "what each file brought"),
            Label("运营", "operations"),
            Label("对数时", "when checking"),
            Label("无", "nothing"),
            Label("导入命令", "import"),
        ),
    ),
    SheetLine(
        "mapping",
        Label("对应", "Mapping"),
        (
            Label("认不出的报表，每一列对应什么", "what the columns of other reports mean"),
            Label("运营", "operations"),
            Label("有新报表时", "for a new report"),
            Label("对应字段、确认", "field, confirmed"),
            Label("导入命令的建议", "proposed by import"),
        ),
    ),
)
