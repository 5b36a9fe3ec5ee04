"""Messages of the add-in: building, installing, removing, and every known reason why it does not answer."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


ADDIN: dict[str, Message] = {
    # what stops a command
    "no-xlwings": _said(
        "没有找到 xlwings 的文件 {file}，做不出加载项。",
        "The file {file} of xlwings was not found, so the add-in cannot be made.",
        "请重新安装 opsbook，它会把需要的 xlwings 一起装上。",
        "Install opsbook again: it brings the xlwings it needs.",
    ),
    "other-xlwings": _said(
        "装着的 xlwings 是 {version}，与这个 OpsBook 不配套（对不上：{piece}）。",
        "The installed xlwings is {version}, which does not go with this OpsBook (no match: {piece}).",
        "请重新安装 opsbook，不要单独升级 xlwings。",
        "Install opsbook again, and do not upgrade xlwings on its own.",
    ),
    "no-excel-here": _said(
        "这台电脑的系统上没有 Excel，装不了加载项。",
        "There is no Excel for this computer's system, so the add-in cannot be installed.",
        "请在装有 Excel 的 Windows 或 Mac 上运行；在这里可以用 opsbook addin build 生成文件。",
        "Run it on Windows or a Mac with Excel; opsbook addin build makes the files anywhere.",
    ),
    # Excel and what stands in for it
    "excel-missing": _said(
        "没有找到 Excel（查到的是：{file}）。",
        "Excel was not found (what answers for it: {file}).",
        "请先安装桌面版 Excel 并打开一次。",
        "Install desktop Excel and open it once.",
    ),
    "wps-only": _said(
        "只找到 WPS（{file}），没有找到 Excel。加载项的按钮和函数在 WPS 里不能用。",
        "Only WPS was found ({file}), no Excel. The add-in's buttons and functions do not work in WPS.",
        "用 WPS 时请用命令行，例如 opsbook daily：工作簿本身照常可用。",
        "With WPS use the command line, such as opsbook daily: the workbook itself works.",
    ),
    "wps-class": _said(
        "WPS 占用了 Excel 的接口：别的程序找 Excel 时，打开的是 {file}。",
        "WPS has taken Excel's place: programs that ask for Excel get {file}.",
        "请打开「WPS 配置工具 › 高级 › 兼容设置」，取消「WPS Office 兼容第三方系统和软件」，再用「设置 › 应用」修复 Office。",
        "In WPS's configuration tool, under compatibility, untick working with third-party software; then repair Office "
        "in Settings › Apps.",
    ),
    "excel-running": _said(
        "Excel 还开着（{count} 个），加载项文件正被占用。",
        "Excel is open (running: {count}) and holds the add-in's files.",
        "请保存并关闭所有 Excel 窗口，再运行一次。",
        "Save and close every Excel window, then run this again.",
    ),
    "excel-hidden": _said(
        "后台有 {count} 个看不见窗口的 Excel，会占住文件和 Python。",
        "Excel runs in the background without a window ({count}) and holds files and Python.",
        "请先保存工作簿，再打开任务管理器（Ctrl+Shift+Esc），结束没有窗口的 Microsoft Excel。",
        "Save your workbooks, open the Task Manager (Ctrl+Shift+Esc) and end every Microsoft Excel that has no window.",
    ),
    # Python behind the add-in
    "python-missing": _said(
        "加载项要用的 Python 不在了：{file}。",
        "The Python behind the add-in is not there: {file}.",
        "请安装 Python 和 opsbook，再用那个 Python 运行 opsbook addin install，或用 --python 指明位置。",
        "Install Python and opsbook, then run opsbook addin install with it, or name it with --python.",
    ),
    "opsbook-missing": _said(
        "{file} 里没有装 opsbook（或少了 xlwings）。",
        "{file} has no opsbook, or lacks xlwings.",
        "请用这个 Python 安装 opsbook，或用 --python 换一个装好的。",
        "Install opsbook into this Python, or name another one with --python.",
    ),
    "dll-other-bits": _said(
        "Excel 是 {bits} 位的，{folder} 里只有另一种位数的 xlwings 文件，缺 {file}。",
        "Excel is a {bits}-bit program, but {folder} has xlwings' file for the other kind only; {file} is missing.",
        "请把 {file} 放进这个文件夹：用 pip 重新安装 xlwings 会把两种都带上。",
        "Put {file} there: installing xlwings again with pip brings both kinds.",
    ),
    "dll-missing": _said(
        "缺少连接 Excel（{bits} 位）和 Python 的文件 {file}，应在 {folder}。",
        "The file that joins Excel ({bits}-bit) and Python is missing: {file}, wanted in {folder}.",
        "请用 pip 重新安装 xlwings，再运行 opsbook addin install；若刚装好又消失，请在杀毒软件里恢复并信任它。",
        "Install xlwings again with pip and run opsbook addin install; if it vanishes again, restore and trust it in the "
        "virus scanner.",
    ),
    "pythonpath-set": _said(
        "环境变量 PYTHONPATH 指向 {folders}，那里的同名模块会抢在前面。",
        "The variable PYTHONPATH names {folders}; modules there come before the installed ones.",
        "请在「编辑账户的环境变量」里删掉 PYTHONPATH，然后重新登录。",
        "Remove PYTHONPATH under Edit environment variables for your account, then log in again.",
    ),
    "path-synced": _said(
        "{file} 在 OneDrive 里，同步时文件会被占用或移到云端。",
        "{file} lies within OneDrive, which holds or moves files while it syncs.",
        "请把 Python 装到 OneDrive 以外的文件夹，例如 C:\\OpsBook\\python，再用 --python 安装一次。",
        "Put Python into a folder outside OneDrive, such as C:\\OpsBook\\python, and install again with --python.",
    ),
    "path-not-ascii": _said(
        "路径里有中文等非英文字符：{file}。在系统语言不同的电脑上，Excel 会找不到它。",
        "The path has letters beyond plain English: {file}. Excel may not find it on systems of another language.",
        "请把 Python 放到纯英文的文件夹，例如 C:\\OpsBook\\python，再用 --python 安装一次。",
        "Put Python into a folder of plain letters, such as C:\\OpsBook\\python, and install again with --python.",
    ),
    # what was installed
    "addin-not-installed": _said(
        "加载项还没有安装（或不是用 opsbook addin install 装的）。",
        "The add-in is not installed, or not by opsbook addin install.",
        "请先关闭 Excel，再运行 opsbook addin install。",
        "Close Excel and run opsbook addin install.",
    ),
    "addin-file-gone": _said(
        "装好的文件不见了：{file}。常见原因是杀毒软件把它隔离了。",
        "An installed file is gone: {file}. Often a virus scanner has taken it away.",
        "请在杀毒软件（Windows 安全中心 › 保护历史记录）里恢复并允许它，再运行 opsbook addin install。",
        "Restore and allow it in the virus scanner (Windows Security › Protection history), then run opsbook addin install.",
    ),
    "addin-file-changed": _said(
        "{file} 装好以后被改过。",
        "{file} was changed after it was installed.",
        "若不是有意改的，请再运行一次 opsbook addin install。",
        "Unless that was meant, run opsbook addin install again.",
    ),
    "addin-file-kept": _said(
        "{file} 装好以后被改过，没有删除。",
        "{file} was changed after it was installed and was not removed.",
        "不需要的话请手工删除。",
        "Remove it by hand if you do not need it.",
    ),
    "addin-other-version": _said(
        "加载项里的 {name} 是 {addin}，Python 里的是 {package}，两边对不上。",
        "The add-in was made with {name} {addin}, but Python has {package}.",
        "请关闭 Excel，用加载项要用的那个 Python 再运行一次 opsbook addin install。",
        "Close Excel and run opsbook addin install again, with the Python the add-in is to use.",
    ),
    "addin-locked": _said(
        "{file} 被别的程序占用，更新不了。",
        "{file} is held by another program and cannot be updated.",
        "请关闭 Excel（也看看任务管理器里有没有没窗口的），再试一次；还不行就重新登录。",
        "Close Excel, look for one without a window in the Task Manager, and try again; if that fails, log in again.",
    ),
    "addin-load-once": _said(
        "Excel 的启动文件夹写不进去，加载项放在了 {file}，Excel 不会自己加载它。",
        "Excel's start folder cannot be written to; the add-in goes to {file} and Excel does not load it by itself.",
        "请在 Excel 的「文件 › 选项 › 加载项 › 转到 › 浏览」里选中它一次。",
        "Choose it once in Excel under File › Options › Add-ins › Go › Browse.",
    ),
    "file-marked": _said(
        "Windows 把 {file} 当作网上下载的文件，Excel 不会运行它。",
        "Windows takes {file} for a download, and Excel does not run it.",
        "请运行 opsbook addin install，它会去掉标记；也可以右键文件 › 属性 › 解除锁定。",
        "Run opsbook addin install, which removes the mark; or right-click the file, Properties, Unblock.",
    ),
    "asr-blocks": _said(
        "公司的 Defender 规则不许 Excel 启动别的程序，按钮和函数会没有反应。",
        "A Defender rule keeps Excel from starting programs, so buttons and functions will not answer.",
        "请运行 opsbook addin install --login-server：Python 改为登录时启动，Excel 不用自己启动它。",
        "Run opsbook addin install --login-server: Python then starts at login and Excel need not start it.",
    ),
    "applescript-missing": _said(
        "Excel 用来启动 Python 的脚本不在了：{file}。",
        "The script through which Excel starts Python is missing: {file}.",
        "请运行 opsbook addin install，或 xlwings runpython install。",
        "Run opsbook addin install, or xlwings runpython install.",
    ),
    "mac-buttons-only": _said(
        "Mac 上只有按钮能用，每按一次启动一次 Python；需要 Python 的函数只在 Windows 上能用。",
        "On a Mac only buttons work, and each click starts Python; functions that need Python work on Windows only.",
    ),
    # steps
    "addin-write": _said("  写入 {file}", "  write {file}"),
    "addin-copy": _said("  复制 {source} → {file}", "  copy {source} → {file}"),
    "addin-remove": _said("  删除 {file}", "  remove {file}"),
    "addin-set": _said("  注册表 {key}：{name} = {value}", "  registry {key}: {name} = {value}"),
    "addin-unset": _said("  删除注册表项 {key}", "  remove registry key {key}"),
    # what was done
    "addin-dry-run": _said("只列出步骤，没有改动任何东西。", "Steps only: nothing was changed."),
    "addin-nothing-to-do": _said("已经是这样，没有要改的。", "All is in place; there is nothing to change."),
    "addin-blocked": _said(
        "没有改动任何东西：请先解决上面带 ✗ 的问题。",
        "Nothing was changed: mend what is marked ✗ above first.",
    ),
    "addin-step-failed": _said(
        "这一步没有做成：{step}（{reason}）。后面的步骤没有做。",
        "This step failed: {step} ({reason}). Those after it were not taken.",
        "请先解决原因（常见：文件夹不许写入、杀毒软件拦截），再运行一次；想撤销已做的，运行 opsbook addin uninstall。",
        "Mend the cause (often a folder that may not be written to, or a virus scanner) and run it again; opsbook addin "
        "uninstall undoes what was done.",
    ),
    "addin-installed": _said(
        "装好了，共 {count} 步。打开 Excel，功能区会出现「运营」；选了登录时启动的，请先重新登录一次。",
        "Installed (steps: {count}). Open Excel and look for the Operations tab; if Python is to start at login, log in "
        "again first.",
    ),
    "addin-removed": _said(
        "已卸载，共 {count} 步；工作簿和 Python 没有动。",
        "Removed (steps: {count}); workbooks and Python were left alone.",
    ),
    "addin-fine": _said("没有发现问题。", "Nothing found."),
    "addin-found": _said("发现 {count} 个问题。", "Problems found: {count}."),
}
