"""The artifact: the zip that ``cfn submit`` would upload, and the bundle inside it."""

import hashlib
import os
import shutil
import sys
import zipfile
from pathlib import Path

from . import byte_code, process, project, slimming
from .console import Failure, say

DIST = project.ROOT / "dist"
_MAKE_THE_BUNDLE = ("byte_code", "packaging", "service_models", "slimming")


def build() -> Path:
    """Make the zip with the cfn CLI and slim it, unless it is there and nothing has changed.

    Returns its path, ``dist/TYPE-NAME.zip``. Raises Failure with the CLI's own words.
    """
    with project.one_at_a_time("packaging"):
        return _build()


def _build() -> Path:
    name = project.schema_file_name().removesuffix(".json")
    target = DIST / f"{name}.zip"
    stamp = target.with_suffix(".stamp")
    digest = _digest_of_sources()
    made = target.exists() and stamp.exists() and _as_submitted().exists()
    _say_if_there_is_no_byte_code()
    if made and stamp.read_text() == digest:
        return target
    stage = project.stage(project.WORK / "package")
    shutil.copytree(project.INPUTS, stage / "inputs")
    _cfn(["submit", "--dry-run"], stage)
    DIST.mkdir(exist_ok=True)
    shutil.copy(_as_submitted(), target)
    slimming.slim(target)
    stamp.write_text(digest)
    return target


def _say_if_there_is_no_byte_code() -> None:
    if not byte_code.runtime_python():
        say(
            f"\n  No {project.settings()['runtime']} on this machine: packaged without byte code, "
            "so every cold start compiles every module again."
        )


def as_submitted() -> Path:
    """The zip as the cfn CLI made it, before it was slimmed."""
    build()
    return _as_submitted()


def _as_submitted() -> Path:
    return project.WORK / "package" / project.schema_file_name().replace(".json", ".zip")


def unpack(artifact: Path, into: Path) -> Path:
    """Unzip the bundle, as Lambda does: what is in this folder is all that the handlers have."""
    with (
        zipfile.ZipFile(artifact) as outer,
        outer.open(slimming.BUNDLE) as inner,
        zipfile.ZipFile(inner) as code,
    ):
        code.extractall(into)
    return into


def _cfn(arguments: list[str], directory: Path) -> None:
    # The plugin runs "pip", whichever comes first: this environment's.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "AWS_DEFAULT_REGION": "us-east-1"}
    log = project.WORK / "packaging.log"
    status, output = process.run(["cfn", *arguments], directory, environment, log)
    if status != 0:
        raise Failure(
            f"cfn {' '.join(arguments)} failed:\n{output}"
            f"Its own log is {directory / 'rpdk.log'}. If pip could not reach a package index, "
            "check the network, then run the same command again."
        )


def _digest_of_sources() -> str:
    """Changes with whatever goes into the zip, and with the Pythons that it is built with."""
    digest = hashlib.sha256(f"{sys.version} {byte_code.runtime_python()}".encode())
    sources = [project.ROOT / name for name in project.SOURCES]
    sources += [Path(__file__).parent / f"{name}.py" for name in _MAKE_THE_BUNDLE]
    for folder in (project.ROOT / "src", project.INPUTS):
        sources += sorted(p for p in folder.rglob("*") if p.suffix in (".py", ".json"))
    for source in sources:
        digest.update(f"{source.relative_to(project.ROOT)}\0".encode() + source.read_bytes())
    return digest.hexdigest()
