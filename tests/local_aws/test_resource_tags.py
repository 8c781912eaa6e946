"""Tags: paged, unique, found only under the ARN that the service returns."""

from __future__ import annotations

from typing import Any

import pytest

from devkit.local_aws import LocalAws

FIFTY = [{"Key": f"k{number:02}", "Value": str(number)} for number in range(50)]
SYSTEM = {"aws:cloudformation:stack-name": "s", "aws:cloudformation:logical-id": "l"}
SYSTEM_TAGS = [{"Key": key, "Value": value} for key, value in SYSTEM.items()]
RESERVED = "System prefix 'aws:' reserved for AWS usage in tag key: "


@pytest.mark.parametrize(("size", "first"), [({}, 50), ({"MaxResults": 51}, 51)])
def test_pages(aws: LocalAws, sagemaker: Any, create: Any, size: Any, first: int) -> None:
    arn = create(Tags=FIFTY)
    aws.add_system_tags("c", SYSTEM)
    page = sagemaker.list_tags(ResourceArn=arn, **size)
    assert len(page["Tags"]) == first
    rest = sagemaker.list_tags(ResourceArn=arn, NextToken=page["NextToken"], **size)
    assert "NextToken" not in rest
    assert page["Tags"] + rest["Tags"] == FIFTY + SYSTEM_TAGS


def test_no_page_has_more_than_a_hundred(aws: LocalAws, sagemaker: Any, create: Any) -> None:
    arn = create(Tags=FIFTY)
    aws.add_system_tags("c", {f"aws:{number}": "" for number in range(60)})
    assert len(sagemaker.list_tags(ResourceArn=arn, MaxResults=500)["Tags"]) == 100


def test_exactly_one_page_has_no_token(sagemaker: Any, create: Any) -> None:
    answer = sagemaker.list_tags(ResourceArn=create(Tags=FIFTY))
    assert answer["Tags"] == FIFTY
    assert "NextToken" not in answer


def test_only_under_the_arn_as_returned(
    aws: LocalAws, sagemaker: Any, create: Any, refused: Any
) -> None:
    arn = create("Config", Tags=FIFTY[:1])
    lower = aws.lower_case_arn("Config")
    assert sagemaker.list_tags(ResourceArn=lower)["Tags"] == FIFTY[:1]
    assert refused(sagemaker.list_tags, ResourceArn=arn).code == "ValidationException"


@pytest.mark.parametrize("kind", ["endpoint-config", "model", "endpoint", "app", "a/b/c"])
@pytest.mark.parametrize("operation", ["list_tags", "add_tags", "delete_tags"])
def test_missing_resource(sagemaker: Any, refused: Any, kind: str, operation: str) -> None:
    others: dict[str, dict[str, Any]] = {
        "add_tags": {"Tags": FIFTY[:1]},
        "delete_tags": {"TagKeys": ["k"]},
    }
    arn = f"arn:aws:sagemaker:us-east-1:123456789012:{kind}/gone"
    answer = refused(getattr(sagemaker, operation), ResourceArn=arn, **others.get(operation, {}))
    assert answer == ("ValidationException", f'Could not find resource "{arn}".', 400)


def test_other_region_s_arn_is_missing(sagemaker: Any, create: Any, refused: Any) -> None:
    arn = create().replace("us-east-1", "eu-west-1")
    assert refused(sagemaker.list_tags, ResourceArn=arn).code == "ValidationException"


def test_gone_with_the_configuration(sagemaker: Any, create: Any, refused: Any) -> None:
    arn = create(Tags=FIFTY[:1])
    sagemaker.delete_endpoint_config(EndpointConfigName="c")
    assert refused(sagemaker.list_tags, ResourceArn=arn).code == "ValidationException"
    create()
    assert sagemaker.list_tags(ResourceArn=arn)["Tags"] == []


def test_add_overwrites_and_delete_removes(sagemaker: Any, create: Any) -> None:
    arn = create(Tags=FIFTY[:2])
    sagemaker.add_tags(ResourceArn=arn, Tags=[{"Key": "k00", "Value": "new"}])
    sagemaker.delete_tags(ResourceArn=arn, TagKeys=["k01", "unknown"])
    assert sagemaker.list_tags(ResourceArn=arn)["Tags"] == [{"Key": "k00", "Value": "new"}]


def test_system_tags_do_not_count(aws: LocalAws, sagemaker: Any, create: Any, refused: Any) -> None:
    arn = create(Tags=FIFTY[:49])
    aws.add_system_tags("c", SYSTEM)
    sagemaker.add_tags(ResourceArn=arn, Tags=FIFTY[49:])
    answer = refused(sagemaker.add_tags, ResourceArn=arn, Tags=[{"Key": "one more", "Value": ""}])
    assert answer.code == "ValidationException"


@pytest.mark.parametrize("key", ["aws:x", "AWS:x", "aws:"])
def test_system_tags_are_aws_s(sagemaker: Any, create: Any, refused: Any, key: str) -> None:
    tags = [{"Key": "mine", "Value": ""}, {"Key": key, "Value": ""}]
    expected = ("ValidationException", RESERVED + key, 400)
    assert refused(create, "other", Tags=tags) == expected
    arn = create()
    assert refused(sagemaker.add_tags, ResourceArn=arn, Tags=tags) == expected
    assert refused(sagemaker.delete_tags, ResourceArn=arn, TagKeys=[key]) == expected


def test_duplicate_keys(sagemaker: Any, create: Any, refused: Any) -> None:
    tags = [{"Key": "k", "Value": "1"}, {"Key": "k", "Value": "2"}]
    assert refused(create, "other", Tags=tags).code == "ValidationException"
    arn = create(Tags=[{"Key": "k", "Value": "1"}, {"Key": "K", "Value": "2"}])
    assert refused(sagemaker.add_tags, ResourceArn=arn, Tags=tags).code == "ValidationException"
