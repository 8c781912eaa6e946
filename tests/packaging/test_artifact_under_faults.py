"""The packaged provider, under Lambda's runtime, before a service that fails it."""

from collections.abc import Iterator
from typing import Any

import pytest

from devkit import lambda_runtime, packaging, project
from devkit.events import event
from devkit.lambda_runtime import LambdaRuntime
from devkit.local_aws import LocalAws
from tests.faults import Faults
from tests.models import Model, config, without

OWN_NAME: Model = config(EndpointConfigName="mine", Tags=[{"Key": "a", "Value": "1"}])
GENERATED = without(OWN_NAME, "EndpointConfigName")
RESET = None
INTERNAL_ERROR = (500, "InternalFailure")


@pytest.fixture(scope="module")
def function(
    running_aws: LocalAws, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LambdaRuntime]:
    bundle = packaging.unpack(packaging.build(), tmp_path_factory.mktemp("bundle"))
    handler = f"{project.package_name()}.handlers.resource"
    log = tmp_path_factory.mktemp("log") / "lambda.log"
    with lambda_runtime.running(bundle, handler, running_aws.environment, log) as function:
        yield function


def names(aws: LocalAws) -> list[str]:
    configs = aws.client("sagemaker").list_endpoint_configs(MaxResults=100)["EndpointConfigs"]
    return [each["EndpointConfigName"] for each in configs]


@pytest.mark.parametrize("answer", [RESET, INTERNAL_ERROR], ids=str)
@pytest.mark.parametrize("declared", [OWN_NAME, GENERATED], ids=["own name", "generated name"])
def test_one_configuration_though_the_answers_are_lost(
    declared: Model, answer: Any, function: LambdaRuntime, aws: LocalAws, faults: Faults
) -> None:
    faults.add("CreateEndpointConfig", times=1, work_is_done=True, answer=answer)
    created = function.invoke(event("CREATE", declared))["resourceModel"]
    assert names(aws) == [created["EndpointConfigName"]]
    assert function.invoke(event("READ", created))["resourceModel"] == created
    faults.add("DeleteEndpointConfig", times=1, work_is_done=True, answer=answer)
    assert function.invoke(event("DELETE", created))["status"] == "SUCCESS"
    assert names(aws) == []


@pytest.mark.parametrize("answer", [RESET, INTERNAL_ERROR], ids=str)
def test_a_strangers_configuration_stays_a_strangers(
    answer: Any, function: LambdaRuntime, aws: LocalAws, faults: Faults
) -> None:
    aws.client("sagemaker").create_endpoint_config(**OWN_NAME)
    faults.add("CreateEndpointConfig", times=1, answer=answer)
    refused = function.invoke(event("CREATE", OWN_NAME))
    assert refused["errorCode"] == "AlreadyExists"
    assert "resourceModel" not in refused


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ({"answer": (400, "ThrottlingException")}, "Throttling"),
        ({"answer": INTERNAL_ERROR}, "ServiceInternalError"),
        ({"answer": (400, "AccessDeniedException")}, "AccessDenied"),
        ({"answer": RESET}, "NetworkFailure"),
        ({"body": b"<html>"}, "ServiceInternalError"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("aws")
def test_what_fails_for_good_has_its_code(
    fault: dict[str, Any], code: str, function: LambdaRuntime, faults: Faults
) -> None:
    faults.add("ListEndpointConfigs", times=99, **fault)
    answer = function.invoke(event("LIST"))
    assert answer["errorCode"] == code
    assert answer["message"]


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("garbage", [None, [], {}, "x", {"action": "CREATE"}], ids=str)
def test_what_is_no_event_is_an_invalid_request(garbage: Any, function: LambdaRuntime) -> None:
    answer = function.invoke(garbage)
    assert answer["errorCode"] == "InvalidRequest"
    assert answer["message"]
