"""Buttons of this feature, by group of the ribbon."""

from collections.abc import Mapping

from opsbook.model.language import Label
from opsbook.model.records.button import Button

BUTTONS: Mapping[str, tuple[Button, ...]] = {
    "goals": (
        Button("set_goal", Label("设目标", "Set goal"), Label("设年目标或月目标", "Set a year's or a month's goal"), Label("日目标随之重分，合计分毫不差；会报出旧值和新值。", "Days share it out anew and add up exactly; old and new are shown."), "CalculateNow", large=True, command="goal", run="opsbook.ribbon.goals:set_goal"),
        Button("refit", Label("重拟权重", "Refit weights"), Label("用店铺历史重拟未开始月份的日权重", "Fit day weights of months that have not begun on the shop's history"), Label("进行中的月份不动。", "The running month stays as it is."), "ChartTrendline", run="opsbook.ribbon.goals:refit"),
        Button("lock_day", Label("锁定/解锁日目标", "Lock/unlock day"), Label("锁定所选日的日目标，再点一次解锁", "Lock the goal of the chosen day; once more unlocks it"), Label("先在「目标分解」选中某天所在的行；其余天重新分摊。", "Select a cell in the day's row on Goals first; the other days share out the rest."), "Lock", run="opsbook.ribbon.goals:lock_day"),
    ),
}  # fmt: skip
