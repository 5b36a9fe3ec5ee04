"""Messages about competitors: who is watched, what was seen, what it means."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


_WATCHING: dict[str, Message] = {
    "peer-added": _said(
        "已关注竞店「{shop}」（{role}），现在共 {count} 家", "Watching {shop} ({role}); shops watched: {count}"
    ),
    "peer-added-bare": _said(
        "已关注竞店「{shop}」，现在共 {count} 家。角色还空着：可在「竞店」表选标杆或同类",
        "Watching {shop}; shops watched: {count}. Its role is open: choose Leader or Alike on Competitors",
    ),
    "peers-full": _said(
        "竞店名单放得下的 {count} 家已满，没有加上。",
        "The list of competitors is full with {count} shops; nothing was added.",
        "请在「竞店」表清空不再关注的一行（选中那几格按 Delete 键），再加一次；日志不受影响，照样收所有店。",
        "Empty the row of a shop no longer watched on Competitors (select it, press Delete) and add again; the log takes every shop as before.",
    ),
    "peer-changed": _said("「{shop}」的{column}：{old} → {new}", "{column} of {shop}: {old} → {new}"),
    "peer-same": _said(
        "「{shop}」已经在竞店名单里，没有改动；现在共 {count} 家",
        "{shop} is watched already, nothing was changed; shops watched: {count}",
    ),
    "peers-few": _said(
        "现在只关注了 {count} 家，样本偏少：建议 3–5 家，两家标杆，其余同类。",
        "Shops watched: {count}, too few to tell much: 3 to 5 are advised, two leaders and the rest alike.",
    ),
    "peers-many": _said(
        "现在关注了 {count} 家，日志会越记越吃力：建议留 3–5 家，两家标杆，其余同类。",
        "Shops watched: {count}, a lot to keep up with: 3 to 5 are advised, two leaders and the rest alike.",
    ),
    "peer-renamed": _said(
        "竞店「{old}」像是改了名：同样的商品现在记在「{new}」名下。",
        "{old} seems to go by another name: its goods are logged as {new} now.",
        "请把「竞店」名单里的「{old}」改成「{new}」，两个都在就清空旧的那一行；日志不用改。",
        "Write {new} for {old} in the list on Competitors, or empty the old row where both stand there; the log may stay as it is.",
    ),
    "own-shop-listed": _said(
        "「{shop}」是本店，却在竞店名单里，会被算成一家竞店。",
        "{shop} is your own shop and stands among the peers, where it counts as one.",
        "请从「竞店」名单里清空这一行；本店的商品照样可以记进日志参加比价。",
        "Empty its row in the list on Competitors; your own items may stay in the log and are compared.",
    ),
    "bad-role": _said(
        "角色「{seen}」认不出。",
        "The role {seen} is not known.",
        "请写 {choices}。",
        "Write {choices}.",
    ),
    "no-peer-name": _said("没有写店铺名。", "No shop was named.", "请写竞店的店铺名。", "Name the competitor's shop."),
    "own-shop-as-peer": _said(
        "「{shop}」是本店，不能当竞店关注。",
        "{shop} is your own shop and no competitor.",
        "请写竞店的店铺名。",
        "Name the competitor's shop.",
    ),
}

_LOGGING: dict[str, Message] = {
    "sighting-added": _said("已记录：{day} {shop} {item}，{figures}", "Logged: {day} {shop} {item}, {figures}"),
    "sighting-filled": _said(
        "{day} {shop} {item} 已有记录，补上：{figures}", "{day} {shop} {item} was logged before; filled in: {figures}"
    ),
    "sighting-same": _said(
        "{day} {shop} {item} 已经这样记过，没有改动", "{day} {shop} {item} is logged just so; nothing was changed"
    ),
    "sighting-empty": _said(
        "这一条什么也没记：价格、销量、标题等至少写一样。",
        "Nothing was seen: give a price, sales, a title or the like.",
        "例如加上 --price 199。",
        "Such as --price 199.",
    ),
    "bad-figure": _said(
        "{name} 不能写「{seen}」。",
        "{name} cannot be {seen}.",
        "请写一个大于 0 的数字，如 199、1.2万；价格是区间的写最低价。",
        "Write one number above 0, such as 199; of a price range its lowest.",
    ),
    "bad-item-id": _said(
        "商品 ID「{seen}」不是数字串。",
        "The item id {seen} is not made of digits.",
        "商品链接里 id= 后面的那串数字就是。",
        "It is the digits after id= in the item's link.",
    ),
    "log-kept": _said(
        "有 {count} 条当天已经记过、数值却不同，保留先记的：{examples}。",
        "Sightings logged before with other values ({count}); the first ones stay: {examples}.",
        "先记的有误时，请直接在「竞品日志」里改那一格，再刷新。",
        "Where the first is wrong, correct its cell in the peer log and refresh.",
    ),
    "future-sighting": _said(
        "{date} 比文件导出的日子（{made}）还晚，已照记。",
        "{date} lies after the day the file was made ({made}); logged as it is.",
        "日期写错的话，请在「竞品日志」里改那一格，再刷新。",
        "Where the date is wrong, correct its cell in the peer log and refresh.",
    ),
    "twin-columns": _said(
        "这些列在表头里出现了不止一次，取了最左边的一列：{columns}。",
        "Columns that stand in the header more than once, of which the leftmost was taken: {columns}.",
        "取错了的话，请在「竞品日志」里改，并删掉文件里多余的列。",
        "If that is the wrong one, correct the sheet Peer log, and delete the column in the file.",
    ),
    "sighting-ahead": _said(
        "{date} 还没到，已照记。",
        "{date} has not come yet; logged as it is.",
        "日期写错的话，请在「竞品日志」里改那一格，再刷新。",
        "Where the date is wrong, correct its cell in the peer log and refresh.",
    ),
    "not-peers-file": _said(
        "「{file}」是{kind}，不是竞品日志，没有导入。",
        "{file} is {kind}, no peer log, and was not imported.",
        "请用 opsbook import 导入它。",
        "Import it with opsbook import.",
    ),
    "image-unreadable": _said(
        "图片「{file}」认不了：{why}。",
        "The image {file} cannot be used: {why}.",
        "请另存为 jpg 或 png 再试。",
        "Save it as jpg or png and try again.",
    ),
    "bad-other-date": _said(
        "「{value}」不是日期，这一格没有导入。",
        "{value} is no date; the cell was not imported.",
        "请在源文件里改成 2026-09-18 这样的日期。",
        "Correct it in the file, such as 2026-09-18.",
    ),
}

_REPORT: dict[str, Message] = {
    "peers-head": _said("竞店动态（{first} 起，{count} 条）：", "Events since {first}: {count}"),
    "peers-quiet": _said("{first} 起没有竞店动态。", "No events since {first}."),
    "peers-no-log": _said(
        "竞品日志还是空的。用 opsbook peers log 记一条，或 opsbook peers import 导入文件。",
        "The peer log is empty. Write a sighting with opsbook peers log, or import a file with opsbook peers import.",
    ),
    "peer-event": _said("{day} {shop} {kind}「{title}」", "{day} {shop}, {kind}: {title}"),
    "peer-event-change": _said(" {change}", " {change}"),
    "peer-event-size": _said("（{size}）", " ({size})"),
    "peer-event-places": _said("{places} 位", "{places} places"),
    "peer-event-apart": _said("相差 {share}", "{share} apart"),
    "peer-event-since": _said("，原值自 {since}", ", the old one since {since}"),
    "peer-event-listed": _said("，{since} 上架", ", listed {since}"),
    "peer-event-last": _said("，最后看到 {since}", ", last seen {since}"),
    "peer-event-away": _said("，{since} 起没看到", ", not seen from {since} on"),
    "price-head": _said("价格（本店价 ÷ 同款中位价）：", "Price (ours over the median of the same style):"),
    "price-line": _said(
        "「{title}」本店 {ours}，同款中位 {median}，指数 {index}（{shops} 家）",
        "{title}: ours {ours}, median {median}, index {index}, shops compared: {shops}",
    ),
    "price-none": _said("还没有能比价的同款。", "No item has a peer's price to compare with."),
    "season-head": _said("上新时机：", "Season:"),
    "season-line": _said("{season} → {verdict}：{evidence}", "{season} → {verdict}: {evidence}"),
    "season-none": _said(
        "还说不了上新时机：要先关注竞店，日志里也要写季节标签。",
        "No season to tell of yet: watch competitors, and write season tags into the log.",
    ),
    "copycat-head": _said("像本店同款的竞品：", "Items that look like ours:"),
    "copycat-line": _said(
        "「{title}」← {shop}「{peer_title}」：标题相似 {similarity}{image}{gap}{status}",
        "{title} ← {shop} {peer_title}: titles alike {similarity}{image}{gap}{status}",
    ),
    "copycat-image": _said("，主图相似 {likeness}", ", images alike {likeness}"),
    "copycat-gap": _said("，价差 {gap}", ", price gap {gap}"),
    "copycat-status": _said("，投诉：{status}", ", complaint: {status}"),
    "copycat-none": _said("没有发现同款。", "No look-alikes found."),
    "lost-head": _said("流失去向：", "Customers lost to:"),
    "lost-line": _said("{shop}{watched}：{amount}{users}", "{shop}{watched}: {amount}{users}"),
    "lost-amount": _said("{amount} 元", "{amount} CNY"),
    "lost-users": _said("，{users} 人", ", customers: {users}"),
    "lost-watched": _said("（已关注）", " (watched)"),
    "more-rows": _said("  ……另有 {count} 条，见工作簿", "  … and {count} more in the workbook"),
    "peers-imported": _said(
        "{files} 个文件：记录 {added} 条，补全 {updated} 条，未变 {unchanged} 条，拒收 {rejected} 条，{issues} 个问题。工作簿：{book}",
        "Files: {files}; sightings: {added} logged, {updated} filled in, {unchanged} unchanged, {rejected} refused; issues: {issues}. "
        "Workbook: {book}",
    ),
}

_WORDS: dict[str, Message] = {
    "evidence-none": _said(
        "关注的 {watched} 家竞店都还没有上新", "none of the shops watched ({watched}) has launched it yet"
    ),
    "evidence-unseen": _said(
        "；其中 {count} 家近 {weeks} 周没有记录（{shops}）",
        "; {count} of them not looked at for {weeks} weeks ({shops})",
    ),
    "evidence-nothing": _said(
        "关注的 {watched} 家竞店近 {weeks} 周都没有记录，看不出",
        "none of the shops watched ({watched}) was looked at for {weeks} weeks, so nothing can be told",
    ),
    "evidence-launched": _said(
        "{watched} 家竞店中 {count} 家已上新（{shops}），最早 {first}",
        "launched by {count} of the {watched} shops watched ({shops}), the first on {first}",
    ),
    "evidence-shops": _said("{shops} 等", "{shops} and others"),
    "evidence-slow": _said("，都还没有单款月销满 {sales} 的", ", none with an item that sells {sales} or more a month"),
    "evidence-selling": _said(
        "，{count} 家有单款月销满 {sales}（{shops}）",
        ", {count} with an item that sells {sales} or more a month ({shops})",
    ),
    "evidence-too-few": _said("，不足 {peers} 家", ", fewer than {peers}"),
    "price-now": _said("券后价 {words}", "at {words}"),
    "price-last": _said("最后价 {words}", "last at {words}"),
    "title-added": _said("加了「{words}」", "added: {words}"),
    "title-dropped": _said("去掉「{words}」", "dropped: {words}"),
    "daily-peers": _said("{text}；竞店：{kinds}（{shops}）", "{text}; competitors: {kinds} ({shops})"),
    "daily-peers-many": _said("{shop}等 {count} 家", "{shop} and others, {count} shops"),
}

PEERS: dict[str, Message] = {**_WATCHING, **_LOGGING, **_REPORT, **_WORDS}
