"""CREATE: one API call with what was declared, answered with the declared model."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from devkit.inputs import load, models_named_in
from devkit.local_aws import LocalAws
from devkit.project import INPUTS
from tests.models import ROLE, config, serverless, variant, without

from .conftest import Provider

SETS = [each for each in load(INPUTS) if each.kind == "create"]
ARN = "arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/"
STACK = (
    "arn:aws:cloudformation:us-east-1:123456789012:stack/{}/0e7f6b30-1111-2222-3333-444455556666"
)


def sent(aws: LocalAws) -> dict[str, Any]:
    (call,) = aws.calls
    assert call.operation == "CreateEndpointConfig"
    return dict(call.parameters)


@pytest.mark.parametrize("each", SETS, ids=lambda each: each.path.stem)
def test_sends_what_was_declared_and_answers_it(each: Any, call: Provider, aws: LocalAws) -> None:
    for name in set(models_named_in(each.properties)):
        aws.create_model(name)
    model = call("CREATE", each.properties)["resourceModel"]
    name = model["EndpointConfigName"]
    assert sent(aws) == {**each.properties, "EndpointConfigName": name}
    assert model == {
        **each.properties,
        "EndpointConfigName": name,
        "EndpointConfigArn": ARN + name,
    }


def test_primitives_may_come_as_strings(call: Provider, aws: LocalAws) -> None:
    declared = config(
        variant(InitialInstanceCount="2", InitialVariantWeight="0.5", EnableSSMAccess="true"),
        variant(VariantName="w", InitialInstanceCount=3.0, InitialVariantWeight="2"),
        EnableNetworkIsolation="False",
        Tags=[{"Key": "number", "Value": 7}, {"Key": "boolean", "Value": True}],
    )
    model = call("CREATE", declared)["resourceModel"]
    expected = config(
        variant(InitialInstanceCount=2, InitialVariantWeight=0.5, EnableSSMAccess=True),
        variant(VariantName="w", InitialInstanceCount=3, InitialVariantWeight=2),
        EnableNetworkIsolation=False,
        Tags=[{"Key": "number", "Value": "7"}, {"Key": "boolean", "Value": "true"}],
    )
    assert sent(aws) == {**expected, "EndpointConfigName": model["EndpointConfigName"]}
    assert without(model, "EndpointConfigName", "EndpointConfigArn") == expected


@pytest.mark.parametrize(
    "declared",
    [
        {"AsyncInferenceConfig": {"OutputConfig": {}}},
        {"AsyncInferenceConfig": {"ClientConfig": {}, "OutputConfig": {"NotificationConfig": {}}}},
        {"MetricsConfig": {}},
        {"Tags": []},
        {
            "AsyncInferenceConfig": {
                "OutputConfig": {"NotificationConfig": {"IncludeInferenceResponseIn": []}}
            }
        },
    ],
    ids=str,
)
def test_what_is_empty_is_not_lost(declared: dict[str, Any], call: Provider, aws: LocalAws) -> None:
    created = call("CREATE", config(**declared))["resourceModel"]
    assert declared.items() <= created.items()
    if "Tags" not in declared:
        assert declared.items() <= sent(aws).items()
    assert declared.items() <= call("READ", created)["resourceModel"].items()


STACK_TAGS = {"team": "stack", "stage": "prod"}
OWN_TAGS = [{"Key": "team", "Value": "own"}]


class TestTags:
    def test_stack_tags_and_own_tags_go_together_and_own_win(
        self, call: Provider, aws: LocalAws
    ) -> None:
        model = call("CREATE", config(Tags=OWN_TAGS), stackTags=STACK_TAGS)["resourceModel"]
        assert sent(aws)["Tags"] == [{"Key": "stage", "Value": "prod"}, *OWN_TAGS]
        assert model["Tags"] == OWN_TAGS

    def test_stack_tags_alone_are_sent_and_not_answered(
        self, call: Provider, aws: LocalAws
    ) -> None:
        model = call("CREATE", config(), stackTags=STACK_TAGS)["resourceModel"]
        assert {tag["Key"]: tag["Value"] for tag in sent(aws)["Tags"]} == STACK_TAGS
        assert "Tags" not in model

    def test_system_tags_are_never_sent(self, call: Provider, aws: LocalAws) -> None:
        call("CREATE", config(), systemTags={"aws:cloudformation:stack-name": "s"})
        assert "Tags" not in sent(aws)

    def test_own_tag_that_starts_with_aws_is_the_services_to_refuse(
        self, call: Provider, operations: Callable[[], list[str]]
    ) -> None:
        answer = call("CREATE", config(Tags=[{"Key": "aws:mine", "Value": "x"}]))
        assert answer["errorCode"] == "InvalidRequest"
        assert operations() == ["CreateEndpointConfig"]

    @pytest.mark.parametrize(
        ("own", "stack", "fits"), [(50, 0, True), (49, 1, True), (30, 21, False)]
    )
    def test_fifty_in_all(
        self, own: int, stack: int, fits: bool, call: Provider, aws: LocalAws
    ) -> None:
        tags = [{"Key": f"own{n}", "Value": "x"} for n in range(own)]
        inherited = {f"stack{n}": "x" for n in range(stack)}
        answer = call("CREATE", config(Tags=tags), stackTags=inherited)
        if fits:
            assert len(sent(aws)["Tags"]) == own + stack
        else:
            assert answer["errorCode"] == "InvalidRequest"
            assert "#/Tags has 30 tags and the stack adds 21 more, 51 in all" in answer["message"]
            assert "remove 1" in answer["message"]
            assert not aws.calls

    def test_a_key_given_twice(self, call: Provider, aws: LocalAws) -> None:
        answer = call("CREATE", config(Tags=[*OWN_TAGS, *OWN_TAGS]))
        assert answer["errorCode"] == "InvalidRequest"
        assert '#/Tags/1/Key "team"' in answer["message"]
        assert not aws.calls


class TestGeneratedName:
    PATTERN = r"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"

    @pytest.mark.parametrize(
        "logical_id", ["Config", "C" * 255, "", None, "a_b.c", "Ünïcode", "--"]
    )
    @pytest.mark.parametrize(
        "stack",
        [
            STACK.format("my-stack"),
            STACK.format("S" * 128),
            STACK.format("ends-with-hyphen-" * 3),
            "a-name",
            "-odd_name-",
            "",
            None,
        ],
    )
    def test_is_valid_for_any_stack_and_logical_id(
        self, stack: str | None, logical_id: str | None, call: Provider
    ) -> None:
        answer = call("CREATE", config(), stackId=stack, logicalResourceId=logical_id)
        assert re.fullmatch(self.PATTERN, answer["resourceModel"]["EndpointConfigName"])

    def test_tells_stack_and_logical_id(self, call: Provider) -> None:
        answer = call("CREATE", config(), stackId=STACK.format("shop"), logicalResourceId="Config")
        assert answer["resourceModel"]["EndpointConfigName"].startswith("shop-Config-")

    def test_depends_on_the_request_token(self, call: Provider) -> None:
        def name(token: str) -> str:
            answer = call("CREATE", config(), token=token, stackId=STACK.format("s"))
            made: str = answer["resourceModel"]["EndpointConfigName"]
            call("DELETE", {"EndpointConfigName": made})
            return made

        assert name("one") == name("one") != name("two")

    def test_needs_a_token(self, call: Provider, aws: LocalAws) -> None:
        answer = call("CREATE", config(), bearerToken=None)
        assert answer["errorCode"] == "InvalidRequest"
        assert "bearerToken" in answer["message"]
        assert not aws.calls


def test_a_taken_name_says_what_an_update_is_and_how_to_name(call: Provider) -> None:
    declared = config(EndpointConfigName="mine")
    call("CREATE", declared)
    answer = call("CREATE", declared)
    assert answer["errorCode"] == "AlreadyExists"
    for words in (
        f'Cannot create already existing endpoint configuration "{ARN}mine"',
        "every update is a replacement",
        "Leave EndpointConfigName out",
        "a new name",
    ):
        assert words in answer["message"]


def test_inference_components_are_sent_no_default(call: Provider, aws: LocalAws) -> None:
    declared = config(
        without(variant(), "ModelName"), ExecutionRoleArn=ROLE, EndpointConfigName="c"
    )
    call("CREATE", declared)
    assert sent(aws) == declared


def test_serverless_is_sent_no_volume(call: Provider, aws: LocalAws) -> None:
    call("CREATE", config(serverless(), EndpointConfigName="c"))
    assert sent(aws)["ProductionVariants"] == [serverless()]
