"""The production entry point, called in this process, with the local AWS behind it."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pytest

from aws_sagemaker_endpointconfig import handlers
from devkit.events import event
from devkit.local_aws import LocalAws

Answer = dict[str, Any]


class Provider(Protocol):
    def __call__(self, action: str, properties: Any = None, **more: Any) -> Answer: ...


@pytest.fixture(scope="session", autouse=True)
def environment(running_aws: LocalAws) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in running_aws.environment.items():
            patch.setenv(name, value)
        yield


@pytest.fixture
def send() -> Callable[[Any], Answer]:
    """Hand an event, whatever it is, to the entry point that CloudFormation calls."""

    def send(event: Any) -> Answer:
        answer: Answer = handlers.resource(event, None)
        assert json.loads(json.dumps(answer)) == answer
        return answer

    return send


@pytest.fixture
def call(aws: LocalAws, send: Callable[[Any], Answer]) -> Provider:  # noqa: ARG001
    """Send a well-formed event and check what holds for every answer."""

    def call(action: str, properties: Any = None, **more: Any) -> Answer:
        answer = send(event(action, properties, **more))
        if answer["status"] == "FAILED":
            assert answer["errorCode"]
            assert answer["message"].strip()
            assert "resourceModel" not in answer
            assert "resourceModels" not in answer
        else:
            assert answer["status"] == "SUCCESS"
            assert "errorCode" not in answer
        return answer

    return call


@pytest.fixture
def operations(aws: LocalAws) -> Callable[[], list[str]]:
    """The API calls since last asked, in order."""

    def operations() -> list[str]:
        made = [call.operation for call in aws.calls]
        aws.calls.clear()
        return made

    return operations
