"""The slim bundle: the same bytes every time, and nothing in it that nobody uses."""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from devkit import byte_code, project, slimming

UNUSED = slimming.UNUSED_PACKAGES
CURRENT = f"cpython-{sys.version_info.major}{sys.version_info.minor}"


def zipped(files: slimming.Files, date: tuple[int, int, int, int, int, int]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, date), content)
    return memory.getvalue()


def unzipped(data: bytes) -> slimming.Files:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def artifact(
    path: Path,
    bundle: slimming.Files,
    date: tuple[int, int, int, int, int, int] = (2026, 1, 1, 0, 0, 0),
) -> Path:
    """The zip of ``cfn submit`` with ``bundle`` inside."""
    outer = {"schema.json": b"{}", slimming.BUNDLE: zipped(bundle, date)}
    path.write_bytes(zipped(outer, date))
    return path


@pytest.fixture
def tree(bundle: slimming.Files) -> slimming.Files:
    """A bundle like the real one, with few files: botocore's data, and one module of each kind."""
    data = {name: content for name, content in bundle.items() if "botocore/data/" in name}
    few = {name: data[name] for name in data if name.count("/") == 2 or "/logs/" in name}
    few |= {n: data[n] for n in data if "/sagemaker/" in n or "/cloudwatch/" in n or "/s3/" in n}
    return {
        **few,
        "provider/__init__.py": b"KINDS = frozenset({'a', 'b', 'c', 'd'})\n",
        "provider/handlers.py": b"def resource(event, context):\n    return {}\n",
        "provider/tests/test_it.py": b"",
        "fast/_speedups.cpython-311-x86_64-linux-gnu.so": b"\x7fELF",
        "setuptools/__init__.py": b"",
        "setuptools-84.2.1.dist-info/licenses/LICENSE": b"",
        "distutils-precedence.pth": b"",
        "bin/jp.py": b"",
        "fast-1.0.dist-info/RECORD": b"",
        "fast-1.0.dist-info/licenses/LICENSE.txt": b"do what you like",
    }


@pytest.fixture
def with_byte_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(byte_code, "runtime_python", lambda: sys.executable)


@pytest.mark.usefixtures("with_byte_code")
class TestArtifact:
    def test_the_same_bytes_whatever_the_times_and_the_order(
        self, tmp_path: Path, tree: slimming.Files
    ) -> None:
        one = artifact(tmp_path / "one.zip", tree)
        backwards = dict(reversed(tree.items()))
        other = artifact(tmp_path / "other.zip", backwards, (2030, 12, 31, 23, 59, 58))
        slimming.slim(one)
        slimming.slim(other)
        assert one.read_bytes() == other.read_bytes()

    def test_what_is_beside_the_bundle_stays(self, tmp_path: Path, tree: slimming.Files) -> None:
        made = artifact(tmp_path / "made.zip", tree)
        slimming.slim(made)
        outer = unzipped(made.read_bytes())
        assert outer.keys() == {"schema.json", slimming.BUNDLE}
        assert outer["schema.json"] == b"{}"

    def test_what_stays_and_what_goes(self, tmp_path: Path, tree: slimming.Files) -> None:
        made = artifact(tmp_path / "made.zip", tree)
        assert slimming.slim(made) == sys.executable
        files = unzipped(unzipped(made.read_bytes())[slimming.BUNDLE])
        assert {name for name in files if not name.startswith("botocore/")} == {
            "provider/__init__.py",
            f"provider/__pycache__/__init__.{CURRENT}.pyc",
            "provider/handlers.py",
            f"provider/__pycache__/handlers.{CURRENT}.pyc",
            "fast-1.0.dist-info/licenses/LICENSE.txt",
        }

    def test_byte_code_does_not_depend_on_times(self, tmp_path: Path, tree: slimming.Files) -> None:
        """PEP 552: bit 0 for a hash in place of a time, bit 1 for checking it."""
        made = artifact(tmp_path / "made.zip", tree)
        slimming.slim(made)
        files = unzipped(unzipped(made.read_bytes())[slimming.BUNDLE])
        flags = {content[4:8] for name, content in files.items() if name.endswith(".pyc")}
        assert flags == {b"\x01\x00\x00\x00"}

    def test_without_the_runtimes_python_there_is_none(
        self, tmp_path: Path, tree: slimming.Files, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(byte_code, "runtime_python", lambda: None)
        made = artifact(tmp_path / "made.zip", tree)
        assert slimming.slim(made) is None
        files = unzipped(unzipped(made.read_bytes())[slimming.BUNDLE])
        assert "provider/handlers.py" in files
        assert not [name for name in files if name.endswith(".pyc")]


class TestRealBundle:
    def test_no_data_of_other_services(self, slim: slimming.Files) -> None:
        parts = [name.split("/") for name in slim if name.startswith("botocore/data/")]
        assert {part[2] for part in parts if len(part) > 3} == set(slimming.OPERATIONS)

    def test_every_licence_of_what_stays(
        self, bundle: slimming.Files, slim: slimming.Files
    ) -> None:
        def distributions(files: slimming.Files) -> set[str]:
            tops = {name.partition("/")[0] for name in files}
            return {top for top in tops if top.endswith(".dist-info")}

        gone = {top for top in distributions(bundle) if top.partition("-")[0] in UNUSED}
        assert distributions(slim) == distributions(bundle) - gone

    def test_nothing_that_only_one_python_or_machine_can_load(self, slim: slimming.Files) -> None:
        assert not [name for name in slim if name.endswith((".so", ".pyd", ".pyc"))]

    def test_certificates_are_there_without_certifi(self, slim: slimming.Files) -> None:
        assert slim["botocore/cacert.pem"].count(b"BEGIN CERTIFICATE") > 100

    def test_it_is_all_that_the_handlers_need(self, slim_directory: Path) -> None:
        """Imported with nothing else there, by this Python and by the runtime's."""
        for python in {sys.executable, byte_code.runtime_python() or sys.executable}:
            finished = subprocess.run(
                [python, "-S", "-B", "-c", f"import {project.package_name()}.handlers"],
                check=False,
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(slim_directory)},
                capture_output=True,
                text=True,
            )
            assert finished.returncode == 0, finished.stderr


class TestRuntimePython:
    def test_it_is_of_the_version_that_the_project_names(self) -> None:
        python = byte_code.runtime_python()
        if python is None:
            pytest.skip("this machine does not have it")
        shown = subprocess.run([python, "--version"], check=True, capture_output=True, text=True)
        version = str(project.settings()["runtime"]).removeprefix("python")
        assert shown.stdout.startswith(f"Python {version}.")

    def test_a_command_that_does_not_answer_is_passed_over(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """pyenv's own python3.12 is one, in a project that has not chosen it."""
        settings: dict[str, Any] = {"runtime": "python9.9"}
        monkeypatch.setattr(project, "settings", lambda: settings)
        monkeypatch.setattr(shutil, "which", lambda _: "/bin/false")
        assert byte_code.runtime_python() is None
