"""The SageMaker calls. Knows nothing of CloudFormation.

Every function takes the SageMaker client and raises what botocore raises.
"""

from collections.abc import Callable, Mapping
from typing import Any

from botocore.parsers import ResponseParserError

# The API's own maxima (ListEndpointConfigs and ListTags, MaxResults).
LIST_PAGE_SIZE = 100
TAGS_PAGE_SIZE = 100

VARIANT_LISTS = ("ProductionVariants", "ShadowProductionVariants")

ABOUT_THE_ANSWER = frozenset({"CreationTime", "ResponseMetadata"})
"""What Describe's answer holds beside the configuration."""


def create(client: Any, parameters: Mapping[str, Any]) -> str:
    """CreateEndpointConfig, the request as it stands. Returns the new ARN."""
    answer = _call(client.create_endpoint_config, **parameters)
    return str(_member(answer, "EndpointConfigArn"))


def describe(client: Any, name: str) -> dict[str, Any]:
    """DescribeEndpointConfig: the configuration, with what ABOUT_THE_ANSWER names."""
    answer = _call(client.describe_endpoint_config, EndpointConfigName=name)
    _member(answer, "EndpointConfigArn")
    return dict(answer)


def tags(client: Any, arn: str) -> list[dict[str, str]]:
    """ListTags, all pages.

    ``arn`` must be spelled as Describe returns it: tags of an older configuration
    whose ARN comes back in lower case are found under that spelling only.
    """
    found: list[dict[str, str]] = []
    position: dict[str, str] = {}
    while True:
        page = _call(client.list_tags, ResourceArn=arn, MaxResults=TAGS_PAGE_SIZE, **position)
        found += _member(page, "Tags")
        if not page.get("NextToken"):
            return found
        position = {"NextToken": page["NextToken"]}


def delete(client: Any, name: str) -> None:
    """DeleteEndpointConfig."""
    _call(client.delete_endpoint_config, EndpointConfigName=name)


def list_page(client: Any, token: str | None) -> tuple[list[dict[str, Any]], str | None]:
    """ListEndpointConfigs: one page of summaries, and the token of the next if there is one."""
    position = {"NextToken": token} if token else {}
    page = _call(client.list_endpoint_configs, MaxResults=LIST_PAGE_SIZE, **position)
    return _member(page, "EndpointConfigs"), page.get("NextToken")


def name_under(client: Any, arn: str) -> str | None:
    """The name of the configuration with exactly this ARN, looked for in ListEndpointConfigs."""
    token: str | None = None
    while True:
        summaries, token = list_page(client, token)
        for summary in summaries:
            if summary["EndpointConfigArn"] == arn:
                return str(summary["EndpointConfigName"])
        if not token:
            return None


def _call(operation: Callable[..., Any], **parameters: Any) -> Any:
    """Call, and raise ResponseParserError for every answer that botocore cannot read.

    It has that error for a body that is no JSON where an error was answered. JSON of
    another shape (``[]``) it meets with AttributeError and its like.
    """
    try:
        return operation(**parameters)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        name = getattr(operation, "__name__", "the service")
        raise ResponseParserError(f"{name}: the answer could not be read") from error


def _member(answer: Mapping[str, Any], name: str) -> Any:
    """A member that every answer has. botocore reads a body that is no JSON as an empty one."""
    if name not in answer:
        raise ResponseParserError(f"The service's answer has no {name}")
    return answer[name]
