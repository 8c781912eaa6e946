"""AWS's own Lambda runtime, without Docker.

The interface emulator (a Go program that plays the Lambda service) starts the
interface client (awslambdaric, what AWS's Python images run), which imports the
handler from the bundle. Both come from AWS; requirements-lambda*.txt pin them.
"""

import ctypes
import json
import os
import platform
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from . import project
from .console import Failure

TOOLS = project.WORK / "lambda"
"""What `make` installs from requirements-lambda*.txt: awslambdaric and the emulator."""

FUNCTION_NAME = "function"  # the only one that the emulator knows
_ARCHITECTURES = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "arm64", "arm64": "arm64"}
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)


class LambdaRuntime:
    """Runs ``handler`` of ``bundle``; inside the ``with`` block, ``endpoint`` answers Invoke.

    The handler's process sees the bundle, awslambdaric and Python's standard library,
    and no package of the environment that this runs in.
    """

    def __init__(
        self, bundle: Path, handler: str, environment: Mapping[str, str], log: Path
    ) -> None:
        self._bundle = bundle
        self._handler = handler
        self._environment = environment
        self.log = log
        self._port = _free_port()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def __enter__(self) -> "LambdaRuntime":
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("w") as log:
            self._process = subprocess.Popen(
                [
                    str(_emulator()),
                    "--runtime-interface-emulator-address",
                    f"127.0.0.1:{self._port}",
                    "--runtime-api-address",
                    f"127.0.0.1:{_free_port()}",
                    sys.executable,
                    "-S",  # no site-packages
                    "-m",
                    "awslambdaric",
                    self._handler,
                ],
                cwd=self._bundle,
                env=self._environment_of_function(),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_parent,  # noqa: PLW1509  # one call into libc
            )
        try:
            self._wait_until_listening()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def invoke(self, event: Any) -> Any:
        """The function's answer to ``event``, as Lambda's Invoke gives it."""
        request = urllib.request.Request(
            f"{self.endpoint}/2015-03-31/functions/{FUNCTION_NAME}/invocations",
            data=json.dumps(event).encode(),
        )
        # past any proxy: none can reach this machine's loopback
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=300) as response:
            return json.load(response)

    def _environment_of_function(self) -> dict[str, str]:
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "LANG": "en_US.UTF-8",
            "TZ": ":UTC",
            "AWS_LAMBDA_FUNCTION_NAME": FUNCTION_NAME,
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
            "AWS_LAMBDA_FUNCTION_TIMEOUT": "60",
            # as on Lambda: the bundle before what the runtime brings, and read-only
            "PYTHONPATH": os.pathsep.join([str(self._bundle), str(TOOLS)]),
            "PYTHONDONTWRITEBYTECODE": "1",
            **self._environment,
        }

    def _wait_until_listening(self) -> None:
        for _ in range(200):
            if self._process.poll() is not None:
                raise Failure(
                    f"The Lambda runtime ended as it started:\n{self.log.read_text()}"
                    "Try `make clean` and the same command again."
                )
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self._port)) == 0:
                    return
            time.sleep(0.05)
        raise Failure(f"The Lambda runtime does not listen. Its log: {self.log}")

    def _stop(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def _emulator() -> Path:
    architecture = _ARCHITECTURES.get(platform.machine().lower())
    if sys.platform != "linux" or architecture is None:
        raise Failure(
            "AWS's Lambda runtime interface emulator runs on Linux (x86_64 and arm64) only. "
            "Elsewhere, run this in a Linux machine or container, or use `sam local "
            "start-lambda` with template.yml and `cfn test`."
        )
    emulator = TOOLS / f"aws-lambda-rie-{architecture}"
    if not emulator.exists():
        raise Failure(f"{emulator} is missing. Run `make setup`.")
    return emulator


def _end_with_parent() -> None:
    """If this process is killed outright, Linux ends the emulator too."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])
