"""Fetch AWS's Lambda runtime: ``python -m devkit.lambda_tools DIRECTORY``.

The interface client is a Python package. The interface emulator is a file inside
the wheel of aws-sam-cli; the wheel is fetched by its hash and the file taken out of
it, because aws-sam-cli itself pins packages that the cfn CLI cannot live with.
"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from . import byte_code, lambda_runtime, project

_INSIDE_THE_WHEEL = "samcli/local/rapid/"


def fetch(into: Path) -> None:
    """Put awslambdaric and the emulator, for both architectures, into ``into``."""
    into.mkdir(parents=True, exist_ok=True)
    (into / lambda_runtime.PYTHON).write_text(byte_code.runtime_python() or sys.executable)
    install = ["install", "--upgrade", "--target", str(into), *_for_the_runtime()]
    _pip(*install, "-r", "requirements-lambda.txt")
    with tempfile.TemporaryDirectory() as directory:
        _pip("download", "--no-deps", "--dest", directory, "-r", "requirements-emulator.txt")
        (wheel,) = Path(directory).glob("*.whl")
        _take_emulators(wheel, into)


def _take_emulators(wheel: Path, into: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith(_INSIDE_THE_WHEEL) and not name.endswith("/"):
                emulator = into / Path(name).name
                emulator.write_bytes(archive.read(name))
                emulator.chmod(0o755)


def _for_the_runtime() -> list[str]:
    """The interface client has an extension, which must be for the Python that will load it."""
    if not byte_code.runtime_python():
        return []
    version = project.settings()["runtime"].removeprefix("python")
    return ["--python-version", version, "--only-binary", ":all:"]


def _pip(*arguments: str) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq"]
    subprocess.run([*pip, *arguments, "--require-hashes"], cwd=project.ROOT, check=True)


if __name__ == "__main__":
    try:
        fetch(Path(sys.argv[1]).resolve())
    except subprocess.CalledProcessError:
        sys.exit("pip could not fetch it. Check the network, then run the same command again.")
