"""What is generated from schema.json is what would be generated of it now."""

from pathlib import Path

from devkit import property_types

from .cfn import PACKAGE, cfn, copy_of_the_project
from .sources import ROOT


def test_generated_files_are_up_to_date(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path)
    cfn("generate", project)

    made, kept = generated_files(project), generated_files(ROOT)
    assert len(made) > 3  # the copy was generated at all
    stale = {
        path: "missing" if path not in kept else "left over" if path not in made else "changed"
        for path in sorted(made.keys() | kept.keys())
        if made.get(path) != kept.get(path)
    }
    assert not stale, f"Stale files: {stale}. Run `make generate` and keep what it writes."


def generated_files(root: Path) -> dict[str, str]:
    paths = [
        root / "resource-role.yaml",
        root / PACKAGE / "models.py",
        *(root / "docs").rglob("*"),
    ]
    return {str(path.relative_to(root)): path.read_text() for path in paths if path.is_file()}


def test_property_types_are_up_to_date() -> None:
    said = property_types.FILE.read_text()
    assert said == property_types.source(), "Stale. Run `make generate` and keep what it writes."
