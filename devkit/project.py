"""Where things are, and the projects that the cfn CLI works on."""

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
INPUTS = ROOT / "inputs"
WORK = ROOT / ".work"
"""Everything that a command makes and nobody commits."""

SETTINGS = ".rpdk-config"
# What `cfn validate`, `cfn submit` and `cfn test` read.
SOURCES = (SETTINGS, "schema.json", "resource-role.yaml", "requirements.txt", "template.yml")


def type_name() -> str:
    """The type's name, as .rpdk-config has it."""
    return str(settings()["typeName"])


def package_name() -> str:
    """The Python package that the cfn CLI ships: the type's name in lower case."""
    return type_name().lower().replace("::", "_")


def settings() -> dict[str, Any]:
    """.rpdk-config."""
    loaded: dict[str, Any] = json.loads((ROOT / SETTINGS).read_text())
    return loaded


def schema_file_name() -> str:
    """The name under which the cfn CLI looks for the schema."""
    return f"{type_name().lower().replace('::', '-')}.json"


def stage(into: Path) -> Path:
    """Make ``into`` a copy of the project for the cfn CLI, which writes where it works."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    for name in SOURCES:
        shutil.copy(ROOT / name, into / name)
    (into / schema_file_name()).symlink_to("schema.json")
    shutil.copytree(ROOT / "src", into / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return into


@contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """Wait for another command that is at ``what`` in this folder, if there is one."""
    WORK.mkdir(exist_ok=True)
    with (WORK / f"{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
