"""What came from which file."""

from opsbook.model.language import Label
from opsbook.model.schema import STEP, Column, Kind, Table, formula_column, text_column
from opsbook.model.units import Unit

IMPORTS = Table(
    "Imports",
    ("id",),
    (
        Column("id", Label("编号", "ID"), Unit.ID),
        Column("at", Label("时间", "Time"), Unit.DATE),
        text_column("file", "文件", "File"),
        text_column("sha256", "指纹", "SHA256"),
        text_column("kind", "类型", "Kind"),
        Column("exported", Label("导出日期", "Exported"), Unit.DATE),
        Column("first", Label("首日", "First day"), Unit.DATE),
        Column("last", Label("末日", "Last day"), Unit.DATE),
        Column("rows", Label("行数", "Rows"), Unit.COUNT),
        Column("added", Label("新增", "Added"), Unit.COUNT),
        Column("updated", Label("更新", "Updated"), Unit.COUNT),
        Column("unchanged", Label("未变", "Unchanged"), Unit.COUNT),
        Column("rejected", Label("拒收", "Rejected"), Unit.COUNT),
        text_column("issues", "问题", "Issues"),
    ),
    emptied=True,
    until="last",
)

OPTIONS = Table(
    "Options",
    ("name",),
    (
        text_column("name", "选项", "Option", names=True),
        text_column("value", "取值", "Value", Kind.YOURS),
        text_column("explanation", "说明", "Explanation"),
    ),
    label=Label("更多选项", "More options"),
    judged_elsewhere=True,
    options=True,
    since=2,
)

FEATURES = Table(
    "Features",
    ("feature",),
    (
        text_column("feature", "功能", "Feature"),
        text_column("on", "启用", "On", Kind.YOURS),
        text_column("state", "状态", "State"),
    ),
    label=Label("功能", "Features"),
    printed=True,
    since=2,
)

CALC_DATES = Table("CalcDates", ("n",), (STEP, formula_column("day", "可选日期", "Dates", Unit.DATE)), fixed=True)
