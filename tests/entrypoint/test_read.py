"""READ: Describe and ListTags, told in the words of the declaration."""

from collections.abc import Callable
from typing import Any

import pytest

from devkit.inputs import load, models_named_in
from devkit.local_aws import LocalAws
from devkit.project import INPUTS
from tests.models import ROLE, Model, config, serverless, variant, without

from .conftest import Provider

SETS = [each for each in load(INPUTS) if each.kind == "create"]
READ_ONLY = ("EndpointConfigName", "EndpointConfigArn")


def by_name(model: Model) -> Model:
    return {"EndpointConfigName": model["EndpointConfigName"]}


def by_arn(model: Model) -> Model:
    return {"EndpointConfigArn": model["EndpointConfigArn"]}


@pytest.mark.parametrize("each", SETS, ids=lambda each: each.path.stem)
class TestOfEveryInputSet:
    @pytest.fixture
    def created(self, each: Any, call: Provider, aws: LocalAws) -> Model:
        for name in set(models_named_in(each.properties)):
            aws.create_model(name)
        made: Model = call("CREATE", each.properties)["resourceModel"]
        return made

    def test_with_the_model_it_is_what_was_declared(self, created: Model, call: Provider) -> None:
        assert call("READ", created)["resourceModel"] == created

    @pytest.mark.parametrize("identifier", [by_name, by_arn])
    def test_with_an_identifier_it_can_be_created_again(
        self, created: Model, identifier: Callable[[Model], Model], call: Provider
    ) -> None:
        read = call("READ", identifier(created))["resourceModel"]
        call("DELETE", by_name(created))
        again = call("CREATE", without(read, "EndpointConfigArn"))["resourceModel"]
        assert again == read
        assert call("READ", created)["resourceModel"] == created


class TestAdditionsOfTheService:
    """Describe adds them (facts recorded from live reads), and the local AWS does too."""

    def test_the_local_aws_adds_them(self, call: Provider, aws: LocalAws) -> None:
        call("CREATE", config(serverless(), EndpointConfigName="c"))
        described = aws.client("sagemaker").describe_endpoint_config(EndpointConfigName="c")
        assert described["EnableNetworkIsolation"] is False
        assert described["MetricsConfig"] == {"EnableDetailedObservability": True}
        (added,) = described["ProductionVariants"]
        assert added["InitialVariantWeight"] == 1
        assert added["VolumeSizeInGB"] == 5

    @pytest.mark.parametrize(
        "declared",
        [
            config(),
            config(serverless()),
            config(ShadowProductionVariants=[variant(VariantName="s")]),
            config(without(variant(), "ModelName"), ExecutionRoleArn=ROLE),
            config(MetricsConfig={"EnableEnhancedMetrics": True}),
        ],
        ids=str,
    )
    def test_are_not_shown_to_who_did_not_declare_them(
        self, declared: Model, call: Provider
    ) -> None:
        created = call("CREATE", declared)["resourceModel"]
        assert call("READ", created)["resourceModel"] == created

    @pytest.mark.parametrize(
        "declared",
        [
            config(variant(InitialVariantWeight=1)),
            config(ShadowProductionVariants=[variant(VariantName="s", InitialVariantWeight=1)]),
            config(EnableNetworkIsolation=False),
            config(MetricsConfig={"EnableDetailedObservability": True}),
            config(
                variant(InitialVariantWeight=1),
                variant(VariantName="w"),
                EnableNetworkIsolation=False,
            ),
        ],
        ids=str,
    )
    def test_stay_if_they_were_declared(self, declared: Model, call: Provider) -> None:
        created = call("CREATE", declared)["resourceModel"]
        assert call("READ", created)["resourceModel"] == created

    @pytest.mark.parametrize(
        ("declared", "hidden", "shown"),
        [
            # another value is not the service's addition, whoever set it
            ({"EnableNetworkIsolation": True}, "EnableNetworkIsolation", True),
            (
                {"MetricsConfig": {"EnableDetailedObservability": False}},
                "MetricsConfig",
                {"EnableDetailedObservability": False},
            ),
        ],
    )
    def test_another_value_is_shown_though_the_request_does_not_declare_it(
        self, declared: Model, hidden: str, shown: Any, call: Provider
    ) -> None:
        created = call("CREATE", config(**declared))["resourceModel"]
        assert call("READ", without(created, hidden))["resourceModel"][hidden] == shown

    def test_an_identifier_reads_no_volume_on_serverless(self, call: Provider) -> None:
        created = call("CREATE", config(serverless()))["resourceModel"]
        (read,) = call("READ", by_name(created))["resourceModel"]["ProductionVariants"]
        assert "VolumeSizeInGB" not in read
        assert read["InitialVariantWeight"] == 1

    def test_an_identifier_reads_no_weight_where_none_may_be_given(self, call: Provider) -> None:
        declared = config(without(variant(), "ModelName"), ExecutionRoleArn=ROLE)
        created = call("CREATE", declared)["resourceModel"]
        (read,) = call("READ", by_name(created))["resourceModel"]["ProductionVariants"]
        assert "InitialVariantWeight" not in read


