"""Messages about goals."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

GOALS: dict[str, Message] = {
    "locks-over-total": Message(
        Label(
            "{period}的手工目标合计 {locks} 元，已超过目标 {total} 元。",
            "Manual goals of {period} add up to {locks} yuan, more than its goal of {total}.",
        ),
        Label(
            "请在「手工目标」列调低或清空几格，或把目标提高到至少 {locks} 元。",
            "Lower or clear some cells of the column Manual goal, or raise the goal to {locks} at least.",
        ),
    ),
    "all-locked": Message(
        Label(
            "{period}的每一格都填了手工目标，合计 {locks} 元，不等于目标 {total} 元。",
            "Every cell of {period} holds a manual goal; they add up to {locks} yuan, not to its goal of {total}.",
        ),
        Label(
            "请至少清空一格「手工目标」，差额会自动分到空出来的格子。",
            "Clear at least one cell of Manual goal: the difference goes there by itself.",
        ),
    ),
    "kept-over-total": Message(
        Label(
            "{period}已过去的部分定下的目标合计 {kept} 元，手工目标合计 {locks} 元，已超过目标 {total} 元。",
            "Goals of what is over in {period} add up to {kept} yuan, manual ones to {locks}: more than its goal of {total}.",
        ),
        Label(
            "请把目标定为至少 {least} 元；要连已过去的一起重分，加上 --restate。",
            "Set it to {least} at least; to split what is over as well, add --restate.",
        ),
    ),
    "all-kept": Message(
        Label(
            "{period}已没有可调整的部分：定下的目标合计 {kept} 元，手工目标合计 {locks} 元，不等于目标 {total} 元。",
            "Nothing of {period} is left open: its goals add up to {kept} yuan, manual ones to {locks}, not to its goal of {total}.",
        ),
        Label(
            "已过去的目标不再变动；要一起重分，加上 --restate。",
            "Goals of what is over stay; to split them as well, add --restate.",
        ),
    ),
    "month-over": Message(
        Label(
            "{period}已经过完，目标定在 {goal} 元，没有改动。",
            "{period} is over, its goal stays at {goal} yuan. Nothing was changed.",
        ),
        Label(
            "已过去的目标不再变动；确实要改写，加上 --restate 再运行一次。",
            "Goals of what is over stay; to rewrite this one, run again with --restate.",
        ),
    ),
    "goals-moved": Message(Label("变动的月目标：{months}", "Month goals that moved: {months}")),
    "days-moved": Message(
        Label("变动的日目标：{count} 天，{days}", "Day goals that moved ({count}): {days}"),
    ),
    "strange-locks": Message(
        Label(
            "「{sheet}」里有 {count} 格手工目标不是 0 或正整数：{cells}。没有改动。",
            "Manual goals on {sheet} that are not whole numbers from 0 up ({count}): {cells}. Nothing was changed.",
        ),
        Label(
            "请把这些格改成整数（元），如 5000，或清空，再运行一次。",
            "Make them whole yuan such as 5000, or clear them, and run again.",
        ),
    ),
    "calendar-not-announced": Message(
        Label(
            "日历库还没有 {year} 年的官方放假安排，暂按农历和往年惯例推算节假日，调休补班日未知。",
            "The calendar library does not know the official holidays of {year} yet: "
            "usual festivals are assumed, make-up working days are unknown.",
        ),
        Label(
            "国务院公布后，请在「设置」的活动表里补上：「阶段」填「放假」或「补班」，「开始」「结束」填日期；"
            "或升级日历库：pip install -U chinese-calendar。",
            "Once they are announced, add rows to the events on Settings with the phase 'day off' or 'work day' and the "
            "dates; or upgrade the library: pip install -U chinese-calendar.",
        ),
    ),
    "history-short": Message(
        Label(
            "可用的历史只有 {days} 天（不足 {wanted} 天），还学不到店铺的规律：各天平均，只计已知的活动和节假日。",
            "Days of usable history: {days}, fewer than {wanted}: nothing is learnt yet, days are alike but for known events and "
            "holidays.",
        ),
        Label(
            "导入去年或近几个月的店铺日报后，运行 opsbook goal 时加 --refit，重新计算权重。",
            "Import last year's or recent months' shop reports, then run opsbook goal with --refit.",
        ),
    ),
    "history-sparse": Message(
        Label(
            "历史 {days} 天里有 {empty} 天没有成交，学不到规律：各天平均，只计已知的活动和节假日。",
            "{empty} of {days} days of history sold nothing: nothing is learnt, days are alike but for known events and holidays.",
        ),
    ),
    "history-skipped": Message(
        Label(
            "历史里有 {days} 天的金额为负数，计算权重时没有使用。",
            "Days of history with a negative amount, not used for the weights: {days}.",
        ),
    ),
    "no-such-market": Message(
        Label("没有「{seen}」这个市场。", "There is no market {seen}."),
        Label(
            "请填 CN、none（不计节假日和大促），或国家代码，如 US、JP、DE；「设置」里「市场」的下拉列出了全部。",
            "Write CN, none (no holidays and sales days) or a country code such as US, JP, DE; the list of Market on Settings has "
            "them all.",
        ),
    ),
    "event-no-name": Message(
        Label("这一行活动没有名称，未使用。", "This event has no name and was not used."),
        Label("请填写活动名称，例如「双11」。", "Write its name, such as Double 11."),
    ),
    "event-bad-date": Message(
        Label(
            "活动「{event}」的日期不是日期（看到「{seen}」），这一行未使用。",
            "The date of event {event} is not a date (seen: '{seen}'); the row was not used.",
        ),
        Label("请按 2026-11-11 这样的格式填写日期。", "Write a date such as 2026-11-11."),
    ),
    "event-bad-span": Message(
        Label(
            "活动「{event}」的结束日期早于开始日期，或持续超过一年，这一行未使用。",
            "Event {event} ends before it starts or lasts longer than a year; the row was not used.",
        ),
        Label("请检查「开始」和「结束」两列。", "Check the columns Start and End."),
    ),
    "event-bad-lift": Message(
        Label(
            "活动「{event}」的系数应是大于 0 的数字（看到「{seen}」），这一行未使用。",
            "The lift of event {event} must be a number above 0 (seen: '{seen}'); the row was not used.",
        ),
        Label(
            "1 表示和平日一样，2 表示平日的两倍；不确定就留空，由历史推算。",
            "1 is an ordinary day, 2 is twice that; leave it blank to have it estimated from history.",
        ),
    ),
}
