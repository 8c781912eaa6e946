"""The name of an endpoint configuration: which one is meant, and a new one."""

import re
from collections.abc import Mapping
from typing import Any

from cloudformation_cli_python_lib.exceptions import InvalidRequest
from cloudformation_cli_python_lib.identifier_utils import generate_resource_identifier

from .event import Request

MAX_LENGTH = 63

_ARN = re.compile(r"arn:[^:]+:sagemaker:[^:]+:[^:]+:endpoint-config/(?P<name>[^/]+)")


def meant_by(model: Mapping[str, Any]) -> str:
    """The name of the endpoint configuration that ``model`` identifies.

    It is cut out of EndpointConfigArn only if no name is given: some live ARNs are
    lower-case while the name is not. Raises InvalidRequest if neither will do.
    """
    if model.get("EndpointConfigName"):
        return str(model["EndpointConfigName"])
    arn = model.get("EndpointConfigArn")
    if not arn:
        raise InvalidRequest(
            "#/EndpointConfigName is missing. Give the name of the endpoint configuration, "
            "or its EndpointConfigArn."
        )
    parts = _ARN.fullmatch(arn)
    if not parts:
        raise InvalidRequest(
            f'#/EndpointConfigArn "{arn}" is not the ARN of an endpoint configuration. Give one '
            "of the form arn:PARTITION:sagemaker:REGION:ACCOUNT:endpoint-config/NAME."
        )
    return parts["name"]


def generate(request: Request) -> str:
    """A name for a CREATE that gives none: ``STACK-LOGICALID-HASH``, 63 characters at most.

    The hash is of the client request token, so that CloudFormation's repeat of a
    request comes to the same name. The library's identifier begins with a hyphen
    when there is no stack, and keeps characters that SageMaker's pattern refuses;
    both are mended here.
    """
    if not request.clientRequestToken:
        raise InvalidRequest(
            "The request has no bearerToken, from which a name is generated. Send one, or "
            "give #/EndpointConfigName."
        )
    identifier = generate_resource_identifier(
        stack_id_or_name=request.stackId,
        logical_resource_id=request.logicalResourceIdentifier,
        client_request_token=request.clientRequestToken,
        max_length=MAX_LENGTH,
    )
    return re.sub(r"[^a-zA-Z0-9]+", "-", identifier).lstrip("-")
