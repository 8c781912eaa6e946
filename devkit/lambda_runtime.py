"""AWS's own Lambda runtime, without Docker.

The interface emulator (a Go program that plays the Lambda service) starts the
interface client (awslambdaric, what AWS's Python images run), which imports the
handler from the bundle. Both come from AWS; requirements-lambda*.txt pin them.
"""

import json
import os
import platform
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import project
from .console import Failure
from .process import started

TOOLS = project.WORK / "lambda"
"""What `make` installs from requirements-lambda*.txt: awslambdaric and the emulator."""

PYTHON = "python"
"""The file in TOOLS that names the interpreter that awslambdaric was installed for."""

FUNCTION_NAME = "function"  # the only one that the emulator knows
_ARCHITECTURES = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "arm64", "arm64": "arm64"}


class LambdaRuntime:
    """A function that is running; ``endpoint`` answers Lambda's Invoke."""

    def __init__(self, port: int, log: Path) -> None:
        self.endpoint = f"http://127.0.0.1:{port}"
        self.log = log

    def invoke(self, event: Any) -> Any:
        """The function's answer to ``event``, as Lambda's Invoke gives it."""
        request = urllib.request.Request(
            f"{self.endpoint}/2015-03-31/functions/{FUNCTION_NAME}/invocations",
            data=json.dumps(event).encode(),
        )
        # past any proxy: none can reach this machine's loopback
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=300) as response:
                return json.load(response)
        except OSError as error:
            raise Failure(
                f"The Lambda runtime did not answer ({error}). What it said is in {self.log}. "
                "If it cannot start the function, try `make clean` and the same command again."
            ) from error


@contextmanager
def running(
    bundle: Path, handler: str, environment: Mapping[str, str], log: Path
) -> Iterator[LambdaRuntime]:
    """Run ``handler`` of ``bundle`` until the block ends. What it prints goes to ``log``.

    The handler's process sees the bundle, awslambdaric and Python's standard library,
    and no package of the environment that this runs in.
    """
    port = _free_port()
    command = [
        str(_emulator()),
        "--runtime-interface-emulator-address",
        f"127.0.0.1:{port}",
        "--runtime-api-address",
        f"127.0.0.1:{_free_port()}",
        (TOOLS / PYTHON).read_text(),
        "-S",  # no site-packages
        "-m",
        "awslambdaric",
        handler,
    ]
    log.parent.mkdir(parents=True, exist_ok=True)
    of_function = {**_environment_of_lambda(bundle), **environment}
    with log.open("w") as output, started(command, bundle, of_function, output) as process:
        _wait_until_listening(process, port, log)
        yield LambdaRuntime(port, log)


def _environment_of_lambda(bundle: Path) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "en_US.UTF-8",
        "TZ": ":UTC",
        "AWS_LAMBDA_FUNCTION_NAME": FUNCTION_NAME,
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
        "AWS_LAMBDA_FUNCTION_TIMEOUT": "60",
        # as on Lambda: the bundle before what the runtime brings, and no byte code written
        "PYTHONPATH": os.pathsep.join([str(bundle), str(TOOLS)]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _wait_until_listening(process: subprocess.Popen[str], port: int, log: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            raise Failure(
                f"The Lambda runtime ended as it started:\n{log.read_text()}"
                "Try `make clean` and the same command again."
            )
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise Failure(f"The Lambda runtime does not listen. Its log: {log}")


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


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])
