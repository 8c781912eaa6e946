"""Bundles: what pip would install of requirements.txt, made of what is installed here."""

from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from devkit import project, slimming


@pytest.fixture(scope="session")
def bundle() -> slimming.Files:
    """The files of the stock bundle: our package and, with all they require, its requirements."""
    lines = (project.ROOT / "requirements.in").read_text().splitlines()
    ahead = [Requirement(line).name for line in lines if line and not line.startswith("#")]
    files = _files(project.ROOT / "src", (project.ROOT / "src").rglob("*.py"))
    installed = set()
    while ahead:
        name = ahead.pop()
        if name in installed:
            continue
        installed.add(name)
        distribution = metadata.distribution(name)
        root = Path(str(distribution.locate_file("")))
        files |= _files(root, (root / str(file) for file in distribution.files or ()))
        for line in distribution.requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                ahead.append(requirement.name)
    return files


@pytest.fixture(scope="session")
def slim(bundle: slimming.Files) -> slimming.Files:
    """What is left of it, before byte code is added."""
    return slimming.slim_files(bundle)


@pytest.fixture(scope="session")
def slim_directory(slim: slimming.Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("slim")
    for name, content in slim.items():
        target = directory / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return directory


def _files(root: Path, paths: object) -> slimming.Files:
    assert hasattr(paths, "__iter__")
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in paths
        if path.suffix != ".pyc" and ".." not in path.parts and path.is_file()
    }
