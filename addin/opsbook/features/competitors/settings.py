"""Settings of the competitor ledger: from where on a change counts, a season has begun, two items look alike."""

from opsbook.features.competitors.rules.event import EventRule
from opsbook.features.competitors.rules.season import SeasonRule
from opsbook.features.competitors.titles.same_style import StyleRule
from opsbook.model.language import Label
from opsbook.model.records.setting import Setting

_EVENT, _SEASON, _STYLE = EventRule(), SeasonRule(), StyleRule()

PEER_SETTINGS: tuple[Setting, ...] = (
    Setting("peer_absent", Label("下架：连续几次没看到", "Delisted: looks without it"), Label("这家店连续几次看全了都没有它，算下架；怎样算看全，看下一行", "looks at the whole shop in a row that lack it; what a whole look is: next line"), _EVENT.absent, "0", check="count"),
    Setting("peer_list_share", Label("下架：看全至少几成", "Delisted: a whole look"), Label("一次记到这家店在售款的这么多才算看全；没看全的那次，没记到的不算缺席", "share of what the shop sells that a look must hold; one with less says nothing of the rest"), _EVENT.list_share, "0%", check="share"),
    Setting("peer_jump", Label("销量突增：涨幅", "Sales jump: growth"), Label("月销量比这一款自己近 30 天的水平高出多少算突增", "growth of the monthly sales over the item's own last 30 days"), _EVENT.jump, "0%", check="figure"),
    Setting("peer_jump_floor", Label("销量突增：至少多几件", "Sales jump: at least"), Label("多出来的件数不到它就不算，免得 2 件变 4 件也报", "a smaller rise in items does not count, so that 4 after 2 is no jump"), _EVENT.jump_floor, "0", check="figure"),
    Setting("peer_rank_step", Label("排名变动：几位起", "Rank: places"), Label("移动不到这么多位不报", "smaller moves are not told"), _EVENT.rank_step, "0", check="count"),
    Setting("peer_image_distance", Label("主图变更：差几位", "New image: bits"), Label("图片指纹 64 位里差得比它多才算换图", "bits of 64 in which two fingerprints may differ"), _EVENT.image_distance, "0", check="count"),
    Setting("peer_price_days", Label("比价：几天内的价格", "Prices: days that count"), Label("日志里超过这么多天没再记到的价格不参加对比；0 为不限", "what the log has not seen for longer is not compared; 0: any"), 30, "0", check="count"),
    Setting("season_peers", Label("季节：几家起量才算", "Season: peers selling"), Label("盯的家数更少时，全部起量才算", "shops that must sell; all of them where fewer are watched"), _SEASON.peers, "0", check="count"),
    Setting("season_sales", Label("季节：月销多少算起量", "Season: sales a month"), Label("一款月销量到它，这家就算起量", "monthly sales of one item from which its shop counts as selling"), _SEASON.sales, "0", check="figure"),
    Setting("season_weeks", Label("季节：只看近几周", "Season: weeks looked at"), Label("更早看到、后来没再看到的款不算", "what was last seen longer ago does not count"), _SEASON.weeks, "0", check="count"),
    Setting("style_similarity", Label("疑似同款：标题相似度", "Same style: titles"), Label("到它就列进「同款比对」", "from here on a pair is listed on Same style"), _STYLE.similarity, "0%", check="share"),
    Setting("style_image", Label("疑似同款：主图相似度", "Same style: images"), Label("标题不像，主图到它也列；盗图常改标题", "listed for the picture alone: who takes a picture often changes the title"), _STYLE.image_likeness, "0%", check="share"),
)  # fmt: skip
