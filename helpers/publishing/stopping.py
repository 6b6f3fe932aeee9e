"""End in one way on Ctrl-C, on SIGTERM and when the terminal goes away: tidied up, with a status."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP


class Stopped(KeyboardInterrupt):
    """A signal asked the program to end; `status` is what a shell expects then."""

    def __init__(self, number: int) -> None:
        """Keep the exit status: 128 and the number of the signal, so 130 after Ctrl-C."""
        super().__init__()
        self.status = 128 + number


@contextmanager
def on_signals() -> Iterator[None]:
    """Raise `Stopped` in this block when a signal asks to end; a second one ends at once.

    A signal that is ignored stays so: `nohup` works.
    """
    asked: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        if asked:
            os._exit(128 + number)
        asked.append(number)
        raise Stopped(number)

    before = {}
    if threading.current_thread() is threading.main_thread():
        for number in (getattr(signal, name) for name in SIGNALS if hasattr(signal, name)):
            if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
                before[number] = signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
