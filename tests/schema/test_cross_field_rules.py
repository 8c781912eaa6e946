"""The rules across properties that schema.json states, so that templates are refused at once."""

import pytest
from jsonschema import Draft7Validator

from tests.rules import ACCEPTED, REFUSED, Properties, Refused

from .sources import SCHEMA


@pytest.mark.parametrize("properties", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(properties: Properties) -> None:
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(properties)] == []


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_refused_if_json_schema_can_say_it(refused: Refused) -> None:
    assert Draft7Validator(SCHEMA).is_valid(refused.properties) is not refused.in_schema


def test_the_rule_on_routing_knows_every_property() -> None:
    """``cfn validate`` wants its branches closed: a property they omit could not be given."""
    routing = SCHEMA["definitions"]["RoutingConfig"]
    branches = routing["dependencies"]["RoutingStrategy"]["anyOf"]
    assert {name for branch in branches for name in branch["properties"]} == set(
        routing["properties"]
    )
