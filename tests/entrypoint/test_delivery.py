"""Log lines and metrics: delivered if CloudWatch takes them, and never part of the outcome."""

import logging
from typing import Any

import pytest
from cloudformation_cli_python_lib.log_delivery import ProviderLogHandler
from cloudformation_cli_python_lib.metrics import MetricsPublisher

from devkit.events import CREDENTIALS
from devkit.local_aws import LocalAws
from tests.models import config, variant

from .conftest import Provider

DELIVERED = {"providerLogGroupName": "group", "providerCredentials": CREDENTIALS}
SECRETS = ("s3://secret-bucket", "secret tag", "secret-model", *CREDENTIALS.values())

SECRETIVE = config(
    variant(ModelName="secret-model"),
    EndpointConfigName="c",
    Tags=[{"Key": "k", "Value": "secret tag"}],
    AsyncInferenceConfig={"OutputConfig": {"S3OutputPath": "s3://secret-bucket/out"}},
)


def log_lines(aws: LocalAws) -> list[str]:
    logs: Any = aws.client("logs")
    streams = logs.describe_log_streams(logGroupName="group")["logStreams"]
    return [
        record["message"]
        for stream in streams
        for record in logs.get_log_events(
            logGroupName="group", logStreamName=stream["logStreamName"]
        )["events"]
    ]


def test_one_line_a_request(call: Provider, aws: LocalAws) -> None:
    of_one_resource = {**DELIVERED, "stackId": "arn:stack"}
    call("CREATE", config(EndpointConfigName="c"), **of_one_resource)
    call("READ", {"EndpointConfigName": "gone"}, **of_one_resource)
    call("LIST", **of_one_resource)
    lines = [line.rpartition(" ")[0] for line in log_lines(aws)]
    assert lines == [
        "action=CREATE EndpointConfigName='c' outcome=SUCCESS code=-",
        "action=READ EndpointConfigName='gone' outcome=FAILED code=NotFound",
        "action=LIST EndpointConfigName=None outcome=SUCCESS code=-",
    ]
    assert all(line.endswith("ms") for line in log_lines(aws))


def test_into_the_stream_of_the_resource(call: Provider, aws: LocalAws) -> None:
    """The library keeps the stream of the process's first request for all that follow."""
    for stack in ("arn:one", "arn:two"):
        call("LIST", **DELIVERED, stackId=stack)
    call("LIST", **DELIVERED, stackId=None)
    streams = aws.client("logs").describe_log_streams(logGroupName="group")["logStreams"]
    assert {stream["logStreamName"] for stream in streams} == {
        "arn__one/Config",
        "arn__two/Config",
        "123456789012-us-east-1",
    }


@pytest.mark.parametrize("level", [logging.INFO, logging.DEBUG])
def test_no_secrets_and_no_model(level: int, call: Provider, aws: LocalAws) -> None:
    aws.create_model("secret-model")
    root = logging.getLogger()
    before = root.level
    root.setLevel(level)
    try:
        created = call("CREATE", SECRETIVE, **DELIVERED)["resourceModel"]
        call("READ", created, **DELIVERED)
        call("CREATE", SECRETIVE, **DELIVERED)
        call("CREATE", {"Foo": "secret tag"}, **DELIVERED)
        call("DELETE", created, **DELIVERED)
    finally:
        root.setLevel(before)
    delivered = "\n".join(log_lines(aws))
    assert "action=DELETE" in delivered
    assert not [secret for secret in SECRETS if secret in delivered]


def test_metrics_of_the_type(call: Provider, aws: LocalAws) -> None:
    call("READ", {"EndpointConfigName": "gone"}, **DELIVERED)
    metrics = aws.client("cloudwatch").list_metrics()["Metrics"]
    assert {(metric["Namespace"], metric["MetricName"]) for metric in metrics} == {
        ("AWS/CloudFormation/AWS/SageMaker/EndpointConfig", name)
        for name in ("HandlerInvocationCount", "HandlerInvocationDuration", "HandlerException")
    }


@pytest.mark.parametrize(
    "incomplete",
    [
        {},
        {"providerLogGroupName": "group"},
        {"providerCredentials": CREDENTIALS},
    ],
    ids=str,
)
def test_nothing_goes_where_nothing_is_named(
    incomplete: dict[str, Any], call: Provider, aws: LocalAws
) -> None:
    call("LIST", **incomplete)
    assert not aws.client("logs").describe_log_groups()["logGroups"]
    assert not aws.client("cloudwatch").list_metrics()["Metrics"]


def test_an_error_of_cloudwatch_fails_no_request(
    call: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError("CloudWatch is gone")

    monkeypatch.setattr(ProviderLogHandler, "emit", fail)
    monkeypatch.setattr(MetricsPublisher, "publish_metric", fail)
    created = call("CREATE", config(), **DELIVERED)["resourceModel"]
    assert call("READ", created, **DELIVERED)["resourceModel"] == created
    assert call("DELETE", created, **DELIVERED)["status"] == "SUCCESS"


def test_a_client_that_cannot_be_made_fails_no_request(call: Provider) -> None:
    answer = call("LIST", region="no such region!", **DELIVERED)
    assert answer["errorCode"] == "InvalidRequest"
    assert "no such region!" in answer["message"]


def test_handlers_do_not_pile_up(call: Provider) -> None:
    package = logging.getLogger("aws_sagemaker_endpointconfig")
    before = list(package.handlers)
    for _ in range(3):
        call("LIST", **DELIVERED)
    assert package.handlers == before
