"""What is measured side by side: the slim bundle, the stock one, and plain boto3."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from devkit import byte_code, packaging, project, slimming

WORK = project.WORK / "bench"
_PROGRAMS = Path(__file__).parent / "programs"


@dataclass(frozen=True)
class Candidate:
    name: str
    directory: Path
    """Everything that the process can import beside the standard library."""
    program: tuple[str, ...]
    bytes: int
    """The size of the bundle, packed."""


@dataclass(frozen=True)
class Candidates:
    python: str
    ours: Candidate
    stock: Candidate
    plain: Candidate

    def __iter__(self) -> Iterator[Candidate]:
        return iter((self.ours, self.stock, self.plain))


def prepare() -> Candidates:
    """Package, unpack, and compile what plain boto3 needs, all for the runtime's Python."""
    if WORK.exists():
        _make_writable(WORK)
        shutil.rmtree(WORK)
    WORK.mkdir(parents=True)
    python = byte_code.runtime_python() or sys.executable
    stock_zip = packaging.as_submitted()
    ours_zip = WORK / "ours.zip"
    shutil.copy(stock_zip, ours_zip)
    slimming.slim(ours_zip)
    provider = (str(_PROGRAMS / "provider.py"), f"{project.package_name()}.handlers")
    ours = _unpacked("ours", ours_zip, provider)
    stock = _unpacked("stock", stock_zip, provider)
    return Candidates(python, ours, stock, _plain(stock.directory, python))


def _unpacked(name: str, artifact: Path, program: tuple[str, ...]) -> Candidate:
    directory = packaging.unpack(artifact, WORK / name)
    with zipfile.ZipFile(artifact) as outer:
        size = outer.getinfo(slimming.BUNDLE).file_size
    _make_read_only(directory)
    return Candidate(name, directory, program, size)


def _plain(stock: Path, python: str) -> Candidate:
    """boto3 as pip installs it, the versions of the bundle, its byte code there already."""
    directory = WORK / "plain"
    own = shutil.ignore_patterns(project.package_name())
    shutil.copytree(stock, directory, ignore=own, copy_function=shutil.copyfile)
    _make_writable(directory)
    subprocess.run([python, "-m", "compileall", "-q", str(directory)], check=True)
    _make_read_only(directory)
    size = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
    return Candidate("plain", directory, (str(_PROGRAMS / "plain.py"),), size)


def _make_writable(directory: Path) -> None:
    for folder, _, _ in os.walk(directory):
        Path(folder).chmod(0o755)


def _make_read_only(directory: Path) -> None:
    for folder, _, names in os.walk(directory):
        for name in names:
            Path(folder, name).chmod(0o444)
        Path(folder).chmod(0o555)
