"""The packaged provider, running: the zip's bundle under Lambda's runtime, with a local AWS."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from . import lambda_runtime, packaging, project
from .console import step
from .lambda_runtime import LambdaRuntime
from .local_aws import LocalAws


@dataclass(frozen=True)
class Running:
    aws: LocalAws
    function: LambdaRuntime


def _directory() -> TemporaryDirectory[str]:
    return TemporaryDirectory(dir=project.WORK, prefix="bundle-")


@contextmanager
def running() -> Iterator[Running]:
    """Package if need be, start everything, and stop it when the block ends, however it ends."""
    with step("Packaging the provider with the cfn CLI"):
        artifact = packaging.build()
    with ExitStack() as stack:
        # each run has its own: another may be at work beside it
        bundle = packaging.unpack(artifact, Path(stack.enter_context(_directory())))
        aws = stack.enter_context(LocalAws())
        with step("Starting a local AWS and Lambda's runtime"):
            handler = f"{project.package_name()}.handlers.resource"
            log = project.WORK / "lambda.log"
            function = lambda_runtime.running(bundle, handler, aws.environment, log)
            provider = Running(aws, stack.enter_context(function))
        yield provider
