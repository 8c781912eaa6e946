"""How much is asked of the service: calls per action, and connections."""

import pytest

from bench import front
from devkit.local_aws import LocalAws
from tests.models import config

from .conftest import Provider

# No other test makes a client of it: clients keep the endpoint that they were made with.
REGION = "eu-south-1"


@pytest.fixture
def seen(aws: LocalAws, monkeypatch: pytest.MonkeyPatch) -> list[front.Request]:
    """The requests of this test, through a server that keeps connections."""
    seen: list[front.Request] = []
    monkeypatch.setenv("AWS_ENDPOINT_URL", front.start(aws.endpoint_url, seen.append))
    aws.create_model("m", REGION)
    return seen


def test_one_call_an_action_and_two_for_read_over_one_connection(
    seen: list[front.Request], call: Provider
) -> None:
    properties = config(EndpointConfigName="c")
    made = {}
    for action in ("CREATE", "READ", "LIST", "DELETE"):
        before = len(seen)
        answer = call(action, None if action == "LIST" else properties, region=REGION)
        assert answer["status"] == "SUCCESS"
        made[action] = [request.operation for request in seen[before:]]
    assert made == {
        "CREATE": ["CreateEndpointConfig"],
        "READ": ["DescribeEndpointConfig", "ListTags"],
        "LIST": ["ListEndpointConfigs"],
        "DELETE": ["DeleteEndpointConfig"],
    }
    assert len({request.port for request in seen}) == 1
