"""Byte code for the Python that the function runs on, made while packaging.

Lambda mounts the bundle read-only, so Python cannot keep what it compiles: without
byte code in the zip every cold start compiles every module again.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from . import project
from .console import Failure

# Where Lambda unpacks the bundle; tracebacks name files there.
ON_LAMBDA = "/var/task"
_VERSION = "import sys; print('python%d.%d' % sys.version_info[:2])"


def runtime_python() -> str | None:
    """The interpreter of .rpdk-config's ``runtime`` (python3.12), if this machine has it."""
    runtime = str(project.settings()["runtime"])
    return next((path for path in _candidates(runtime) if _answers(path) == runtime), None)


def compile_all(sources: Mapping[str, bytes], python: str) -> dict[str, bytes]:
    """The byte code of ``sources`` (path in the bundle -> content) by path in the bundle.

    It says "unchecked-hash": valid whatever the time stamps of the sources, which an
    archive does not keep, and the same for the same sources.
    """
    with tempfile.TemporaryDirectory() as directory:
        stage = Path(directory)
        for name, content in sources.items():
            target = stage / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        how = ["-q", "--invalidation-mode", "unchecked-hash", "-s", directory, "-p", ON_LAMBDA]
        finished = subprocess.run(
            [python, "-S", "-m", "compileall", *how, directory],
            check=False,
            # the order of a frozenset of strings goes into the byte code
            env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": ""},
            capture_output=True,
            text=True,
        )
        if finished.returncode != 0:
            raise Failure(f"{python} cannot compile the bundle:\n{finished.stdout}")
        return {
            str(PurePosixPath(found.relative_to(stage))): found.read_bytes()
            for found in sorted(stage.rglob("*.pyc"))
        }


def _candidates(runtime: str) -> Iterator[str]:
    yield sys.executable
    if found := shutil.which(runtime):
        yield found
    # pyenv's own commands answer only where a project has chosen their version
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    version = runtime.removeprefix("python")
    for directory in sorted(pyenv.glob(f"versions/{version}.*"), reverse=True):
        yield str(directory / "bin" / runtime)


def _answers(python: str) -> str | None:
    try:
        finished = subprocess.run(
            [python, "-S", "-c", _VERSION], check=False, capture_output=True, text=True
        )
    except OSError:
        return None
    return finished.stdout.strip() if finished.returncode == 0 else None
