"""Starting, stopping, recording, and the services that moto brings."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from typing import Any
from urllib.parse import urlparse

import boto3
import pytest
from botocore.exceptions import EndpointConnectionError

from devkit.local_aws import ACCOUNT_ID, CREDENTIALS, REGION, LocalAws

OTHER_ACCOUNT = "210987654321"


def test_is_on_loopback_only_and_gone_after_with() -> None:
    with LocalAws() as aws:
        url = urlparse(aws.endpoint_url)
        client = aws.client("sagemaker")
        assert client.list_endpoint_configs()["EndpointConfigs"] == []
    assert url.hostname == "127.0.0.1"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", url.port or 0))  # nobody listens there any more
    with pytest.raises(EndpointConnectionError):
        client.list_endpoint_configs()


def test_middleware_wraps_the_application_outermost_first() -> None:
    seen: list[str] = []

    def named(name: str) -> Any:
        def wrap(application: Any) -> Any:
            def call(environ: Any, start_response: Any) -> Any:
                seen.append(name)
                return application(environ, start_response)

            return call

        return wrap

    with LocalAws(middleware=[named("outer"), named("inner")]) as aws:
        aws.client("sts").get_caller_identity()
    assert seen == ["outer", "inner"]


def test_environment_is_enough_for_a_child_process(aws: LocalAws) -> None:
    program = "import boto3; print(boto3.client('sts').get_caller_identity()['Account'])"
    environment = {"PATH": os.environ["PATH"], **aws.environment}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ACCOUNT_ID


def test_calls_are_recorded_as_sent_also_when_refused(
    aws: LocalAws, sagemaker: Any, refused: Any
) -> None:
    aws.create_model("not-a-call")
    refused(sagemaker.describe_endpoint_config, EndpointConfigName="no such")
    aws.client("sagemaker", region="eu-west-1").list_endpoint_configs(MaxResults=5)
    key = CREDENTIALS["AWS_ACCESS_KEY_ID"]
    assert aws.calls == [
        ("DescribeEndpointConfig", {"EndpointConfigName": "no such"}, key, REGION),
        ("ListEndpointConfigs", {"MaxResults": 5}, key, "eu-west-1"),
    ]
    aws.reset()
    assert aws.calls == []


def test_reset_forgets_every_service(aws: LocalAws, create: Any) -> None:
    create()
    aws.client("logs").create_log_group(logGroupName="g")
    aws.reset()
    assert aws.client("sagemaker").list_endpoint_configs()["EndpointConfigs"] == []
    assert aws.client("sagemaker").list_models()["Models"] == []
    assert aws.client("logs").describe_log_groups()["logGroups"] == []


def test_is_quiet(sagemaker: Any, capfd: pytest.CaptureFixture[str]) -> None:
    sagemaker.list_endpoint_configs()
    assert capfd.readouterr() == ("", "")


def test_regions_and_accounts_are_apart(aws: LocalAws, create: Any) -> None:
    here = create()
    assert here == f"arn:aws:sagemaker:{REGION}:{ACCOUNT_ID}:endpoint-config/c"
    for elsewhere in (
        aws.client("sagemaker", "eu-west-1"),
        aws.client("sagemaker", account_id=OTHER_ACCOUNT),
    ):
        assert elsewhere.list_endpoint_configs()["EndpointConfigs"] == []
    [there] = aws.seed(1, account_id=OTHER_ACCOUNT)
    other = aws.client("sagemaker", account_id=OTHER_ACCOUNT)
    arn = other.describe_endpoint_config(EndpointConfigName=there)["EndpointConfigArn"]
    assert arn.split(":")[4] == OTHER_ACCOUNT


@pytest.mark.parametrize(
    ("region", "partition"), [("us-gov-west-1", "aws-us-gov"), ("cn-north-1", "aws-cn")]
)
def test_arns_carry_the_partition(aws: LocalAws, region: str, partition: str) -> None:
    [name] = aws.seed(1, region=region)
    answer = aws.client("sagemaker", region).describe_endpoint_config(EndpointConfigName=name)
    assert answer["EndpointConfigArn"].startswith(f"arn:{partition}:sagemaker:{region}:")


def test_sts(aws: LocalAws) -> None:
    sts = aws.client("sts")
    assert sts.get_caller_identity()["Account"] == ACCOUNT_ID
    assert sts.get_session_token()["Credentials"]["SessionToken"]
    role = f"arn:aws:iam::{OTHER_ACCOUNT}:role/r"
    assumed = sts.assume_role(RoleArn=role, RoleSessionName="session")
    keys = assumed["Credentials"]
    session = boto3.session.Session(
        keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"], REGION
    )
    identity = session.client("sts", endpoint_url=aws.endpoint_url).get_caller_identity()
    assert identity["Account"] == OTHER_ACCOUNT


def test_cloudwatch_and_logs_as_the_support_library_uses_them(aws: LocalAws) -> None:
    metrics, logs = aws.client("cloudwatch"), aws.client("logs")
    datum = {
        "MetricName": "HandlerInvocationCount",
        "Dimensions": [{"Name": "Action", "Value": "CREATE"}],
        "Unit": "Count",
        "Value": 1.0,
    }
    metrics.put_metric_data(Namespace="AWS/CloudFormation/x", MetricData=[datum])
    [metric] = metrics.list_metrics(Namespace="AWS/CloudFormation/x")["Metrics"]
    assert metric["MetricName"] == "HandlerInvocationCount"

    logs.create_log_group(logGroupName="g")
    logs.create_log_stream(logGroupName="g", logStreamName="s")
    event = {"timestamp": int(time.time() * 1000), "message": "hello"}
    logs.put_log_events(logGroupName="g", logStreamName="s", logEvents=[event])
    [kept] = logs.get_log_events(logGroupName="g", logStreamName="s")["events"]
    assert kept["message"] == "hello"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_runs_in_the_foreground_until_a_signal(number: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "devkit.local_aws"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        with urllib.request.urlopen(f"{url}/moto-api/data.json") as answer:
            assert answer.status == 200
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")
