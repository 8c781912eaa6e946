"""What the dependencies import and nobody uses is not loaded, and is there for who wants it."""

import json
import subprocess
import sys
from typing import Any

import pytest

from aws_sagemaker_endpointconfig.unloaded import UNUSED
from devkit.project import ROOT


def answers(program: str) -> Any:
    """What ``program``, run in a Python of its own, prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        cwd=ROOT / "src",
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(done.stdout)


def test_the_handlers_load_none_of_it() -> None:
    loaded = answers(
        "import json, sys; import aws_sagemaker_endpointconfig.handlers;"
        "print(json.dumps(sorted(sys.modules)))"
    )
    assert "botocore.session" in loaded
    assert not set(UNUSED) & set(loaded)
    assert "requests" not in loaded


@pytest.mark.parametrize("first", ["boto3", "aws_sagemaker_endpointconfig.handlers"])
def test_who_imports_it_gets_the_real_one(first: str) -> None:
    kinds = answers(
        f"import json, {first}; import boto3, aws_sagemaker_endpointconfig.handlers;"
        "from cloudformation_cli_python_lib.utils import HandlerRequest;"
        "print(json.dumps([boto3.Session.__name__, HandlerRequest.__name__]))"
    )
    assert kinds == ["Session", "HandlerRequest"]


def test_a_name_bound_meanwhile_loads_the_real_one_when_it_is_called() -> None:
    made = answers(
        "import json; import aws_sagemaker_endpointconfig.handlers;"
        "from cloudformation_cli_python_lib import resource;"
        "print(json.dumps(type(resource.Credentials('a', 's', 't')).__module__))"
    )
    assert made == "cloudformation_cli_python_lib.utils"


@pytest.mark.parametrize(
    "use",
    [
        "not isinstance(1, lib.Hook)",
        "types.new_class('Mine', (lib.Hook,)).__mro__[1].__module__.endswith('hook')",
        "lib.resource.HandlerRequest.deserialize({'action': 'READ'}).action == 'READ'",
    ],
    ids=["isinstance", "subclass", "attribute"],
)
def test_a_name_bound_meanwhile_can_be_used_otherwise(use: str) -> None:
    assert answers(
        "import json, types; import aws_sagemaker_endpointconfig.handlers;"
        "import cloudformation_cli_python_lib as lib, cloudformation_cli_python_lib.resource;"
        f"print(json.dumps({use}))"
    )


def test_garbage_is_collected_again() -> None:
    assert answers(
        "import gc, json; import aws_sagemaker_endpointconfig; print(json.dumps(gc.isenabled()))"
    )
