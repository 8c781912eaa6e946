"""`make contract`: the contract suite, on the packaged provider, with every input set."""

import os
import re
import shutil
import sys
import textwrap
from pathlib import Path
from typing import Any

from . import artifact, process, project
from .console import Failure, bold, dim, green, red, say, step
from .events import event
from .inputs import Input, load, models_named_in
from .lambda_runtime import FUNCTION_NAME
from .local_aws import LocalAws

# More than two pages of LIST (100 a page): a handler that drops the token shows.
CONFIGS_ALREADY_THERE = 250

# It creates the same model twice and wants AlreadyExists the second time, which only
# a model that brings its own name can give; two without one are two configurations.
NEEDS_A_NAME = "contract_create_create"


def run(directory: Path) -> None:
    """Raises Failure unless every input set passes and nothing is left over."""
    inputs = load(directory)
    say(bold(f"Contract suite of the cfn CLI: {len(inputs)} inputs of {directory}"))
    with project.one_at_a_time("contract"), artifact.running() as provider:
        with step(f"Putting {CONFIGS_ALREADY_THERE} endpoint configurations into the account"):
            provider.aws.seed(CONFIGS_ALREADY_THERE)
            for name in {n for each in inputs for n in models_named_in(each.properties)}:
                provider.aws.create_model(name)
        failed = [each for each in inputs if not _passes(each, provider)]
    say()
    if failed:
        names = ", ".join(each.path.name for each in failed)
        raise Failure(
            f"These did not pass: {names}. What the handlers logged is in {provider.function.log}; "
            f"each input's output in full is in {_logs()}."
        )
    say(green(f"All {len(inputs)} inputs passed."))


def _passes(each: Input, provider: artifact.Running) -> bool:
    if each.kind == "update":
        say(f"  {each.path.name}: passed over, as the type has no update handler")
        return True
    check = _suite_passes if each.kind == "create" else _is_refused
    before = _names(provider.aws)
    passed, remark = check(each, provider)
    left_over = _names(provider.aws) - before
    if left_over:
        passed, remark = False, f"{remark}; left over: {', '.join(sorted(left_over))}"
    verdict = green("passed") if passed else red("FAILED")
    say(f"  {each.path.name}: {verdict} {dim(remark)}")
    return passed


def _suite_passes(each: Input, provider: artifact.Running) -> tuple[bool, str]:
    stage = project.stage(project.WORK / "contract" / each.path.stem)
    (stage / "inputs").mkdir()
    shutil.copy(each.path, stage / "inputs" / "inputs_1_create.json")
    command = [sys.executable, "-m", "devkit.cfn_test", provider.function.endpoint, FUNCTION_NAME]
    if not each.is_named:
        command += ["-k", f"not {NEEDS_A_NAME}"]
    environment = {**os.environ, "PYTHONPATH": str(project.ROOT)}
    environment.pop("PYTEST_ADDOPTS", None)
    status, output = process.run(command, stage, environment, _logs() / f"{each.path.stem}.log")
    if status != 0:
        say(output)
    counts = re.findall(r"=+ (.*) in [\d.]+s", output)
    remark = counts[-1] if counts else f"exit status {status}"
    if not each.is_named:
        remark += f"; without {NEEDS_A_NAME}, which needs an EndpointConfigName"
    return status == 0, remark


def _is_refused(each: Input, provider: artifact.Running) -> tuple[bool, str]:
    answer = provider.function.invoke(event("CREATE", each.properties))
    refused = answer.get("status") == "FAILED" and answer.get("errorCode") == "InvalidRequest"
    if not (refused and answer.get("message")) or "resourceModel" in answer:
        return False, f"should be InvalidRequest with a message and no model, was {answer}"
    return True, f"refused: {_shortened(answer['message'])}"


def _names(aws: LocalAws) -> set[str]:
    pages: Any = (
        aws.client("sagemaker")
        .get_paginator("list_endpoint_configs")
        .paginate(PaginationConfig={"PageSize": 100})
    )
    return {each["EndpointConfigName"] for page in pages for each in page["EndpointConfigs"]}


def _logs() -> Path:
    return project.WORK / "contract-logs"


def _shortened(text: str) -> str:
    return textwrap.shorten(text, 100, placeholder=" …")
