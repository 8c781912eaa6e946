"""The cfn command line, run on a copy so that the repository stays as it is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from .sources import ROOT

PACKAGE = Path("src/aws_sagemaker_endpointconfig")

_CFN = (sys.executable, "-c", "from rpdk.core.cli import main; main()")


def copy_of_the_project(root: Path) -> Path:
    """All that ``cfn validate`` and ``cfn generate`` read."""
    for name in (".rpdk-config", "schema.json", "aws-sagemaker-endpointconfig.json"):
        shutil.copy(ROOT / name, root / name, follow_symlinks=False)
    (root / PACKAGE).mkdir(parents=True)
    return root


def cfn(command: str, project: Path) -> str:
    """Run ``cfn command`` in ``project`` and give back what it printed."""
    done = subprocess.run(
        [*_CFN, command],
        cwd=project,
        # what Python says of the CLI's own source when it first compiles it
        env={**os.environ, "PYTHONWARNINGS": "ignore::SyntaxWarning"},
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0, f"cfn {command} failed:\n{done.stdout}"
    return done.stdout
