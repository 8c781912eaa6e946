"""Create, describe and delete: kept whole, with the service's additions and refusals."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from botocore.exceptions import ClientError

from devkit.local_aws import ROLE_ARN, LocalAws
from devkit.local_aws import sagemaker as local_sagemaker

ARN = "arn:aws:sagemaker:us-east-1:123456789012"
KEY = "arn:aws:kms:us-east-1:123456789012:key/k"
ADDED = {"EnableNetworkIsolation": False, "MetricsConfig": {"EnableDetailedObservability": True}}
EVERYTHING: dict[str, Any] = {
    "DataCaptureConfig": {
        "EnableCapture": False,
        "InitialSamplingPercentage": 0,
        "DestinationS3Uri": "s3://bucket/capture",
        "KmsKeyId": KEY,
        "CaptureOptions": [{"CaptureMode": "Input"}, {"CaptureMode": "InputAndOutput"}],
        "CaptureContentTypeHeader": {
            "CsvContentTypes": ["text/csv"],
            "JsonContentTypes": ["application/json"],
        },
    },
    "KmsKeyId": KEY,
    "ExplainerConfig": {
        "ClarifyExplainerConfig": {
            "EnableExplanations": "`true`",
            "InferenceConfig": {"FeatureHeaders": ["a", "b"], "FeatureTypes": ["text", "text"]},
            "ShapConfig": {
                "ShapBaselineConfig": {"MimeType": "text/csv", "ShapBaseline": "1,2\n3,4"},
                "NumberOfSamples": 1,
                "UseLogit": False,
                "Seed": -5,
                "TextConfig": {"Language": "en", "Granularity": "token"},
            },
        }
    },
    "AsyncInferenceConfig": {
        "ClientConfig": {"MaxConcurrentInvocationsPerInstance": 4},
        "OutputConfig": {
            "S3OutputPath": "s3://bucket/out",
            "S3FailurePath": "s3://bucket/failed",
            "KmsKeyId": KEY,
            "NotificationConfig": {
                "SuccessTopic": "arn:aws:sns:us-east-1:123456789012:ok",
                "ErrorTopic": "arn:aws:sns:us-east-1:123456789012:bad",
                "IncludeInferenceResponseIn": ["SUCCESS_NOTIFICATION_TOPIC"],
            },
        },
    },
    "ExecutionRoleArn": ROLE_ARN,
    "VpcConfig": {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1", "sg-2"]},
    "EnableNetworkIsolation": True,
    "MetricsConfig": {
        "EnableEnhancedMetrics": False,
        "EnableDetailedObservability": False,
        "MetricPublishFrequencyInSeconds": 30,
    },
}
VARIANT_MEMBERS: dict[str, Any] = {
    "InitialVariantWeight": 0.5,
    "AcceleratorType": "ml.eia1.medium",
    "CoreDumpConfig": {"DestinationS3Uri": "s3://bucket/core", "KmsKeyId": KEY},
    "VolumeSizeInGB": 30,
    "ModelDataDownloadTimeoutInSeconds": 60,
    "ContainerStartupHealthCheckTimeoutInSeconds": 3600,
    "EnableSSMAccess": False,
    "RoutingConfig": {
        "RoutingStrategy": "PREFIX_AWARE",
        "PrefixAwareRoutingConfig": {"PrefixLength": 1024, "ConcurrencyThreshold": 1},
    },
    "InferenceAmiVersion": "al2-ami-sagemaker-inference-gpu-2",
    "CapacityReservationConfig": {"CapacityReservationPreference": "capacity-reservations-only"},
    "AcceleratorPartitionLayouts": [{"AcceleratorPartitionTypes": ["mig-1g.5gb"]}],
    "VariantInstanceProvisionTimeoutInSeconds": 300,
}
SERVERLESS = {
    "VariantName": "v",
    "ModelName": "m",
    "ServerlessConfig": {"MemorySizeInMB": 1024, "MaxConcurrency": 5, "ProvisionedConcurrency": 5},
}
POOLS = {
    "VariantName": "v",
    "ModelName": "m",
    "InstancePools": [
        {"InstanceType": "ml.g5.xlarge", "Priority": 1, "ModelNameOverride": "m"},
        {"InstanceType": "ml.g6.xlarge", "Priority": 2},
    ],
}
COMPONENTS = {
    "VariantName": "v",
    "InstanceType": "ml.g5.xlarge",
    "InitialInstanceCount": 1,
    "ManagedInstanceScaling": {
        "Status": "ENABLED",
        "MinInstanceCount": 0,
        "MaxInstanceCount": 2,
        "ScaleInPolicy": {"Strategy": "CONSOLIDATION", "MaximumStepSize": 1},
    },
}


def described(sagemaker: Any, name: str = "c") -> dict[str, Any]:
    answer: dict[str, Any] = sagemaker.describe_endpoint_config(EndpointConfigName=name)
    del answer["ResponseMetadata"]
    return answer


def test_keeps_and_describes_every_property(sagemaker: Any, create: Any, variant: Any) -> None:
    sent = {
        **EVERYTHING,
        "ProductionVariants": [variant(**VARIANT_MEMBERS)],
        "ShadowProductionVariants": [variant(**VARIANT_MEMBERS, VariantName="shadow")],
    }
    arn = create(**sent, Tags=[{"Key": "k", "Value": "v"}])
    answer = described(sagemaker)
    answer.pop("CreationTime")
    assert answer == {**sent, "EndpointConfigName": "c", "EndpointConfigArn": arn}
    assert arn == f"{ARN}:endpoint-config/c"


def test_everything_is_everything(sagemaker: Any) -> None:
    members = sagemaker.meta.service_model.operation_model("CreateEndpointConfig").input_shape
    named = {"EndpointConfigName", "ProductionVariants", "ShadowProductionVariants", "Tags"}
    # Not with AsyncInferenceConfig: below, in `test_other_shapes_are_kept`.
    assert set(members.members) - named - set(EVERYTHING) == {"CrossRegionTrafficConfig"}
    variant = sagemaker.meta.service_model.shape_for("ProductionVariant").members
    others = {**SERVERLESS, **POOLS, **COMPONENTS}
    assert set(variant) == {*VARIANT_MEMBERS, *others}


@pytest.mark.parametrize(
    ("variants", "added", "others"),
    [
        ([SERVERLESS], {"VolumeSizeInGB": 5}, {}),
        (
            [POOLS],
            {},
            {
                "CrossRegionTrafficConfig": {
                    "MaxInvocationsPerSecondPerInstance": 1,
                    "MaxCrossRegionPercentPerEndpoint": 100,
                }
            },
        ),
        ([COMPONENTS], {}, {"ExecutionRoleArn": ROLE_ARN}),
        ([{"VariantName": "v"}], {}, {"ExecutionRoleArn": ROLE_ARN}),
    ],
)
def test_other_shapes_are_kept(
    sagemaker: Any, create: Any, variants: Any, added: Any, others: Any
) -> None:
    create(ProductionVariants=variants, **others)
    answer = described(sagemaker)
    expected = [{**variant, "InitialVariantWeight": 1.0, **added} for variant in variants]
    assert answer["ProductionVariants"] == expected
    assert {name: answer[name] for name in others} == others


def test_adds_what_the_service_adds_and_no_more(sagemaker: Any, create: Any, variant: Any) -> None:
    shadow = variant(VariantName="s")
    create(ShadowProductionVariants=[shadow], Tags=[{"Key": "k", "Value": "v"}])
    answer = described(sagemaker)
    assert answer.pop("CreationTime").microsecond % 1000 == 0
    assert answer == {
        "EndpointConfigName": "c",
        "EndpointConfigArn": f"{ARN}:endpoint-config/c",
        "ProductionVariants": [{**variant(), "InitialVariantWeight": 1.0}],
        "ShadowProductionVariants": [{**shadow, "InitialVariantWeight": 1.0}],
        **ADDED,
    }


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        ({}, {"EnableDetailedObservability": True}),
        (
            {"EnableEnhancedMetrics": True},
            {"EnableEnhancedMetrics": True, "EnableDetailedObservability": True},
        ),
        ({"EnableDetailedObservability": False}, {"EnableDetailedObservability": False}),
    ],
)
def test_metrics_config(sagemaker: Any, create: Any, sent: Any, answered: Any) -> None:
    create(MetricsConfig=sent)
    assert described(sagemaker)["MetricsConfig"] == answered


@pytest.mark.parametrize(
    ("sent", "answered"),
    [(0.1, 0.10000000149011612), (0, 0.0), (3, 3.0), (16777217, 16777216.0)],
)
def test_weights_are_32_bit_floats(
    sagemaker: Any, create: Any, variant: Any, sent: float, answered: float
) -> None:
    create(ProductionVariants=[variant(InitialVariantWeight=sent)])
    [only] = described(sagemaker)["ProductionVariants"]
    assert only["InitialVariantWeight"] == answered


def test_empty_objects_are_kept(sagemaker: Any, create: Any) -> None:
    create(AsyncInferenceConfig={"ClientConfig": {}, "OutputConfig": {}})
    answer = described(sagemaker)["AsyncInferenceConfig"]
    assert answer == {"ClientConfig": {}, "OutputConfig": {}}


def test_taken_name(create: Any, refused: Any) -> None:
    create()
    message = f'Cannot create already existing endpoint configuration "{ARN}:endpoint-config/c".'
    assert refused(create) == ("ValidationException", message, 400)


@pytest.mark.parametrize("operation", ["describe_endpoint_config", "delete_endpoint_config"])
def test_missing(sagemaker: Any, refused: Any, operation: str) -> None:
    answer = refused(getattr(sagemaker, operation), EndpointConfigName="Gone")
    message = f'Could not find endpoint configuration "{ARN}:endpoint-config/Gone".'
    assert answer == ("ValidationException", message, 400)


def test_delete_then_create_again(sagemaker: Any, create: Any, refused: Any) -> None:
    create()
    sagemaker.delete_endpoint_config(EndpointConfigName="c")
    assert refused(sagemaker.describe_endpoint_config, EndpointConfigName="c").status == 400
    assert sagemaker.list_endpoint_configs()["EndpointConfigs"] == []
    create()


def test_names_that_differ_only_in_case_are_two(sagemaker: Any, create: Any) -> None:
    assert create("c") != create("C")
    assert described(sagemaker, "C")["EndpointConfigName"] == "C"


def test_one_of_many_simultaneous_creates_wins(create: Any) -> None:
    def attempt(_: int) -> bool:
        try:
            create()
        except ClientError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(24))) == 1


def _model(name: str) -> str:
    return f'Could not find model "{ARN}:model/{name}".'


WITH_ROLE = {"ExecutionRoleArn": ROLE_ARN}
MEMORY = "[1024, 2048, 3072, 4096, 5120, 6144]"
FREQUENCY = "[10, 30, 60, 120, 180, 240, 300]"
BASELINES = {"ShapBaseline": "1", "ShapBaselineUri": "s3://b/c"}
SHAP: dict[str, Any] = {"ShapConfig": {"ShapBaselineConfig": {}}}


@pytest.mark.parametrize(
    ("variants", "members", "message"),
    [
        ([{}, {}], {}, 'The variant name "v" was non-unique within the request.'),
        ([{"ModelName": "x"}], {}, _model("x")),
        (
            [{"ModelName": None}],
            {},
            (
                "ExecutionRoleArn is required when productionVariants.1.member.modelName is not "
                "specified."
            ),
        ),
        (
            [{"ModelName": None, "InitialVariantWeight": 1}],
            WITH_ROLE,
            (
                "InitialVariantWeight at productionVariants.1.member is not supported for "
                "inference component endpoints."
            ),
        ),
        (
            [{"ModelName": None, "EnableSSMAccess": False}],
            WITH_ROLE,
            (
                "EnableSSMAccess at productionVariants.1.member is not supported for inference "
                "component endpoints."
            ),
        ),
        (
            [{"ManagedInstanceScaling": {"Status": "ENABLED"}}],
            {},
            "ManagedInstanceScaling is only supported for inference component endpoints.",
        ),
        (
            [
                {
                    "ModelName": None,
                    "ManagedInstanceScaling": {"MinInstanceCount": 3, "MaxInstanceCount": 2},
                }
            ],
            WITH_ROLE,
            (
                "MinInstanceCount 3 is greater than MaxInstanceCount 2 at "
                "productionVariants.1.member.managedInstanceScaling."
            ),
        ),
        (
            [{"InstanceType": None, "InitialInstanceCount": None}],
            {},
            (
                "One of InstanceType, InstancePools or ServerlessConfig is required at "
                "productionVariants.1.member."
            ),
        ),
        (
            [{"InstancePools": POOLS["InstancePools"]}],
            {},
            "InstanceType can not be specified with InstancePools at productionVariants.1.member.",
        ),
        (
            [{**SERVERLESS, "InitialInstanceCount": None}],
            {},
            (
                "InstanceType can not be specified with ServerlessConfig at "
                "productionVariants.1.member."
            ),
        ),
        (
            [
                {
                    **SERVERLESS,
                    "InstanceType": None,
                    "InitialInstanceCount": None,
                    "VolumeSizeInGB": 5,
                }
            ],
            {},
            (
                "VolumeSizeInGB can not be specified with ServerlessConfig at "
                "productionVariants.1.member."
            ),
        ),
        (
            [
                {
                    "InstanceType": None,
                    "InitialInstanceCount": None,
                    "ServerlessConfig": {"MemorySizeInMB": 1025, "MaxConcurrency": 1},
                }
            ],
            {},
            (
                "1 validation error detected: Value '1025' at "
                "'productionVariants.1.member.serverlessConfig.memorySizeInMB' failed to satisfy "
                f"constraint: Member must satisfy enum value set: {MEMORY}"
            ),
        ),
        (
            [
                {
                    "InstanceType": None,
                    "InitialInstanceCount": None,
                    "ServerlessConfig": {
                        "MemorySizeInMB": 1024,
                        "MaxConcurrency": 1,
                        "ProvisionedConcurrency": 2,
                    },
                }
            ],
            {},
            "ProvisionedConcurrency must not exceed MaxConcurrency at productionVariants.1.member.",
        ),
        (
            [{"RoutingConfig": {"RoutingStrategy": "RANDOM", "PrefixAwareRoutingConfig": {}}}],
            {},
            (
                "PrefixAwareRoutingConfig requires the PREFIX_AWARE strategy at "
                "productionVariants.1.member."
            ),
        ),
        (
            [
                {
                    "RoutingConfig": {
                        "RoutingStrategy": "PREFIX_AWARE",
                        "PrefixAwareRoutingConfig": {"PrefixLength": 1024},
                    }
                }
            ],
            {},
            (
                "ConcurrencyThreshold is required in PrefixAwareRoutingConfig at "
                "productionVariants.1.member."
            ),
        ),
        (
            [{}, {"VariantName": "w"}],
            {"ShadowProductionVariants": [{"VariantName": "s", "ModelName": "m"}]},
            (
                "One of InstanceType, InstancePools or ServerlessConfig is required at "
                "shadowProductionVariants.1.member."
            ),
        ),
        (
            [{}, {"VariantName": "w"}],
            {"ShadowProductionVariants": [{**POOLS, "VariantName": "s"}]},
            (
                "ShadowProductionVariants requires exactly one production variant and exactly one "
                "shadow variant."
            ),
        ),
        (
            [{}],
            {
                "AsyncInferenceConfig": {"OutputConfig": {}},
                "CrossRegionTrafficConfig": {
                    "MaxInvocationsPerSecondPerInstance": 1,
                    "MaxCrossRegionPercentPerEndpoint": 1,
                },
            },
            "CrossRegionTrafficConfig can not be specified with AsyncInferenceConfig.",
        ),
        (
            [{}],
            {
                "ExplainerConfig": {
                    "ClarifyExplainerConfig": {"ShapConfig": {"ShapBaselineConfig": BASELINES}}
                }
            },
            "Only one of ShapBaseline and ShapBaselineUri can be specified.",
        ),
        (
            [{}],
            {
                "ExplainerConfig": {
                    "ClarifyExplainerConfig": {
                        **SHAP,
                        "InferenceConfig": {"FeatureTypes": ["numerical"]},
                    }
                }
            },
            "FeatureTypes must have at least one 'text' entry.",
        ),
        (
            [{}],
            {"MetricsConfig": {"MetricPublishFrequencyInSeconds": 11}},
            (
                "1 validation error detected: Value '11' at "
                "'metricsConfig.metricPublishFrequencyInSeconds' failed to satisfy constraint: "
                f"Member must satisfy enum value set: {FREQUENCY}"
            ),
        ),
    ],
)
def test_what_makes_no_sense_is_refused(  # fixtures and columns
    create: Any,
    sagemaker: Any,
    variant: Any,
    refused: Any,
    variants: Any,
    members: Any,
    message: str,
) -> None:
    request = {"ProductionVariants": [variant(**one) for one in variants], **members}
    assert refused(create, **request) == ("ValidationException", message, 400)
    assert sagemaker.list_endpoint_configs()["EndpointConfigs"] == []


def test_model_of_an_instance_pool_must_exist(create: Any, refused: Any) -> None:
    pool = {"InstanceType": "ml.g5.xlarge", "Priority": 1, "ModelNameOverride": "other"}
    variant = {"VariantName": "v", "ModelName": "m", "InstancePools": [pool]}
    assert refused(create, ProductionVariants=[variant]).message == _model("other")


def test_lower_cased_arn(aws: LocalAws, sagemaker: Any, create: Any) -> None:
    create("Old-Config")
    arn = aws.lower_case_arn("Old-Config")
    answer = described(sagemaker, "Old-Config")
    assert arn == answer["EndpointConfigArn"] == f"{ARN}:endpoint-config/old-config"
    assert answer["EndpointConfigName"] == "Old-Config"
    [summary] = sagemaker.list_endpoint_configs()["EndpointConfigs"]
    assert (summary["EndpointConfigName"], summary["EndpointConfigArn"]) == ("Old-Config", arn)
    sagemaker.delete_endpoint_config(EndpointConfigName="Old-Config")
    create("Old-Config")


def test_no_arn_stands_for_two(aws: LocalAws, create: Any, refused: Any) -> None:
    create("Config")
    create("OTHER")
    create("other")
    aws.lower_case_arn("Config")
    assert refused(create, "config").message.startswith("Cannot create already existing")
    with pytest.raises(ValueError, match="taken"):
        aws.lower_case_arn("OTHER")


def test_as_moto_s_own_cloudformation_creates_one(sagemaker: Any) -> None:
    backend = local_sagemaker.backend("123456789012", "us-east-1")
    backend.create_endpoint_config(
        endpoint_config_name="c",
        production_variants=[SERVERLESS],
        data_capture_config={},
        async_inference_config={},
        tags=[],
        kms_key_id=None,
    )
    assert "DataCaptureConfig" not in described(sagemaker)
