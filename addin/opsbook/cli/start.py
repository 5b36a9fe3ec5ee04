"""Where the process begins: from here on Ctrl+C is one sentence, also while the program itself is still being loaded.

Outside `main` an interruption would meet nobody, so nothing is imported here that Python has not loaded by then.
"""

import _thread
import sys
import time

_SOON_SECONDS = 0.01


def main() -> int:
    """Run the command that the process was started with.

    Returns:
        The command's exit code; 130, as shells have it, after Ctrl+C.
    """
    try:
        sys.unraisablehook = _interrupt_again
        from opsbook.cli.main import main as run  # noqa: PLC0415 - loading it can be interrupted like the command

        code = run()
        _ignore_interruptions()  # the work is done: the end of the process needs none
    except KeyboardInterrupt:
        _ignore_interruptions()
        return _stopped()
    return code


def _interrupt_again(lost: "sys.UnraisableHookArgs") -> None:
    """Python drops what is raised in a callback of its own, such as one at the end of an import, and prints a traceback."""
    if lost.exc_type is KeyboardInterrupt:
        _thread.start_new_thread(_interrupt_soon, ())
    else:
        sys.__unraisablehook__(lost)


def _interrupt_soon() -> None:
    time.sleep(_SOON_SECONDS)  # until the callback is over
    _thread.interrupt_main()


def _ignore_interruptions() -> None:
    import signal  # noqa: PLC0415 - it loads for 20 ms

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _stopped() -> int:
    from opsbook.engine.console.printing import INTERRUPTED, Console, locale_language  # noqa: PLC0415 - see above
    from opsbook.features.contents import catalog  # noqa: PLC0415

    Console(locale_language(), catalog()).stopped()
    return INTERRUPTED
