"""Which endpoint configuration a request means, by its name or by its ARN alone."""

from collections.abc import Mapping
from typing import Any

from cloudformation_cli_python_lib.exceptions import NotFound
from cloudformation_cli_python_lib.interface import Action, HandlerErrorCode

from . import errors, naming, service


def describe(client: Any, model: Mapping[str, Any]) -> dict[str, Any]:
    """DescribeEndpointConfig of what ``model`` identifies.

    Raises NotFound if an ARN given alone is not that of what is found: a name that was
    cut out of an ARN of another account or region can be somebody else's here.
    """
    name = naming.meant_by(model)
    if model.get("EndpointConfigName"):
        return service.describe(client, name)
    described = _by_arn(client, name, model["EndpointConfigArn"])
    if described["EndpointConfigArn"].lower() != model["EndpointConfigArn"].lower():
        raise NotFound("endpoint configuration", model["EndpointConfigArn"])
    return described


def _by_arn(client: Any, name: str, arn: str) -> dict[str, Any]:
    try:
        return service.describe(client, name)
    except errors.CALL_FAILED as error:
        # Some live ARNs are lower-case while the name is not: only a list tells it.
        gone = errors.code_of(error, Action.READ) is HandlerErrorCode.NotFound
        found = service.name_under(client, arn) if gone and arn == arn.lower() else None
        if found is None:
            raise
        return service.describe(client, found)
