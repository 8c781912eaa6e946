"""The template in the README is one that deploys, as far as cfn-lint and the schema can tell."""

import json
import re
import subprocess
import sys
from pathlib import Path

from .sources import ROOT, SCHEMA


def test_the_template_passes_cfn_lint_with_our_schema(tmp_path: Path) -> None:
    (template,) = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    (tmp_path / "template.yaml").write_text(template)
    schemas = tmp_path / "schemas"
    schemas.mkdir()
    (schemas / "aws-sagemaker-endpointconfig.json").write_text(json.dumps(SCHEMA))
    assert lint(tmp_path) == ""
    # and it is our schema that it passes: what our schema refuses does not
    broken = template.replace("AsyncInferenceConfig:", "AsyncInferenceConfigs:")
    (tmp_path / "template.yaml").write_text(broken)
    assert "AsyncInferenceConfigs" in lint(tmp_path)


def lint(directory: Path) -> str:
    cfn_lint = str(Path(sys.executable).with_name("cfn-lint"))
    command = [cfn_lint, "--registry-schemas", "schemas", "--", "template.yaml"]
    done = subprocess.run(
        command,
        cwd=directory,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.stdout
