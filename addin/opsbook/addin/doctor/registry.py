"""The Windows registry: read anywhere, write in the user's own part only. Elsewhere there is none."""

import sys

if sys.platform == "win32":
    import winreg

    _ROOTS = {
        "user": winreg.HKEY_CURRENT_USER,
        "machine": winreg.HKEY_LOCAL_MACHINE,
        "classes": winreg.HKEY_CLASSES_ROOT,
    }

    def read_value(root: str, key: str, name: str = "") -> str:
        """A value as text; empty when it is not there."""
        for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
            try:
                with winreg.OpenKey(_ROOTS[root], key, access=winreg.KEY_READ | view) as opened:
                    return str(winreg.QueryValueEx(opened, name)[0])
            except OSError:
                continue
        return ""

    def set_value(key: str, name: str, value: str) -> None:
        """Write a text into the user's part."""
        with winreg.CreateKey(_ROOTS["user"], key) as opened:
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

    def remove_key(key: str) -> None:
        """Remove a key of the user's part; nothing happens when it is not there."""
        try:
            winreg.DeleteKey(_ROOTS["user"], key)
        except FileNotFoundError:
            return
else:

    def read_value(root: str, key: str, name: str = "") -> str:  # noqa: ARG001 - the same signature everywhere
        """Nothing: only Windows has a registry."""
        return ""

    def set_value(key: str, name: str, value: str) -> None:
        """Refuse: only Windows has a registry."""
        raise OSError(key, name, value)

    def remove_key(key: str) -> None:
        """Refuse: only Windows has a registry."""
        raise OSError(key)
