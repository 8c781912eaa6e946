"""The measured process to compare with: the same calls, made with boto3 and nothing around them.

Input and output are those of provider.py; of the event it takes the name and whether
logs and metrics are to be delivered. Clients are kept, as boto3's guide says.
"""

import json
import sys
from functools import cache
from time import perf_counter, time
from typing import Any

import boto3

sagemaker = boto3.client("sagemaker")


def read(event: dict[str, Any]) -> dict[str, Any]:
    data = event["requestData"]
    name = data["resourceProperties"]["EndpointConfigName"]
    group = data.get("providerLogGroupName")
    if group:
        put_metric("HandlerInvocationCount")
    described = sagemaker.describe_endpoint_config(EndpointConfigName=name)
    tags = sagemaker.list_tags(ResourceArn=described["EndpointConfigArn"])["Tags"]
    if group:
        put_line(group, f"read {name}")
        put_metric("HandlerInvocationDuration")
    return {"status": "SUCCESS", "resourceModel": {"EndpointConfigName": name, "Tags": tags}}


def put_metric(name: str) -> None:
    client("cloudwatch").put_metric_data(
        Namespace="plain", MetricData=[{"MetricName": name, "Value": 1.0, "Unit": "Count"}]
    )


def put_line(group: str, text: str) -> None:
    client("logs").put_log_events(
        logGroupName=group,
        logStreamName="plain",
        logEvents=[{"timestamp": round(time() * 1000), "message": text}],
    )


@cache
def client(service: str) -> Any:
    return boto3.client(service)


for line in sys.stdin:
    times, event = json.loads(line)
    seconds = []
    for _ in range(times):
        started = perf_counter()
        answer = read(event)
        seconds.append(perf_counter() - started)
    print(json.dumps([seconds, answer]), flush=True)
