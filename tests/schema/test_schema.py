"""What schema.json promises beyond the shape of its properties."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from .cfn import cfn, copy_of_the_project
from .sources import ROOT, SCHEMA, api_documentation, instance_types, official_schema, texts

#: lists whose order the service keeps or acts upon; in all others it means nothing
ORDERED = {
    "ProductionVariants",
    "ShadowProductionVariants",
    "InstancePools",
    "AcceleratorPartitionLayouts",
    "AcceleratorPartitionTypes",
    "LabelHeaders",
    "FeatureHeaders",
    "FeatureTypes",
}


def properties() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property, at the top and in the definitions, by a name to find it by."""
    for name, node in SCHEMA["properties"].items():
        yield name, node
    for definition, node in SCHEMA["definitions"].items():
        for name, child in node["properties"].items():
            yield f"{definition}.{name}", child


def pointers(*names: str) -> list[str]:
    return [f"/properties/{name}" for name in names]


def test_is_json_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_cfn_validate_has_nothing_to_say(tmp_path: Path) -> None:
    said = cfn("validate", copy_of_the_project(tmp_path))
    assert said == "Resource schema is valid.\n"


def test_the_name_the_cli_looks_for_is_a_link() -> None:
    assert (ROOT / "aws-sagemaker-endpointconfig.json").readlink() == Path("schema.json")


# --- identity and life cycle


def test_the_name_identifies() -> None:
    assert SCHEMA["primaryIdentifier"] == pointers("EndpointConfigName")
    assert SCHEMA["additionalIdentifiers"] == [pointers("EndpointConfigArn")]
    assert SCHEMA["readOnlyProperties"] == pointers("EndpointConfigArn")


def test_every_change_replaces() -> None:
    writable = set(pointers(*SCHEMA["properties"])) - set(SCHEMA["readOnlyProperties"])
    assert set(SCHEMA["createOnlyProperties"]) == writable
    assert SCHEMA["replacementStrategy"] == "create_then_delete"
    assert set(SCHEMA["handlers"]) == {"create", "read", "delete", "list"}


def test_tags_are_set_on_create_only() -> None:
    tagging = SCHEMA["tagging"]
    handlers = SCHEMA["handlers"].values()
    assert tagging["tagOnCreate"]
    assert not tagging["tagUpdatable"]
    assert tagging["tagProperty"] == "/properties/Tags"
    assert set(tagging["permissions"]) <= {
        permission for handler in handlers for permission in handler["permissions"]
    }


def test_deprecated_properties_exist_in_both_lists() -> None:
    assert SCHEMA["deprecatedProperties"] == pointers(
        "ProductionVariants/*/AcceleratorType", "ShadowProductionVariants/*/AcceleratorType"
    )
    assert "AcceleratorType" in SCHEMA["definitions"]["ProductionVariant"]["properties"]


# --- properties


def test_both_variant_lists_share_one_definition() -> None:
    lists = [SCHEMA["properties"][f"{kind}Variants"] for kind in ("Production", "ShadowProduction")]
    assert [variants["items"]["$ref"] for variants in lists] == [
        "#/definitions/ProductionVariant"
    ] * 2


def test_lists_are_explicit_about_order() -> None:
    lists = {name: node for name, node in properties() if node.get("type") == "array"}
    wrong = {
        name
        for name, node in lists.items()
        # unique and unordered together would make the generated models use sets
        if node.get("uniqueItems") is not False
        or node.get("insertionOrder") is not (name.rpartition(".")[2] in ORDERED)
    }
    assert not wrong
    assert {name.rpartition(".")[2] for name in lists} > ORDERED  # ORDERED names only lists


def test_objects_refuse_unknown_properties() -> None:
    open_ended = [
        name
        for name, node in [("the type itself", SCHEMA), *SCHEMA["definitions"].items()]
        if node.get("additionalProperties") is not False
    ]
    assert not open_ended


def test_patterns_match_the_whole_value() -> None:
    # parentheses, because an alternative outside of them would escape the anchors
    whole = re.compile(r"\^\(.*\)\$|\^[^|]*\$")
    patterns = [
        (name, pattern) for name, node in properties() for pattern in texts(node, "pattern")
    ]
    assert [found for found in patterns if not whole.fullmatch(found[1])] == []


@pytest.mark.parametrize("definition", ["ProductionVariant", "InstancePool"])
def test_instance_types_of_today_and_tomorrow(definition: str) -> None:
    pattern = SCHEMA["definitions"][definition]["properties"]["InstanceType"]["pattern"]
    tomorrow = ["ml.p7-x900.48xlarge", "ml.u7in-16tb.224xlarge", "ml.g9.metal-24xl"]
    known = [*instance_types(), *tomorrow]
    assert [name for name in known if not re.search(pattern, name)] == []
    assert [
        name for name in ("g5.xlarge", "ml.g5", "ml.G5.xlarge") if re.search(pattern, name)
    ] == []


# --- descriptions


def test_everything_is_described() -> None:
    described = [("the type itself", SCHEMA), *SCHEMA["definitions"].items(), *properties()]
    assert [name for name, node in described if not node.get("description")] == []


def test_descriptions_are_our_own_words() -> None:
    theirs = {
        sentence
        for text in [*api_documentation(), *texts(official_schema(), "description")]
        for sentence in sentences(text)
    }
    assert len(theirs) > 1000  # there was something to compare with
    ours = {sentence for text in texts(SCHEMA, "description") for sentence in sentences(text)}
    assert not ours & theirs


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without HTML, case and spacing."""
    plain = " ".join(re.sub(r"<[^>]*>", " ", text).lower().split())
    yield from (sentence.rstrip(" .") for sentence in re.split(r"(?<=[.!?]) ", plain))


def test_permissions_are_complete_and_no_wider() -> None:
    """What the handlers call, and what SageMaker checks of the caller on Create (facts of the API
    doc and of AWS's own type): tags, the role that is passed, the keys that are named."""
    describe = {"sagemaker:DescribeEndpointConfig", "sagemaker:ListTags"}
    listing = {"sagemaker:ListEndpointConfigs"}
    assert {name: set(each["permissions"]) for name, each in SCHEMA["handlers"].items()} == {
        "create": {
            "sagemaker:CreateEndpointConfig",
            "sagemaker:AddTags",
            "iam:PassRole",
            "kms:DescribeKey",
            *describe,  # whether a configuration is one's own after an answer was lost
        },
        "read": {*describe, *listing},  # the list for an ARN in lower case
        "delete": {
            "sagemaker:DeleteEndpointConfig",
            "sagemaker:DescribeEndpointConfig",
            *listing,
        },
        "list": listing,
    }
