"""Child processes that end with the command that started them, whatever ends it."""

import ctypes
import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)


@contextmanager
def started(
    command: Sequence[str], directory: Path, environment: Mapping[str, str], output: IO[str]
) -> Iterator[subprocess.Popen[str]]:
    """Run ``command`` in a session of its own, and kill all of it when the block ends.

    Ctrl-C reaches this process only, which then leaves the block; if this process is
    killed outright, Linux kills the command.
    """
    process = subprocess.Popen(
        command,
        cwd=directory,
        env=dict(environment),
        stdout=output,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        preexec_fn=end_with_parent,  # noqa: PLW1509  # one call into libc
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def run(
    command: Sequence[str], directory: Path, environment: Mapping[str, str], log: Path
) -> tuple[int, str]:
    """Run ``command`` to its end. Returns its exit status and what it printed, also in ``log``."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as output, started(command, directory, environment, output) as process:
        status = process.wait()
    return status, log.read_text()


def end_with_parent(how: signal.Signals = signal.SIGKILL) -> None:
    """Have Linux send this process ``how`` when its parent is gone, whatever ended that."""
    if hasattr(_LIBC, "prctl"):  # Linux
        _LIBC.prctl(_PR_SET_PDEATHSIG, how)
