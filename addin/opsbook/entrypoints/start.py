"""Where the process begins: from here on Ctrl+C is one sentence, also while the program itself is still being loaded."""

import signal


def main() -> int:
    """Run the command that the process was started with.

    Returns:
        The command's exit code; 130, as shells have it, after Ctrl+C.
    """
    try:
        from opsbook.entrypoints.cli import main as run  # noqa: PLC0415 - loading it can be interrupted like the command

        code = run()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the work is done: the end of the process needs no interruption
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return _stopped()
    return code


def _stopped() -> int:
    from opsbook.entrypoints.console import INTERRUPTED, Console, locale_language  # noqa: PLC0415

    Console(locale_language()).stopped()
    return INTERRUPTED
