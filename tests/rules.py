"""The rules across properties: what is accepted, and what is refused with which path.

One table for both places that enforce them: schema.json, as far as JSON Schema can say
it, and rules.py, which knows them all.
"""

from typing import Any, NamedTuple

Properties = dict[str, Any]

INSTANCES: Properties = {"InstanceType": "ml.g5.xlarge", "InitialInstanceCount": 1}
POOLS: Properties = {"InstancePools": [{"InstanceType": "ml.g5.xlarge", "Priority": 1}]}
SERVERLESS: Properties = {"ServerlessConfig": {"MemorySizeInMB": 2048, "MaxConcurrency": 5}}
PREFIX: Properties = {"PrefixAwareRoutingConfig": {"PrefixLength": 1024, "ConcurrencyThreshold": 8}}
ASYNC: Properties = {"AsyncInferenceConfig": {"OutputConfig": {}}}
CROSS_REGION: Properties = {
    "CrossRegionTrafficConfig": {
        "MaxInvocationsPerSecondPerInstance": 10,
        "MaxCrossRegionPercentPerEndpoint": 50,
    }
}
ROLE: Properties = {"ExecutionRoleArn": "arn:aws:iam::123456789012:role/endpoint"}


def variant(**properties: Any) -> Properties:
    return {"VariantName": "main", "ModelName": "model", **properties}


def bare(**properties: Any) -> Properties:
    """A variant without a model, for inference components."""
    return {"VariantName": "main", **properties}


def config(*variants: Properties, **properties: Any) -> Properties:
    return {"ProductionVariants": list(variants) or [variant(**INSTANCES)], **properties}


def routed(strategy: str, **properties: Any) -> Properties:
    routing = {"RoutingStrategy": strategy, **properties}
    return config(variant(**INSTANCES, RoutingConfig=routing))


def explained(baseline: Properties, **inference: Any) -> Properties:
    clarify = {"ShapConfig": {"ShapBaselineConfig": baseline}, "InferenceConfig": inference}
    return config(ExplainerConfig={"ClarifyExplainerConfig": clarify})


INLINE: Properties = {"ShapBaseline": "1,2,3"}
FILE: Properties = {"ShapBaselineUri": "s3://bucket/baseline.csv"}
CSV: Properties = {"MimeType": "text/csv"}
BASELINE = "#/ExplainerConfig/ClarifyExplainerConfig/ShapConfig/ShapBaselineConfig"

ACCEPTED: Properties = {
    "instances": config(),
    "pools with a count": config(variant(**POOLS, InitialInstanceCount=2)),
    "serverless": config(variant(**SERVERLESS)),
    "no capacity at all": config(variant()),
    "two production variants": config(variant(), variant(VariantName="other")),
    "shadow": config(ShadowProductionVariants=[variant()]),
    "asynchronous": config(**ASYNC),
    "requests from other regions": config(**CROSS_REGION),
    "inference components": config(bare(**INSTANCES), **ROLE),
    "role and model": config(**ROLE),
    "inline baseline": explained(INLINE),
    "baseline in a file": explained(FILE | CSV),
    "one feature is text": explained(INLINE, FeatureTypes=["numerical", "text"]),
    "random": routed("RANDOM"),
    "least outstanding requests": routed("LEAST_OUTSTANDING_REQUESTS"),
    "key-value cache": routed("KV_AWARE"),
    "prefix with settings": routed("PREFIX_AWARE", **PREFIX),
    # rules.md: never refuse, though tempting
    "a key on a serverless variant": config(variant(**SERVERLESS), KmsKeyId="key"),
    "no instance at least": config(
        bare(**INSTANCES, ManagedInstanceScaling={"MinInstanceCount": 0}), **ROLE
    ),
    "scaling of a variant with a model": config(
        variant(**INSTANCES, ManagedInstanceScaling={"Status": "ENABLED"})
    ),
    "an instance type of the future": config(variant(InstanceType="ml.zz9-plural.424xlarge")),
    "a volume on a serverless variant": config(variant(**SERVERLESS, VolumeSizeInGB=20)),
    "responses without topics": config(
        AsyncInferenceConfig={
            "OutputConfig": {
                "NotificationConfig": {"IncludeInferenceResponseIn": ["SUCCESS_NOTIFICATION_TOPIC"]}
            }
        }
    ),
    "a tag of AWS's": config(Tags=[{"Key": "aws:mine", "Value": "x"}]),
    "as much provisioned as maximum concurrency": config(
        variant(
            ServerlessConfig={
                "MemorySizeInMB": 6144,
                "MaxConcurrency": 5,
                "ProvisionedConcurrency": 5,
            }
        )
    ),
    "as many instances at least as at most": config(
        bare(
            **INSTANCES,
            ManagedInstanceScaling={"MinInstanceCount": 2, "MaxInstanceCount": 2},
        ),
        **ROLE,
    ),
}