@pytest.mark.parametrize("weight", [0, 0.1, 0.3, 1, 1.5, 2.25, 33.3, 1e-3, 123456.7, 0.123456789])
def test_a_weight_is_kept_in_32_bits_and_read_as_meant(weight: float, call: Provider) -> None:
    created = call("CREATE", config(variant(InitialVariantWeight=weight)))["resourceModel"]
    assert call("READ", created)["resourceModel"] == created
    (read,) = call("READ", by_name(created))["resourceModel"]["ProductionVariants"]
    assert read["InitialVariantWeight"] == pytest.approx(weight, rel=1e-7)
    assert len(str(read["InitialVariantWeight"])) <= len("0.123456789")


OWN_TAGS = [{"Key": "b", "Value": "2"}, {"Key": "a", "Value": "1"}]


class TestTags:
    def test_all_pages_and_none_of_aws(self, call: Provider, aws: LocalAws) -> None:
        own = [{"Key": f"k{n}", "Value": str(n)} for n in range(50)]
        created = call("CREATE", config(Tags=own))["resourceModel"]
        aws.add_system_tags(
            created["EndpointConfigName"],
            {f"aws:cloudformation:{n}": "x" for n in range(60)},
        )
        assert call("READ", created)["resourceModel"] == created
        read = call("READ", by_name(created))["resourceModel"]["Tags"]
        assert sorted(tag["Key"] for tag in read) == sorted(tag["Key"] for tag in own)

    def test_those_on_the_last_page_too(self, call: Provider, aws: LocalAws) -> None:
        """The service lists them as they came: what is added last is on the second page."""
        created = call("CREATE", config(Tags=OWN_TAGS))["resourceModel"]
        aws.add_system_tags(created["EndpointConfigName"], {f"aws:{n}": "x" for n in range(100)})
        late = {"Key": "late", "Value": "x"}
        arn = created["EndpointConfigArn"]
        aws.client("sagemaker").add_tags(ResourceArn=arn, Tags=[late])
        aws.calls.clear()
        assert call("READ", created)["resourceModel"]["Tags"] == [*OWN_TAGS, late]
        assert len(aws.calls) == 3

    def test_none_are_not_there_unless_declared_empty(self, call: Provider) -> None:
        created = call("CREATE", config())["resourceModel"]
        assert "Tags" not in call("READ", by_name(created))["resourceModel"]
        assert call("READ", {**created, "Tags": []})["resourceModel"]["Tags"] == []

    def test_of_the_stack_are_not_shown(self, call: Provider) -> None:
        stack = {"a": "0", "stage": "prod"}
        created = call("CREATE", config(Tags=OWN_TAGS), stackTags=stack)["resourceModel"]
        assert call("READ", created, stackTags=stack)["resourceModel"]["Tags"] == OWN_TAGS

    def test_equal_to_one_of_the_stack_but_declared_are_shown(self, call: Provider) -> None:
        created = call("CREATE", config(Tags=OWN_TAGS), stackTags={"a": "1"})["resourceModel"]
        read = call("READ", created, stackTags={"a": "1"})["resourceModel"]
        assert read["Tags"] == OWN_TAGS

    def test_changed_behind_cloudformation_are_shown_as_they_are(
        self, call: Provider, aws: LocalAws
    ) -> None:
        created = call("CREATE", config(Tags=OWN_TAGS))["resourceModel"]
        aws.client("sagemaker").add_tags(
            ResourceArn=created["EndpointConfigArn"],
            Tags=[{"Key": "a", "Value": "changed"}, {"Key": "new", "Value": "x"}],
        )
        assert call("READ", created)["resourceModel"]["Tags"] == [
            {"Key": "b", "Value": "2"},
            {"Key": "a", "Value": "changed"},
            {"Key": "new", "Value": "x"},
        ]


