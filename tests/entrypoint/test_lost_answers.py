"""Done once, though the answer is lost; a stranger's configuration is never taken for one's own."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from devkit.local_aws import LocalAws
from tests.faults import Faults
from tests.models import Model, config, variant, without

from .conftest import Provider

RESET = None
INTERNAL_ERROR = (500, "InternalFailure")
UNAVAILABLE = (503, "ServiceUnavailable")

LOST = pytest.mark.parametrize("answer", [RESET, INTERNAL_ERROR, UNAVAILABLE], ids=str)
TIMES = pytest.mark.parametrize("times", [1, 2, 3])

OWN_NAME: Model = config(
    variant(InitialVariantWeight=0.1),
    EndpointConfigName="mine",
    AsyncInferenceConfig={"OutputConfig": {}},
    Tags=[{"Key": "a", "Value": "1"}],
)
DECLARED = pytest.mark.parametrize(
    "declared",
    [OWN_NAME, without(OWN_NAME, "EndpointConfigName")],
    ids=["own name", "generated name"],
)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK waits between its attempts, up to a second or two."""
    monkeypatch.setattr("botocore.endpoint.time", SimpleNamespace(sleep=lambda _: None))


@pytest.fixture(autouse=True)
def no_quota(monkeypatch: pytest.MonkeyPatch) -> None:
    """A client has a quota of retries, which the tests before would have used up."""
    monkeypatch.setattr("botocore.retries.quota.RetryQuota.acquire", lambda *_: True)


def names(aws: LocalAws) -> list[str]:
    configs = aws.client("sagemaker").list_endpoint_configs(MaxResults=100)["EndpointConfigs"]
    return [each["EndpointConfigName"] for each in configs]


@LOST
@TIMES
@DECLARED
def test_create_whose_answer_is_lost_is_one_configuration_and_a_success(
    declared: Model, times: int, answer: Any, call: Provider, aws: LocalAws, faults: Faults
) -> None:
    faults.add("CreateEndpointConfig", times=times, work_is_done=True, answer=answer)
    created = call("CREATE", declared, stackTags={"b": "2"})
    assert created["status"] == "SUCCESS"
    assert names(aws) == [created["resourceModel"]["EndpointConfigName"]]
    read = call("READ", created["resourceModel"], stackTags={"b": "2"})
    assert read["resourceModel"] == created["resourceModel"]


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"Endpoi'], ids=str)
@DECLARED
def test_create_whose_answer_is_garbage_is_a_success(
    declared: Model, body: bytes, call: Provider, aws: LocalAws, faults: Faults
) -> None:
    faults.add("CreateEndpointConfig", work_is_done=True, body=body)
    created = call("CREATE", declared)["resourceModel"]
    assert names(aws) == [created["EndpointConfigName"]]
    assert call("READ", created)["resourceModel"] == created


@LOST
@DECLARED
def test_create_that_does_not_arrive_at_first_is_a_success(
    declared: Model, answer: Any, call: Provider, aws: LocalAws, faults: Faults
) -> None:
    faults.add("CreateEndpointConfig", times=2, answer=answer)
    created = call("CREATE", declared)
    assert names(aws) == [created["resourceModel"]["EndpointConfigName"]]


@pytest.mark.parametrize(
    ("answer", "code"),
    [(RESET, "NetworkFailure"), (INTERNAL_ERROR, "ServiceInternalError")],
    ids=str,
)
def test_create_that_never_arrives_fails_and_leaves_nothing(
    answer: Any, code: str, call: Provider, aws: LocalAws, faults: Faults
) -> None:
    faults.add("CreateEndpointConfig", times=99, answer=answer)
    assert call("CREATE", OWN_NAME)["errorCode"] == code
    assert names(aws) == []


def test_the_first_error_is_told_if_the_look_round_fails_too(
    call: Provider, aws: LocalAws, faults: Faults
) -> None:
    faults.add("CreateEndpointConfig", times=99, answer=INTERNAL_ERROR)
    faults.add("DescribeEndpointConfig", times=99, answer=(400, "AccessDeniedException"))
    answer = call("CREATE", OWN_NAME)
    assert answer["errorCode"] == "ServiceInternalError"
    assert "CreateEndpointConfig" in answer["message"]
    assert names(aws) == []


