"""What CloudFormation calls: one short function per action.

The order is always the same: which configuration, is the request sound, one trip
to the service, the model back. Whatever fails on the way is raised, and answered
by provider.py.
"""

from collections.abc import MutableMapping
from typing import Any

from cloudformation_cli_python_lib.exceptions import NotUpdatable
from cloudformation_cli_python_lib.interface import (
    Action,
    BaseModel,
    OperationStatus,
    ProgressEvent,
)

from . import idempotency, identification, naming, rules, service, tags
from .additions import without_additions
from .event import Request
from .properties import Properties
from .property_types import RESOURCE
from .provider import Provider
from .session import Session

resource = Provider(RESOURCE, "EndpointConfigName")
test_entrypoint = resource.test_entrypoint

CallbackContext = MutableMapping[str, Any]


@resource.handler(Action.CREATE)
def create(session: Session, request: Request, _: CallbackContext) -> ProgressEvent:
    """CreateEndpointConfig with what was declared. Answers the declared model and the ARN."""
    declared = request.desiredResourceState
    rules.check(declared)
    is_named = "EndpointConfigName" in declared
    name = declared["EndpointConfigName"] if is_named else naming.generate(request)
    parameters = {**declared, "EndpointConfigName": name}
    if sent := tags.to_send(declared.get("Tags"), request.desiredResourceTags):
        parameters["Tags"] = sent
    client = session.client("sagemaker")
    arn = idempotency.create(client, parameters, name_is_generated=not is_named)
    return _success({"EndpointConfigName": name, **declared, "EndpointConfigArn": arn})


@resource.handler(Action.READ)
def read(session: Session, request: Request, _: CallbackContext) -> ProgressEvent:
    """DescribeEndpointConfig and ListTags, in the words of the declaration if there is one."""
    declared = request.desiredResourceState
    client = session.client("sagemaker")
    described = identification.describe(client, declared)
    found = service.tags(client, described["EndpointConfigArn"])
    model = without_additions(described, declared)
    shown = tags.to_show(found, declared.get("Tags"), request.desiredResourceTags)
    if shown or "Tags" in declared:
        model["Tags"] = shown
    return _success(model)


@resource.handler(Action.UPDATE)
def update(_: Session, __: Request, ___: CallbackContext) -> ProgressEvent:
    """There is nothing that could be updated: CloudFormation replaces instead."""
    raise NotUpdatable(
        "Endpoint configurations cannot be changed once they are there: every update is a "
        "replacement. Deploy the change through CloudFormation, which creates the new "
        "configuration, or delete this one and create another."
    )


@resource.handler(Action.DELETE)
def delete(session: Session, request: Request, _: CallbackContext) -> ProgressEvent:
    """DeleteEndpointConfig. Answers no model, as the contract wants it."""
    model = request.desiredResourceState
    client = session.client("sagemaker")
    # a name cut out of an ARN is not trusted with a deletion
    is_named = bool(model.get("EndpointConfigName"))
    meant = model if is_named else identification.describe(client, model)
    idempotency.delete(client, meant["EndpointConfigName"])
    return ProgressEvent(status=OperationStatus.SUCCESS)


@resource.handler(Action.LIST)
def list_(session: Session, request: Request, _: CallbackContext) -> ProgressEvent:
    """ListEndpointConfigs, one page for one request."""
    summaries, token = service.list_page(session.client("sagemaker"), request.nextToken)
    models: list[BaseModel] = [
        Properties({name: summary[name] for name in ("EndpointConfigName", "EndpointConfigArn")})
        for summary in summaries
    ]
    return ProgressEvent(status=OperationStatus.SUCCESS, resourceModels=models, nextToken=token)


def _success(model: dict[str, Any]) -> ProgressEvent:
    return ProgressEvent(status=OperationStatus.SUCCESS, resourceModel=Properties(model))
