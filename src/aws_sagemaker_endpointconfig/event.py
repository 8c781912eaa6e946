"""CloudFormation's event, read without trusting it.

The shape is that of the library's ``HandlerRequest`` (protocol 2.0.0). The library
takes what comes and fails later, with whatever Python says; here a part that is
missing or of the wrong kind is named in an InvalidRequest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cloudformation_cli_python_lib.exceptions import InvalidRequest
from cloudformation_cli_python_lib.interface import Action, BaseResourceHandlerRequest

from .properties import Properties, Types, cast

Credentials = Mapping[str, Any]

_KINDS: dict[type, str] = {Mapping: "an object", str: "a string"}


@dataclass
class Request(BaseResourceHandlerRequest):
    """The library's request, with the declared properties as they came."""

    desiredResourceState: Properties  # noqa: N815  # the library's name


@dataclass(frozen=True)
class Event:
    """What the provider needs of an event, beside the handler's request."""

    action: Action
    region: str
    request: Request
    callback_context: dict[str, Any]
    caller_credentials: Credentials | None
    provider_credentials: Credentials | None
    log_group: str | None
    resource_type: str


def parse(event: Any, types: Types) -> Event:
    """An event that may be anything at all, its properties cast to ``types``.

    Raises InvalidRequest, which names the part that is wrong.
    """
    action = _action(event)
    data = _part(event, "requestData", Mapping)
    type_of_resource = _part(event, "resourceType", str, required=False)
    return Event(
        action=action,
        region=_part(event, "region", str),
        request=_request(event, data, types),
        callback_context=dict(_part(event, "callbackContext", Mapping, required=False) or {}),
        caller_credentials=_credentials(data, "callerCredentials"),
        provider_credentials=_credentials(data, "providerCredentials"),
        log_group=_part(data, "providerLogGroupName", str, required=False),
        resource_type=type_of_resource or "",
    )


def of_test_event(event: Any) -> dict[str, Any]:
    """What ``cfn test`` sends to the test entry point, in the shape of a real event."""
    outer = _object(event, "The event")
    request = _part(outer, "request", Mapping)
    return {
        "action": outer.get("action"),
        "region": outer.get("region") or request.get("region"),
        "callbackContext": outer.get("callbackContext"),
        "bearerToken": request.get("clientRequestToken"),
        "awsAccountId": request.get("awsAccountId"),
        "stackId": request.get("stackId"),
        "nextToken": request.get("nextToken"),
        "requestData": {
            "callerCredentials": outer.get("credentials"),
            "logicalResourceId": request.get("logicalResourceIdentifier"),
            "resourceProperties": request.get("desiredResourceState"),
            "stackTags": request.get("desiredResourceTags"),
        },
    }


def _action(event: Any) -> Action:
    action = _part(_object(event, "The event"), "action", str)
    if action not in Action.__members__:
        raise InvalidRequest(
            f'action "{action}" is unknown. Send one of {", ".join(Action.__members__)}.'
        )
    return Action[action]


def _request(event: Mapping[str, Any], data: Mapping[str, Any], types: Types) -> Request:
    properties = _part(data, "resourceProperties", Mapping, required=False)
    return Request(
        clientRequestToken=_part(event, "bearerToken", str, required=False),
        # LIST comes with none at all
        desiredResourceState=cast(properties or {}, types),
        previousResourceState=None,
        desiredResourceTags=_tags(data, "stackTags"),
        previousResourceTags=None,
        # aws: tags, which only AWS may set: the handlers never see them
        systemTags=None,
        previousSystemTags=None,
        awsAccountId=_part(event, "awsAccountId", str, required=False),
        logicalResourceIdentifier=_part(data, "logicalResourceId", str, required=False),
        typeConfiguration=None,
        nextToken=_part(event, "nextToken", str, required=False),
        stackId=_part(event, "stackId", str, required=False),
        region=event["region"],
        awsPartition=None,
    )


def _tags(data: Mapping[str, Any], name: str) -> dict[str, str]:
    tags = _part(data, name, Mapping, required=False) or {}
    for key, value in tags.items():
        if not isinstance(value, str):
            raise InvalidRequest(f"{name}/{key} must be a string.")
    return dict(tags)


def _credentials(data: Mapping[str, Any], name: str) -> Credentials | None:
    credentials = _part(data, name, Mapping, required=False)
    if not credentials:
        return None
    return {
        "accessKeyId": _part(credentials, "accessKeyId", str),
        "secretAccessKey": _part(credentials, "secretAccessKey", str),
        # long-term keys have none
        "sessionToken": _part(credentials, "sessionToken", str, required=False),
    }


def _object(value: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise InvalidRequest(f"{what} must be a JSON object.")
    return value


def _part(whole: Mapping[str, Any], name: str, kind: type, required: bool = True) -> Any:
    part = whole.get(name)
    if part is None or part == "":
        if not required:
            return None
        raise InvalidRequest(f"The request has no {name}. Send it as {_KINDS[kind]}.")
    if not isinstance(part, kind):
        raise InvalidRequest(f"The request's {name} must be {_KINDS[kind]}.")
    return part
