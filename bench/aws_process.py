"""The local AWS in a process of its own: it must not share the GIL with what is measured.

Started as a program, it serves until its input ends. Any line of input asks for the
requests that came since the last one (front.Request).
"""

import json
import os
import sys
from typing import Any

from devkit import project
from devkit.local_aws import LocalAws

from . import front
from .front import Request
from .lines import LineProcess

NAME = "measured"
LOG_GROUP = "measured"
CONFIGS = 10_000


class AwsProcess(LineProcess):
    """Inside the ``with`` block, ``environment`` leads a process to it."""

    def __init__(self) -> None:
        super().__init__([sys.executable, "-m", "bench.aws_process"], directory=project.ROOT)

    def __enter__(self) -> "AwsProcess":
        super().__enter__()
        self.environment: dict[str, str] = self.answer()
        return self

    def requests(self) -> list[Request]:
        """Those received since this was last asked."""
        return [Request(*each) for each in self.ask("requests")]


def serve() -> None:
    seen: list[Request] = []
    with LocalAws() as aws:
        _fill(aws)
        _say({**aws.environment, "AWS_ENDPOINT_URL": front.start(aws.endpoint_url, seen.append)})
        for _ in sys.stdin:
            received, seen[:] = list(seen), []
            _say(received)


def _fill(aws: LocalAws) -> None:
    """``NAME``, with two variants and tags, a log group, and others up to ``CONFIGS``."""
    aws.create_model("m")
    variant = {"ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}
    aws.client("sagemaker").create_endpoint_config(
        EndpointConfigName=NAME,
        ProductionVariants=[{"VariantName": name, **variant} for name in ("blue", "green")],
        Tags=[{"Key": f"key-{number}", "Value": "value"} for number in range(5)],
    )
    logs = aws.client("logs")
    logs.create_log_group(logGroupName=LOG_GROUP)
    logs.create_log_stream(logGroupName=LOG_GROUP, logStreamName="plain")
    aws.seed(CONFIGS - 1)


def _say(value: Any) -> None:
    print(json.dumps(value), flush=True)


if __name__ == "__main__":
    os.environ.pop("AWS_PROFILE", None)
    serve()