@pytest.mark.parametrize(
    "stranger",
    [OWN_NAME, {**OWN_NAME, "KmsKeyId": "key"}, without(OWN_NAME, "Tags")],
    ids=["the same", "with more", "with less"],
)
@pytest.mark.parametrize("answer", [RESET, INTERNAL_ERROR, (400, "ThrottlingException")], ids=str)
def test_a_strangers_configuration_is_never_adopted(
    answer: Any, stranger: Model, call: Provider, aws: LocalAws, faults: Faults
) -> None:
    aws.client("sagemaker").create_endpoint_config(**stranger)
    faults.add("CreateEndpointConfig", times=1, answer=answer)
    assert call("CREATE", OWN_NAME)["errorCode"] == "AlreadyExists"
    assert names(aws) == ["mine"]


class TestTheSameRequestAgain:
    """CloudFormation repeats a request, with its token, if the function died over it."""

    GENERATED = without(OWN_NAME, "EndpointConfigName")

    def test_is_the_same_configuration(self, call: Provider, aws: LocalAws) -> None:
        request = {"token": "once", "stackId": "stack"}
        first = call("CREATE", self.GENERATED, **request)["resourceModel"]
        assert call("CREATE", self.GENERATED, **request)["resourceModel"] == first
        assert names(aws) == [first["EndpointConfigName"]]

    def test_with_another_token_is_another(self, call: Provider, aws: LocalAws) -> None:
        call("CREATE", self.GENERATED, token="once", stackId="stack")
        call("CREATE", self.GENERATED, token="twice", stackId="stack")
        assert len(names(aws)) == 2

    @pytest.mark.parametrize(
        "other",
        [
            {**GENERATED, "KmsKeyId": "key"},
            without(GENERATED, "AsyncInferenceConfig"),
            {**GENERATED, "Tags": [{"Key": "a", "Value": "2"}]},
            {**GENERATED, "ProductionVariants": [variant(InitialVariantWeight=0.2)]},
        ],
        ids=str,
    )
    def test_never_adopts_what_is_not_the_same(self, other: Model, call: Provider) -> None:
        request = {"token": "once", "stackId": "stack"}
        call("CREATE", other, **request)
        assert call("CREATE", self.GENERATED, **request)["errorCode"] == "AlreadyExists"

    def test_under_an_own_name_is_taken(self, call: Provider) -> None:
        """Nothing tells the dead function's work from a stranger's."""
        call("CREATE", OWN_NAME, token="once")
        assert call("CREATE", OWN_NAME, token="once")["errorCode"] == "AlreadyExists"


@LOST
@pytest.mark.parametrize("times", [1, 2])
def test_delete_whose_answer_is_lost_is_a_success(
    times: int, answer: Any, call: Provider, aws: LocalAws, faults: Faults
) -> None:
    call("CREATE", OWN_NAME)
    faults.add("DeleteEndpointConfig", times=times, work_is_done=True, answer=answer)
    assert call("DELETE", {"EndpointConfigName": "mine"})["status"] == "SUCCESS"
    assert names(aws) == []


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ({"answer": (400, "ThrottlingException")}, "Throttling"),
        ({"answer": INTERNAL_ERROR}, "ServiceInternalError"),
        ({"answer": UNAVAILABLE}, "ServiceInternalError"),
        ({"answer": (400, "AccessDeniedException")}, "AccessDenied"),
        ({"answer": (403, "ExpiredTokenException")}, "InvalidCredentials"),
        ({"answer": (400, "ResourceLimitExceeded")}, "ServiceLimitExceeded"),
        ({"answer": RESET}, "NetworkFailure"),
        ({"body": b"<html>not what was asked for</html>"}, "ServiceInternalError"),
        ({"body": b""}, "ServiceInternalError"),
        ({"body": b"[]"}, "ServiceInternalError"),
    ],
    ids=str,
)
@pytest.mark.parametrize(
    ("action", "operation"),
    [
        ("CREATE", "CreateEndpointConfig"),
        ("READ", "DescribeEndpointConfig"),
        ("READ", "ListTags"),
        ("DELETE", "DeleteEndpointConfig"),
        ("LIST", "ListEndpointConfigs"),
    ],
)
def test_what_fails_for_good_has_its_code(
    action: str,
    operation: str,
    fault: dict[str, Any],
    code: str,
    call: Callable[..., Any],
    aws: LocalAws,
    faults: Faults,
) -> None:
    aws.client("sagemaker").create_endpoint_config(**{**OWN_NAME, "EndpointConfigName": "there"})
    faults.add(operation, times=99, **fault)
    properties = OWN_NAME if action == "CREATE" else {"EndpointConfigName": "there"}
    answer = call(action, properties)
    if action == "DELETE" and "body" in fault:
        assert answer["status"] == "SUCCESS"  # its answer has nothing in it anyway
    else:
        assert answer["errorCode"] == code
