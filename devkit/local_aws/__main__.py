"""Run the local AWS until interrupted: python -m devkit.local_aws [--port N] [--log-requests]"""

from __future__ import annotations

import argparse
import signal
from threading import Event
from types import FrameType

from .server import LocalAws


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m devkit.local_aws", description="A local AWS on 127.0.0.1."
    )
    parser.add_argument("--port", type=int, default=0, help="default: a free one")
    parser.add_argument("--log-requests", action="store_true", help="one line for each, on stderr")
    options = parser.parse_args()

    stop = Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)
    with LocalAws(options.port, log_requests=options.log_requests) as aws:
        print(aws.endpoint_url, flush=True)
        stop.wait()


if __name__ == "__main__":
    main()
