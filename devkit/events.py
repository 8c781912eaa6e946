"""The events that CloudFormation sends to a resource provider (protocol 2.0.0)."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from . import project

ACCOUNT_ID = "123456789012"
REGION = "us-east-1"
CREDENTIALS = {
    "accessKeyId": "AKIAIOSFODNN7EXAMPLE",
    "secretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "sessionToken": "session-token",
}


def event(
    action: str,
    properties: Mapping[str, Any] | None = None,
    *,
    token: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    """An event. ``more`` is for ``stackTags``, ``nextToken``, ``region`` and the like.

    Names that requestData has go there, all others to the top.
    """
    data = {
        "callerCredentials": CREDENTIALS,
        "resourceProperties": None if properties is None else dict(properties),
        "logicalResourceId": "Config",
    }
    top = {
        "action": action,
        "awsAccountId": ACCOUNT_ID,
        "bearerToken": token or str(uuid4()),
        "region": REGION,
        "resourceType": project.type_name(),
        "stackId": f"arn:aws:cloudformation:{REGION}:{ACCOUNT_ID}:stack/demo/{uuid4()}",
    }
    for name, value in more.items():
        (data if name in _REQUEST_DATA else top)[name] = value
    return {**top, "requestData": data}


_REQUEST_DATA = frozenset(
    {
        "callerCredentials",
        "logicalResourceId",
        "previousResourceProperties",
        "providerCredentials",
        "providerLogGroupName",
        "stackTags",
        "systemTags",
        "typeConfiguration",
    }
)
