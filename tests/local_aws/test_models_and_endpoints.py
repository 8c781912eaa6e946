"""Models that variants name, and Endpoints on top of our configurations."""

from __future__ import annotations

from typing import Any

import pytest

from devkit.local_aws import ROLE_ARN, LocalAws

ARN = "arn:aws:sagemaker:us-east-1:123456789012"
SERVERLESS = {
    "VariantName": "v",
    "ModelName": "m",
    "ServerlessConfig": {"MemorySizeInMB": 1024, "MaxConcurrency": 5},
}


def test_models(aws: LocalAws, sagemaker: Any, refused: Any) -> None:
    assert aws.create_model("m") == f"{ARN}:model/m"  # again is no harm
    container = {"Image": "image"}
    made = sagemaker.create_model(
        ModelName="n", ExecutionRoleArn=ROLE_ARN, PrimaryContainer=container
    )
    assert made["ModelArn"] == f"{ARN}:model/n"
    taken = f'Cannot create already existing model "{ARN}:model/n".'
    assert refused(sagemaker.create_model, ModelName="n").message == taken
    sagemaker.delete_model(ModelName="n")
    for operation in (sagemaker.describe_model, sagemaker.delete_model):
        answer = refused(operation, ModelName="n")
        assert answer == ("ValidationException", f'Could not find model "{ARN}:model/n".', 400)


@pytest.mark.parametrize(
    ("members", "summary"),
    [
        (
            {},
            {
                "CurrentInstanceCount": 1,
                "DesiredInstanceCount": 1,
            },
        ),
        (
            {"ProductionVariants": [SERVERLESS]},
            {
                "CurrentServerlessConfig": SERVERLESS["ServerlessConfig"],
                "DesiredServerlessConfig": SERVERLESS["ServerlessConfig"],
            },
        ),
        (
            {"ProductionVariants": [{"VariantName": "v"}], "ExecutionRoleArn": ROLE_ARN},
            {},
        ),
    ],
)
def test_endpoint_of_each_kind(sagemaker: Any, create: Any, members: Any, summary: Any) -> None:
    create(**members)
    made = sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="c")
    answer = sagemaker.describe_endpoint(EndpointName="e")
    assert answer["EndpointArn"] == made["EndpointArn"] == f"{ARN}:endpoint/e"
    assert (answer["EndpointStatus"], answer["EndpointConfigName"]) == ("InService", "c")
    weights = {"CurrentWeight": 1.0, "DesiredWeight": 1.0}
    assert answer["ProductionVariants"] == [{"VariantName": "v", **weights, **summary}]
    assert "DataCaptureConfig" not in answer
    sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e")


def test_endpoint_shows_what_its_configuration_brings(
    sagemaker: Any, create: Any, variant: Any
) -> None:
    asynchronous = {"OutputConfig": {"S3OutputPath": "s3://bucket/out"}}
    create(
        ShadowProductionVariants=[variant(VariantName="s")],
        AsyncInferenceConfig=asynchronous,
        DataCaptureConfig={
            "InitialSamplingPercentage": 20,
            "DestinationS3Uri": "s3://bucket/capture",
            "CaptureOptions": [{"CaptureMode": "Input"}],
        },
    )
    sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="c")
    answer = sagemaker.describe_endpoint(EndpointName="e")
    assert [one["VariantName"] for one in answer["ShadowProductionVariants"]] == ["s"]
    assert answer["AsyncInferenceConfig"] == asynchronous
    assert answer["DataCaptureConfig"] == {
        "EnableCapture": True,
        "CaptureStatus": "Started",
        "CurrentSamplingPercentage": 20,
        "DestinationS3Uri": "s3://bucket/capture",
    }


def test_update_takes_a_new_configuration(
    sagemaker: Any, create: Any, variant: Any, refused: Any
) -> None:
    create()
    create("new", ProductionVariants=[variant(VariantName="w", InitialInstanceCount=3)])
    sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="c")
    missing = refused(sagemaker.update_endpoint, EndpointName="e", EndpointConfigName="gone")
    assert missing.message == f'Could not find endpoint configuration "{ARN}:endpoint-config/gone".'
    sagemaker.update_endpoint(EndpointName="e", EndpointConfigName="new")
    # No in-use guard, for the old one or the new.
    sagemaker.delete_endpoint_config(EndpointConfigName="c")
    answer = sagemaker.describe_endpoint(EndpointName="e")
    assert answer["EndpointConfigName"] == "new"
    [summary] = answer["ProductionVariants"]
    assert (summary["VariantName"], summary["CurrentInstanceCount"]) == ("w", 3)
    assert answer["LastModifiedTime"] >= answer["CreationTime"]


def test_endpoint_refusals(sagemaker: Any, create: Any, refused: Any) -> None:
    request = {"EndpointName": "e", "EndpointConfigName": "c"}
    missing = f'Could not find endpoint configuration "{ARN}:endpoint-config/c".'
    assert refused(sagemaker.create_endpoint, **request).message == missing
    create()
    sagemaker.create_endpoint(**request)
    taken = f'Cannot create already existing endpoint "{ARN}:endpoint/e".'
    assert refused(sagemaker.create_endpoint, **request).message == taken
    sagemaker.delete_endpoint(EndpointName="e")
    gone = f'Could not find endpoint "{ARN}:endpoint/e".'
    for operation in (sagemaker.describe_endpoint, sagemaker.delete_endpoint):
        assert refused(operation, EndpointName="e").message == gone
    assert refused(sagemaker.update_endpoint, **request).message == gone


def test_endpoint_weights_still_change(sagemaker: Any, create: Any) -> None:
    create()
    sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="c")
    desired = [{"VariantName": "v", "DesiredWeight": 0.5, "DesiredInstanceCount": 2}]
    sagemaker.update_endpoint_weights_and_capacities(
        EndpointName="e", DesiredWeightsAndCapacities=desired
    )
    [summary] = sagemaker.describe_endpoint(EndpointName="e")["ProductionVariants"]
    assert summary["CurrentInstanceCount"] == 2
    [kept] = sagemaker.describe_endpoint_config(EndpointConfigName="c")["ProductionVariants"]
    assert (kept["InitialInstanceCount"], kept["InitialVariantWeight"]) == (1, 1.0)


def test_endpoint_and_model_tags(sagemaker: Any, create: Any, refused: Any) -> None:
    create()
    tags = [{"Key": "k", "Value": "v"}]
    made = sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="c", Tags=tags)
    assert sagemaker.list_tags(ResourceArn=made["EndpointArn"])["Tags"] == tags
    answer = refused(sagemaker.create_model, ModelName="n", Tags=[{"Key": "aws:k", "Value": ""}])
    assert answer.message == "System prefix 'aws:' reserved for AWS usage in tag key: aws:k"
