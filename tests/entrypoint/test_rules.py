"""The rules across properties, as a user meets them: before any call, with path and fix."""

import re
from collections.abc import Callable

import pytest

from devkit.local_aws import LocalAws
from tests.rules import ACCEPTED, REFUSED, Properties, Refused

from .conftest import Provider


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_refused_before_any_call(refused: Refused, call: Provider, aws: LocalAws) -> None:
    answer = call("CREATE", refused.properties)
    assert answer["errorCode"] == "InvalidRequest"
    assert re.search(rf"{re.escape(refused.path)}\b", answer["message"])
    assert not aws.calls


@pytest.mark.parametrize("properties", ACCEPTED.values(), ids=ACCEPTED)
def test_all_else_is_left_to_the_service(
    properties: Properties, call: Provider, operations: Callable[[], list[str]]
) -> None:
    call("CREATE", properties)
    assert operations() == ["CreateEndpointConfig"]


def test_everything_that_is_wrong_is_told_at_once(call: Provider) -> None:
    both = REFUSED["neither model nor role"].properties | {
        "AsyncInferenceConfig": {"OutputConfig": {}},
        "CrossRegionTrafficConfig": {},
    }
    message = call("CREATE", both)["message"]
    assert "#/ProductionVariants/0/ModelName" in message
    assert "#/CrossRegionTrafficConfig" in message


@pytest.mark.parametrize("action", ["READ", "DELETE", "LIST"])
def test_rules_are_for_create_only(action: str, call: Provider) -> None:
    """What is there already must stay readable and deletable, however it came about."""
    call("CREATE", {**ACCEPTED["instances"], "EndpointConfigName": "c"} | _MODEL)
    odd = {**REFUSED["neither model nor role"].properties, "EndpointConfigName": "c"}
    assert call(action, odd)["status"] == "SUCCESS"


_MODEL: Properties = {
    "ProductionVariants": [
        {
            "VariantName": "v",
            "ModelName": "m",
            "InstanceType": "ml.m5.large",
            "InitialInstanceCount": 1,
        }
    ]
}
