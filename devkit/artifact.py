"""The packaged provider, running: the zip's bundle under Lambda's runtime, with a local AWS."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from . import packaging, project
from .console import step
from .lambda_runtime import LambdaRuntime
from .local_aws import LocalAws


@dataclass(frozen=True)
class Running:
    aws: LocalAws
    function: LambdaRuntime


@contextmanager
def running() -> Iterator[Running]:
    """Package if need be, start everything, and stop it when the block ends, however it ends."""
    with step("Packaging the provider with the cfn CLI"):
        artifact = packaging.build()
        bundle = packaging.unpack(artifact)
    with LocalAws() as aws:
        function = LambdaRuntime(
            bundle,
            f"{project.package_name()}.handlers.resource",
            aws.environment,
            project.WORK / "lambda.log",
        )
        with step("Starting a local AWS and Lambda's runtime"):
            function.__enter__()
        try:
            yield Running(aws, function)
        finally:
            function.__exit__(None, None, None)