class Refused(NamedTuple):
    properties: Properties
    path: str
    """What the message must name."""
    in_schema: bool = True


REFUSED = {
    "serverless memory off the list": Refused(
        config(variant(ServerlessConfig={"MemorySizeInMB": 1500, "MaxConcurrency": 5})),
        "#/ProductionVariants/0/ServerlessConfig/MemorySizeInMB",
    ),
    "more provisioned than maximum concurrency": Refused(
        config(
            variant(
                ServerlessConfig={
                    "MemorySizeInMB": 2048,
                    "MaxConcurrency": 5,
                    "ProvisionedConcurrency": 6,
                }
            )
        ),
        "#/ProductionVariants/0/ServerlessConfig/ProvisionedConcurrency",
        in_schema=False,
    ),
    "serverless with instance type": Refused(
        config(variant(**SERVERLESS, InstanceType="ml.g5.xlarge")),
        "#/ProductionVariants/0/InstanceType",
    ),
    "serverless with instance count": Refused(
        config(variant(**SERVERLESS, InitialInstanceCount=1)),
        "#/ProductionVariants/0/InitialInstanceCount",
    ),
    "serverless with pools": Refused(
        config(variant(**SERVERLESS, **POOLS)), "#/ProductionVariants/0/InstancePools"
    ),
    "pools with instance type": Refused(
        config(variant(**POOLS, InstanceType="ml.g5.xlarge")),
        "#/ProductionVariants/0/InstanceType",
    ),
    "two shadow variants": Refused(
        config(ShadowProductionVariants=[variant(), variant(VariantName="other")]),
        "#/ShadowProductionVariants",
    ),
    "shadow of two variants": Refused(
        config(variant(), variant(VariantName="other"), ShadowProductionVariants=[variant()]),
        "#/ProductionVariants",
    ),
    "two variants of one name": Refused(
        config(variant(), variant()), "#/ProductionVariants/1/VariantName", in_schema=False
    ),
    "neither model nor role": Refused(
        config(bare(**INSTANCES)), "#/ProductionVariants/0/ModelName"
    ),
    "neither model nor role, shadow": Refused(
        config(ShadowProductionVariants=[bare(**INSTANCES)]),
        "#/ShadowProductionVariants/0/ModelName",
    ),
    "routing without a strategy": Refused(
        config(variant(**INSTANCES, RoutingConfig={})),
        "#/ProductionVariants/0/RoutingConfig/RoutingStrategy",
    ),
    "prefix without settings": Refused(
        routed("PREFIX_AWARE"),
        "#/ProductionVariants/0/RoutingConfig/PrefixAwareRoutingConfig/PrefixLength",
    ),
    "prefix with half the settings": Refused(
        routed("PREFIX_AWARE", PrefixAwareRoutingConfig={"PrefixLength": 1024}),
        "#/ProductionVariants/0/RoutingConfig/PrefixAwareRoutingConfig/ConcurrencyThreshold",
    ),
    "settings of prefix with another strategy": Refused(
        routed("RANDOM", **PREFIX),
        "#/ProductionVariants/0/RoutingConfig/PrefixAwareRoutingConfig",
    ),
    "asynchronous with requests from other regions": Refused(
        config(**ASYNC, **CROSS_REGION), "#/CrossRegionTrafficConfig"
    ),
    "serverless with requests from other regions": Refused(
        config(variant(**SERVERLESS), **CROSS_REGION), "#/CrossRegionTrafficConfig"
    ),
    "serverless shadow with requests from other regions": Refused(
        config(
            **CROSS_REGION, ShadowProductionVariants=[variant(**SERVERLESS, VariantName="shadow")]
        ),
        "#/CrossRegionTrafficConfig",
    ),
    "no baseline": Refused(explained({}), f"{BASELINE}/ShapBaseline"),
    "no baseline but its type": Refused(explained(CSV), f"{BASELINE}/ShapBaseline"),
    "two baselines": Refused(explained(INLINE | FILE), f"{BASELINE}/ShapBaseline"),
    "no feature is text": Refused(
        explained(INLINE, FeatureTypes=["numerical"]),
        "#/ExplainerConfig/ClarifyExplainerConfig/InferenceConfig/FeatureTypes",
    ),
    "more instances at least than at most": Refused(
        config(variant(ManagedInstanceScaling={"MinInstanceCount": 3, "MaxInstanceCount": 2})),
        "#/ProductionVariants/0/ManagedInstanceScaling/MinInstanceCount",
        in_schema=False,
    ),
    "an ARN": Refused(
        config(EndpointConfigArn="arn:aws:sagemaker:us-east-1:123456789012:endpoint-config/c"),
        "#/EndpointConfigArn",
        in_schema=False,  # read-only properties are CloudFormation's to refuse
    ),
}
