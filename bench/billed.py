"""What AWS would bill: the REPORT lines of its runtime interface emulator.

The emulator does not slow the function down to the share of a CPU that 256 MB get on
Lambda: the figures compare bundles, they are no price list.
"""

import re
from collections.abc import Mapping
from statistics import median

from devkit import lambda_runtime, project
from devkit.console import Failure

from .aws_process import AwsProcess
from .candidates import WORK, Candidate
from .measures import READ, Series

_BILLED = re.compile(r"^REPORT .*Billed Duration: (\d+) ms", re.MULTILINE)
WARM_REQUESTS = 20


def billed(bundles: list[Candidate], aws: AwsProcess, runs: int) -> Mapping[str, Series]:
    """Milliseconds billed for the first READ, its initialisation included, and for later ones.

    ``{"cold": {candidate: [a run, ...]}, "warm": ...}``
    """
    cold: Series = {each.name: [] for each in bundles}
    warm: Series = {each.name: [] for each in bundles}
    for _ in range(runs):
        for each in bundles:
            first, *later = _reports(each, aws)
            cold[each.name].append(first)
            warm[each.name].append(median(later))
    return {"cold": cold, "warm": warm}


def _reports(bundle: Candidate, aws: AwsProcess) -> list[float]:
    log = WORK / f"lambda-{bundle.name}.log"
    handler = f"{project.package_name()}.handlers.resource"
    with lambda_runtime.running(bundle.directory, handler, aws.environment, log) as function:
        for _ in range(1 + WARM_REQUESTS):
            answer = function.invoke(READ)
            if answer.get("status") != "SUCCESS":
                raise Failure(f"{bundle.name} failed: {answer}. Its log is {log}.")
    return [float(milliseconds) for milliseconds in _BILLED.findall(log.read_text())]