class TestOldArns:
    """Some live ARNs are lower-case while the name is not; tags hang on the ARN as returned."""

    @pytest.fixture
    def created(self, call: Provider, aws: LocalAws) -> Model:
        declared = config(EndpointConfigName="MyConfig", Tags=[{"Key": "k", "Value": "v"}])
        created: Model = call("CREATE", declared)["resourceModel"]
        arn = aws.lower_case_arn("MyConfig")
        return {**created, "EndpointConfigArn": arn}

    def test_tags_are_found(self, created: Model, call: Provider) -> None:
        assert created["EndpointConfigArn"].endswith("/myconfig")
        assert call("READ", by_name(created))["resourceModel"]["Tags"] == created["Tags"]
        assert call("READ", created)["resourceModel"] == created

    def test_tags_are_found_under_the_arn_as_described_and_not_as_declared(
        self, created: Model, call: Provider
    ) -> None:
        as_it_was = created["EndpointConfigArn"].replace("myconfig", "MyConfig")
        read = call("READ", {**created, "EndpointConfigArn": as_it_was})["resourceModel"]
        assert read == created

    @pytest.mark.parametrize("action", ["READ", "DELETE"])
    def test_the_arn_alone_is_enough(
        self, action: str, created: Model, call: Provider, aws: LocalAws
    ) -> None:
        aws.seed(150)  # it is not on the first page
        answer = call(action, by_arn(created))
        assert answer["status"] == "SUCCESS"
        if action == "READ":
            assert answer["resourceModel"]["EndpointConfigName"] == "MyConfig"
        else:
            assert call("READ", by_name(created))["errorCode"] == "NotFound"

    def test_an_arn_of_nothing_is_not_found(self, call: Provider) -> None:
        arn = "arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/nothing"
        assert call("READ", {"EndpointConfigArn": arn})["errorCode"] == "NotFound"

    def test_the_name_counts_and_not_the_arn(self, created: Model, call: Provider) -> None:
        call("DELETE", created)
        assert call("READ", by_name(created))["errorCode"] == "NotFound"


@pytest.mark.parametrize(
    "arn",
    [
        "arn:aws:sagemaker:eu-west-1:123456789012:endpoint-config/c",
        "arn:aws:sagemaker:us-east-1:999999999999:endpoint-config/c",
    ],
    ids=["other region", "other account"],
)
@pytest.mark.parametrize("action", ["READ", "DELETE"])
def test_the_arn_of_another_place_is_not_found_here(action: str, arn: str, call: Provider) -> None:
    created = call("CREATE", config(EndpointConfigName="c"))["resourceModel"]
    answer = call(action, {"EndpointConfigArn": arn})
    assert answer["errorCode"] == "NotFound"
    assert arn in answer["message"]
    assert call("READ", created)["resourceModel"] == created


@pytest.mark.parametrize("action", ["READ", "DELETE"])
@pytest.mark.parametrize(
    ("identifier", "words"),
    [
        ({}, "#/EndpointConfigName is missing"),
        (None, "#/EndpointConfigName is missing"),
        ({"EndpointConfigArn": "c"}, '#/EndpointConfigArn "c" is not the ARN'),
        (
            {"EndpointConfigArn": "arn:aws:sagemaker:us-east-1:123456789012:model/c"},
            "is not the ARN of an endpoint configuration",
        ),
    ],
    ids=str,
)
def test_without_an_identifier(
    action: str, identifier: Model | None, words: str, call: Provider, aws: LocalAws
) -> None:
    answer = call(action, identifier)
    assert answer["errorCode"] == "InvalidRequest"
    assert words in answer["message"]
    assert not aws.calls


@pytest.mark.parametrize("identifier", [by_name, by_arn])
def test_missing_is_not_found(identifier: Callable[[Model], Model], call: Provider) -> None:
    arn = "arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/gone"
    gone = {"EndpointConfigName": "gone", "EndpointConfigArn": arn}
    answer = call("READ", identifier(gone))
    assert answer["errorCode"] == "NotFound"
    assert f'Could not find endpoint configuration "{arn}"' in answer["message"]


def test_two_calls(call: Provider, operations: Callable[[], list[str]]) -> None:
    created = call("CREATE", config())["resourceModel"]
    operations()
    call("READ", created)
    assert operations() == ["DescribeEndpointConfig", "ListTags"]
