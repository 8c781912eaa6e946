"""`python -m devkit COMMAND`: what the Makefile's targets call."""

import signal
import sys
from types import FrameType

from .process import end_with_parent


def main() -> int:
    # Also where a shell had them ignored, as it has for what it runs in the background:
    # every `with` block must be left, so that what it started is stopped.
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _stop)
    # make may be killed by itself, and passes nothing on
    end_with_parent(signal.SIGTERM)
    try:
        # takes a second, in which somebody may press Ctrl-C
        from .commands import run  # noqa: PLC0415

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        print("\nStopped. Nothing is left running.", file=sys.stderr)
        return 130


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
