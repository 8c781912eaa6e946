"""A process that is asked a line and answers a line, both JSON."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import IO, Any, cast

from devkit.console import Failure


class LineProcess:
    """Runs ``command`` inside the ``with`` block; ``environment`` None is this process's own."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str] | None = None,
        directory: Path | None = None,
    ) -> None:
        self._command = command
        self._environment = environment
        self._directory = directory

    def __enter__(self) -> "LineProcess":
        self.started = perf_counter()
        self._process = subprocess.Popen(
            self._command,
            cwd=self._directory,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._to = cast(IO[str], self._process.stdin)
        self._from = cast(IO[str], self._process.stdout)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, question: Any) -> Any:
        self._to.write(f"{json.dumps(question)}\n")
        self._to.flush()
        return self.answer()

    def answer(self) -> Any:
        line = self._from.readline()
        if not line:
            raise Failure(f"{' '.join(self._command)} ended instead of answering.")
        return json.loads(line)

    def resident_mib(self) -> float:
        """Resident memory, as Linux counts it."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        (kib,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(kib) / 1024
