"""What the made-up shop sells."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Item:
    """One product.

    Args:
        id: 12 digits, the platform's name of it.
        code: the shop's own item code.
        title: what buyers read.
        price: usual price paid for one piece, yuan.
        share: its share of the visitors of all items on an ordinary day, in no particular unit.
        paying: factor on the pay conversion.
        listed: the first day it can be seen.
        fade: what is left of its visitors from one day to the next after `fading`.
        fading: the day it began to lose its visitors.
    """

    id: str
    code: str
    title: str
    price: float
    share: float
    paying: float = 1.0
    listed: date = date(2024, 1, 1)
    fade: float = 1.0
    fading: date = date(2024, 1, 1)


_COLD, _NEW = date(2026, 10, 12), date(2026, 11, 2)

ITEMS = (
    Item("684210937561", "YS-S4001", "云上居家水洗棉四件套纯色床单被套裸睡三件套", 112, 370, 1.24),
    Item("701153882046", "YS-S4012", "云上居家磨毛四件套秋冬加厚床上用品", 259, 124, 1.02),
    Item("668904417325", "YS-S4020", "云上居家60支长绒棉四件套全棉简约", 399, 70, 0.74),
    Item("712640058193", "YS-S4033", "云上居家牛奶绒四件套冬季双面绒珊瑚绒", 229, 100, 1.04),
    Item("655318720946", "YS-B2001", "云上居家大豆纤维被冬被加厚保暖被芯", 249, 96, 0.98),
    Item("690472156830", "YS-B2008", "云上居家95白鹅绒羽绒被冬季加厚", 899, 26, 0.40),
    Item("673581940277", "YS-B2015", "云上居家蚕丝被春秋被子母被", 549, 28, 0.45),
    Item("640219875316", "YS-B2022", "云上居家竹棉凉被夏凉被双人空调被", 149, 74, 0.85, fade=0.93, fading=_COLD),
    Item("659037418825", "YS-Z3001", "云上居家乳胶枕头护颈椎助睡眠枕芯一对", 189, 70, 1.00),
    Item("661748230594", "YS-Z3006", "云上居家酒店羽丝绒枕头枕芯家用", 79, 66, 1.36),
    Item("687925013648", "YS-Z3010", "云上居家荞麦枕全荞麦壳硬枕成人", 89, 34, 1.10),
    Item("648150392767", "YS-Z3015", "云上居家全棉枕套一对装纯棉枕头套", 45, 40, 1.45),
    Item("694382617050", "YS-D5001", "云上居家夹棉床笠单件加厚席梦思保护罩", 119, 58, 1.12),
    Item("676013549281", "YS-D5007", "云上居家防水床笠隔尿透气床垫罩", 119, 42, 1.08),
    Item("653794160823", "YS-D5011", "云上居家学生宿舍床垫软垫榻榻米垫被", 139, 48, 0.94),
    Item("699105782436", "YS-T6001", "云上居家法兰绒毛毯午睡沙发盖毯", 99, 60, 1.20),
    Item("681357209944", "YS-T6004", "云上居家羊羔绒毯子加厚双层冬季", 159, 44, 1.00),
    Item("645926083175", "YS-M7001", "云上居家纯棉毛巾洗脸家用吸水3条装", 49, 50, 1.50),
    Item("672809431560", "YS-M7005", "云上居家全棉浴巾加厚速干裹巾", 69, 32, 1.12),
    Item("697240516893", "YS-C8001", "云上居家遮光窗帘北欧简约卧室成品", 209, 36, 0.58),
    Item("663481075929", "YS-K9001", "云上居家硅藻泥软地垫浴室门口吸水脚垫", 55, 46, 1.30),
    Item("650937284116", "YS-K9004", "云上居家沙发垫四季通用防滑坐垫", 139, 38, 0.74),
    Item("686514920738", "YS-K9009", "云上居家雪尼尔地毯客厅茶几毯", 299, 20, 0.48),
    Item("735806214479", "YS-S4058", "云上居家石墨烯暖绒四件套2026冬新款", 299, 64, 0.88, listed=_NEW),
)

HERO = ITEMS[0]
