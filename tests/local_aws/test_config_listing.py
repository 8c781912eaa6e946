"""ListEndpointConfigs: sorted, filtered, paged, and whole however many there are."""

from __future__ import annotations

from typing import Any

import pytest

from devkit.local_aws import LocalAws


def walked(sagemaker: Any, **parameters: Any) -> list[str]:
    names = []
    for page in sagemaker.get_paginator("list_endpoint_configs").paginate(**parameters):
        names += [config["EndpointConfigName"] for config in page["EndpointConfigs"]]
    return names


def test_default_is_newest_first_ten_a_page(aws: LocalAws, sagemaker: Any) -> None:
    names = aws.seed(25)
    page = sagemaker.list_endpoint_configs()
    assert len(page["EndpointConfigs"]) == 10
    assert set(page["EndpointConfigs"][0]) == {
        "EndpointConfigName",
        "EndpointConfigArn",
        "CreationTime",
    }
    assert walked(sagemaker) == names[::-1]


@pytest.mark.parametrize("sort_by", ["Name", "CreationTime"])
@pytest.mark.parametrize("order", ["Ascending", "Descending"])
@pytest.mark.parametrize("size", [1, 7, 20, 21, 22, 100])
def test_every_order_and_page_size_is_whole(
    aws: LocalAws, sagemaker: Any, sort_by: str, order: str, size: int
) -> None:
    names = aws.seed(21)
    found = walked(sagemaker, SortBy=sort_by, SortOrder=order, MaxResults=size)
    assert found == (names if order == "Ascending" else names[::-1])


def test_ten_thousand(aws: LocalAws, sagemaker: Any) -> None:
    names = aws.seed(10_000)
    assert walked(sagemaker, MaxResults=100) == names[::-1]
    assert len(aws.calls) == 100


@pytest.mark.parametrize("order", ["Ascending", "Descending"])
def test_a_walk_survives_what_others_delete_and_create(
    aws: LocalAws, sagemaker: Any, create: Any, order: str
) -> None:
    names = aws.seed(6, prefix="b")
    request = {"SortBy": "Name", "SortOrder": order, "MaxResults": 2}
    page = sagemaker.list_endpoint_configs(**request)
    last = page["EndpointConfigs"][-1]["EndpointConfigName"]
    sagemaker.delete_endpoint_config(EndpointConfigName=last)
    create("a" if order == "Ascending" else "z")
    token = {"NextToken": page["NextToken"]}
    rest = []
    while token:
        page = sagemaker.list_endpoint_configs(**request, **token)
        rest += [config["EndpointConfigName"] for config in page["EndpointConfigs"]]
        token = {"NextToken": page["NextToken"]} if "NextToken" in page else {}
    assert rest == (names[2:] if order == "Ascending" else names[3::-1])


def test_filters(aws: LocalAws, sagemaker: Any) -> None:
    names = aws.seed(14, prefix="x") + aws.seed(3, prefix="other")
    assert walked(sagemaker, NameContains="the", SortBy="Name") == names[:13:-1]
    summaries = sagemaker.list_endpoint_configs(NameContains="x-", MaxResults=100)
    newest = max(config["CreationTime"] for config in summaries["EndpointConfigs"])
    assert walked(sagemaker, NameContains="nothing") == []
    # botocore sends whole seconds.
    assert walked(sagemaker, CreationTimeBefore=newest.replace(year=2000)) == []
    assert walked(sagemaker, CreationTimeAfter=newest.replace(year=2000)) != []


@pytest.mark.parametrize("token", ["nonsense", "", "äöü", "W10=", "MQ=="])
def test_bad_token(sagemaker: Any, refused: Any, token: str) -> None:
    assert refused(sagemaker.list_endpoint_configs, NextToken=token).code == "ValidationException"


def test_token_of_another_request(aws: LocalAws, sagemaker: Any, refused: Any) -> None:
    aws.seed(3)
    token = sagemaker.list_endpoint_configs(MaxResults=1)["NextToken"]
    answer = refused(sagemaker.list_endpoint_configs, SortBy="Name", NextToken=token)
    assert answer.code == "ValidationException"
