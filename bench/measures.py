"""The measurements. Every one alternates between the candidates, so that all meet the same machine.

Seconds and MiB; medians are taken where the numbers are shown (results.py).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

from devkit.events import CREDENTIALS, event

from .aws_process import LOG_GROUP, NAME, AwsProcess
from .candidates import Candidate, Candidates
from .processes import Measured

Series = dict[str, list[float]]
"""Candidate's name -> one number a run."""

READ = event("READ", {"EndpointConfigName": NAME})
READ_WITH_DELIVERY = event(
    "READ",
    {"EndpointConfigName": NAME},
    providerCredentials=CREDENTIALS,
    providerLogGroupName=LOG_GROUP,
)
WARM_UP = 50
# A machine's speed drifts: short turns, so that it drifts for all alike.
TURNS, REQUESTS_A_TURN = 20, 10


def cold(candidates: Candidates, aws: AwsProcess, runs: int) -> Series:
    """From the start of the process to the answer of the first READ."""
    seconds: Series = {each.name: [] for each in candidates}
    for run in range(runs + 1):
        for each in candidates:
            with Measured(each, candidates.python, aws.environment) as process:
                process.read(READ)
                elapsed = perf_counter() - process.started
            if run:  # the first one reads the files from the disk
                seconds[each.name].append(elapsed)
    return seconds


def warm(
    candidates: Candidates, aws: AwsProcess, runs: int, read: Mapping[str, Any] = READ
) -> Series:
    """One READ in a process that has answered before: the median of each run."""
    seconds: Series = {each.name: [] for each in candidates}
    with _running(candidates, aws) as processes:
        for process in processes.values():
            process.read(read, WARM_UP)
        for _ in range(runs):
            taken: Series = {name: [] for name in processes}
            for _turn in range(TURNS):
                for name, process in processes.items():
                    taken[name] += process.read(read, REQUESTS_A_TURN)
            for name, each in taken.items():
                seconds[name].append(median(each))
    return seconds


@dataclass(frozen=True)
class Memory:
    first: float
    after_1000: float
    after_2000: float


def memory(candidates: Candidates, aws: AwsProcess) -> dict[str, Memory]:
    """Resident after the first READ, after 1,000 and after 2,000."""
    found = {}
    for each in candidates:
        with Measured(each, candidates.python, aws.environment) as process:
            process.read(READ)
            first = process.resident_mib()
            process.read(READ, 999)
            after_1000 = process.resident_mib()
            process.read(READ, 1000)
            found[each.name] = Memory(first, after_1000, process.resident_mib())
    return found


@dataclass(frozen=True)
class Listing:
    configs: int
    pages: list[float]
    """Seconds a page."""
    resident: list[float]
    """MiB after each page."""


def listing(ours: Candidate, candidates: Candidates, aws: AwsProcess) -> Listing:
    """LIST over everything there is, page after page, with the token of the page before."""
    pages: list[float] = []
    resident: list[float] = []
    configs = 0
    with Measured(ours, candidates.python, aws.environment) as process:
        process.read(event("LIST"))
        for seconds, answer in _pages(process):
            pages += seconds
            resident.append(process.resident_mib())
            configs += len(answer["resourceModels"])
    return Listing(configs, pages, resident)


def _pages(process: Measured) -> Iterator[tuple[list[float], dict[str, Any]]]:
    token: dict[str, Any] = {}
    while True:
        seconds, answer = process.send(event("LIST", **token))
        yield seconds, answer
        if not answer.get("nextToken"):
            return
        token = {"nextToken": answer["nextToken"]}


@dataclass(frozen=True)
class Calls:
    operations: dict[str, Counter[str]]
    """Action -> API call -> how often."""
    connections: int
    """TCP connections that all of these took."""


def calls(ours: Candidate, candidates: Candidates, aws: AwsProcess) -> Calls:
    """The API calls of one request each, and the connections that they went over."""
    properties = {
        "EndpointConfigName": "counted",
        "ProductionVariants": [
            {
                "VariantName": "v",
                "ModelName": "m",
                "InstanceType": "ml.m5.large",
                "InitialInstanceCount": 1,
            }
        ],
    }
    events = {
        "CREATE": event("CREATE", properties),
        "READ": event("READ", properties),
        "LIST": event("LIST"),
        "DELETE": event("DELETE", properties),
        "READ, delivered": READ_WITH_DELIVERY,
    }
    operations: dict[str, Counter[str]] = {}
    sagemaker_ports = set()
    with Measured(ours, candidates.python, aws.environment) as process:
        process.read(READ_WITH_DELIVERY)  # makes the log stream
        aws.requests()
        for name, each in events.items():
            process.read(each)
            received = aws.requests()
            operations[name] = Counter(request.operation for request in received)
            sagemaker_ports |= {
                request.port for request in received if request.service == "sagemaker"
            }
    return Calls(operations, len(sagemaker_ports))


@contextmanager
def _running(candidates: Candidates, aws: AwsProcess) -> Iterator[dict[str, Measured]]:
    """Every candidate, running, by name."""
    with ExitStack() as stack:
        yield {
            each.name: stack.enter_context(Measured(each, candidates.python, aws.environment))
            for each in candidates
        }
