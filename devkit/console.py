"""What a command shows: one line a step, with its time; plain sentences for what failed."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Failure(Exception):
    """A command cannot go on. The message says why and what to do; no stack trace follows."""


def colour(code: str, text: str) -> str:
    """``text`` in a colour, if somebody is looking and wants one (https://no-color.org)."""
    wanted = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return f"\033[{code}m{text}\033[0m" if wanted else text


def bold(text: str) -> str:
    return colour("1", text)


def green(text: str) -> str:
    return colour("32", text)


def red(text: str) -> str:
    return colour("31", text)


def dim(text: str) -> str:
    return colour("2", text)


def say(text: str = "") -> None:
    """Print a line at once, also into a pipe."""
    print(text, flush=True)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say what is being done, and how long it took once it is done."""
    print(f"  {name} …", end="", flush=True)
    started = time.monotonic()
    try:
        yield
    except BaseException:
        say(red(" failed"))
        raise
    say(f" done {dim(f'{time.monotonic() - started:.1f} s')}")
