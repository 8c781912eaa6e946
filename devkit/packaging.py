"""The artifact: the zip that ``cfn submit`` would upload, and the bundle inside it."""

import hashlib
import os
import shutil
import sys
import zipfile
from pathlib import Path

from . import process, project
from .console import Failure

DIST = project.ROOT / "dist"
_INNER_ZIP = "ResourceProvider.zip"


def build() -> Path:
    """Make the zip with the cfn CLI, unless it is there and nothing in it has changed.

    Returns its path, ``dist/TYPE-NAME.zip``. Raises Failure with the CLI's own words.
    """
    name = project.schema_file_name().removesuffix(".json")
    target = DIST / f"{name}.zip"
    stamp = target.with_suffix(".stamp")
    digest = _digest_of_sources()
    if target.exists() and stamp.exists() and stamp.read_text() == digest:
        return target
    stage = project.stage(project.WORK / "package")
    shutil.copytree(project.INPUTS, stage / "inputs")
    _cfn(["submit", "--dry-run"], stage)
    DIST.mkdir(exist_ok=True)
    shutil.move(stage / f"{name}.zip", target)
    stamp.write_text(digest)
    return target


def unpack(artifact: Path) -> Path:
    """Unzip the bundle, as Lambda does: what is in this folder is all that the handlers have."""
    bundle = project.WORK / "bundle"
    shutil.rmtree(bundle, ignore_errors=True)
    with (
        zipfile.ZipFile(artifact) as outer,
        outer.open(_INNER_ZIP) as inner,
        zipfile.ZipFile(inner) as code,
    ):
        code.extractall(bundle)
    return bundle


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
    """Changes with whatever goes into the zip, and with the Python that pip builds for."""
    digest = hashlib.sha256(sys.version.encode())
    sources = [project.ROOT / name for name in project.SOURCES]
    for folder in (project.ROOT / "src", project.INPUTS):
        sources += sorted(p for p in folder.rglob("*") if p.suffix in (".py", ".json"))
    for source in sources:
        digest.update(f"{source.relative_to(project.ROOT)}\0".encode() + source.read_bytes())
    return digest.hexdigest()
