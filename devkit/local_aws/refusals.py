"""What SageMaker refuses in a CreateEndpointConfig that has the right shape.

`first(request)` gives the message of the first rule broken, or None. Where a rule's comment quotes
no recorded text, the wording is ours: match the error code, not the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

Request = dict[str, Any]
Variant = dict[str, Any]

_SERVERLESS_MEMORY = (1024, 2048, 3072, 4096, 5120, 6144)
_PUBLISH_FREQUENCIES = (10, 30, 60, 120, 180, 240, 300)


def first(request: Request) -> str | None:
    """The service's answer to the first rule that `request` breaks."""
    return next((message for rule in _RULES for message in rule(request)), None)


def variants(request: Request) -> Iterator[tuple[str, Variant]]:
    """Every variant with its path: ("productionVariants.1.member", {…}), shadow ones last."""
    for name in ("ProductionVariants", "ShadowProductionVariants"):
        for number, variant in enumerate(request.get(name) or [], start=1):
            yield f"{name[0].lower()}{name[1:]}.{number}.member", variant


# Tags


def tag_refusal(tags: list[dict[str, str]]) -> str | None:
    """The service's answer to tags that may not be added."""
    keys = [tag["Key"] for tag in tags]
    reserved = system_tag_refusal(keys)
    if reserved:
        return reserved
    for key, count in Counter(keys).items():
        if count > 1:
            return f"Duplicate tag key found: {key}. Tag keys must be unique."
    return None


def system_tag_refusal(keys: list[str]) -> str | None:
    """Only AWS sets or deletes these. Recorded on DeleteTags (aws/sagemaker-python-sdk#1301)."""
    for key in keys:
        if key.lower().startswith("aws:"):
            return f"System prefix 'aws:' reserved for AWS usage in tag key: {key}"
    return None


def _tags(request: Request) -> Iterator[str]:
    refusal = tag_refusal(request.get("Tags") or [])
    if refusal:
        yield refusal


# Variants


def _unique_names(request: Request) -> Iterator[str]:
    # That Create refuses them: mlflow/mlflow#6486. The words are moto's for the same mistake in
    # UpdateEndpointWeightsAndCapacities; not seen live.
    for variant_list in ("ProductionVariants", "ShadowProductionVariants"):
        counts = Counter(variant["VariantName"] for variant in request.get(variant_list, ()))
        for name, count in counts.items():
            if count > 1:
                yield f'The variant name "{name}" was non-unique within the request.'


def _model_or_role(request: Request) -> Iterator[str]:
    # hashicorp/terraform-provider-aws#44977: AWS requires the role when ModelName is not given.
    if "ExecutionRoleArn" in request:
        return
    for path, variant in variants(request):
        if "ModelName" not in variant:
            yield f"ExecutionRoleArn is required when {path}.modelName is not specified."


def _defaults_of_inference_components(request: Request) -> Iterator[str]:
    # Sending even their defaults breaks these variants [facts.md]; Terraform handles both
    # specially (hashicorp/terraform-provider-aws#44977).
    for path, variant in variants(request):
        if "ModelName" in variant:
            continue
        for member in ("InitialVariantWeight", "EnableSSMAccess"):
            if member in variant:
                yield f"{member} at {path} is not supported for inference component endpoints."


def _managed_scaling(request: Request) -> Iterator[str]:
    for path, variant in variants(request):
        scaling = variant.get("ManagedInstanceScaling")
        if scaling is None:
            continue
        if "ModelName" in variant:
            # Recorded (hashicorp/terraform-provider-aws#45926).
            yield "ManagedInstanceScaling is only supported for inference component endpoints."
        low, high = scaling.get("MinInstanceCount"), scaling.get("MaxInstanceCount")
        if low is not None and high is not None and low > high:
            yield (
                f"MinInstanceCount {low} is greater than MaxInstanceCount {high} at "
                f"{path}.managedInstanceScaling."
            )


def _capacity(request: Request) -> Iterator[str]:
    # ServerlessConfig is "instead of" instances [API doc]; pools replace InstanceType [dev guide].
    for path, variant in variants(request):
        serverless = "ServerlessConfig" in variant
        if serverless:
            for member in ("InstanceType", "InitialInstanceCount", "InstancePools"):
                if member in variant:
                    yield f"{member} can not be specified with ServerlessConfig at {path}."
            if "VolumeSizeInGB" in variant:
                # Describe returns 5, which nobody may set [facts.md].
                yield f"VolumeSizeInGB can not be specified with ServerlessConfig at {path}."
        elif "InstancePools" in variant and "InstanceType" in variant:
            yield f"InstanceType can not be specified with InstancePools at {path}."
        elif "ModelName" in variant and not variant.keys() & {"InstanceType", "InstancePools"}:
            yield f"One of InstanceType, InstancePools or ServerlessConfig is required at {path}."


def _serverless(request: Request) -> Iterator[str]:
    for path, variant in variants(request):
        config = variant.get("ServerlessConfig")
        if config is None:
            continue
        if config["MemorySizeInMB"] not in _SERVERLESS_MEMORY:
            yield _not_in_set(
                config["MemorySizeInMB"],
                f"{path}.serverlessConfig.memorySizeInMB",
                _SERVERLESS_MEMORY,
            )
        if config.get("ProvisionedConcurrency", 0) > config["MaxConcurrency"]:
            yield f"ProvisionedConcurrency must not exceed MaxConcurrency at {path}."


def _routing(request: Request) -> Iterator[str]:
    # [API doc]
    for path, variant in variants(request):
        routing = variant.get("RoutingConfig", {})
        prefix = routing.get("PrefixAwareRoutingConfig")
        if prefix is None:
            continue
        if routing["RoutingStrategy"] != "PREFIX_AWARE":
            yield f"PrefixAwareRoutingConfig requires the PREFIX_AWARE strategy at {path}."
        for member in ("PrefixLength", "ConcurrencyThreshold"):
            if member not in prefix:
                yield f"{member} is required in PrefixAwareRoutingConfig at {path}."


# The configuration as a whole [API doc, each]


def _shadow(request: Request) -> Iterator[str]:
    shadow = request.get("ShadowProductionVariants")
    if shadow and (len(shadow), len(request["ProductionVariants"])) != (1, 1):
        yield (
            "ShadowProductionVariants requires exactly one production variant and exactly one "
            "shadow variant."
        )


def _cross_region(request: Request) -> Iterator[str]:
    if "CrossRegionTrafficConfig" not in request:
        return
    if "AsyncInferenceConfig" in request:
        yield "CrossRegionTrafficConfig can not be specified with AsyncInferenceConfig."
    if any("ServerlessConfig" in variant for _, variant in variants(request)):
        yield "CrossRegionTrafficConfig can not be specified with serverless variants."


def _explainer(request: Request) -> Iterator[str]:
    clarify = request.get("ExplainerConfig", {}).get("ClarifyExplainerConfig", {})
    baseline = clarify.get("ShapConfig", {}).get("ShapBaselineConfig", {})
    if "ShapBaseline" in baseline and "ShapBaselineUri" in baseline:
        yield "Only one of ShapBaseline and ShapBaselineUri can be specified."
    types = clarify.get("InferenceConfig", {}).get("FeatureTypes")
    if types is not None and "text" not in types:
        yield "FeatureTypes must have at least one 'text' entry."


def _metrics(request: Request) -> Iterator[str]:
    frequency = request.get("MetricsConfig", {}).get("MetricPublishFrequencyInSeconds")
    if frequency is not None and frequency not in _PUBLISH_FREQUENCIES:
        yield _not_in_set(
            frequency, "metricsConfig.metricPublishFrequencyInSeconds", _PUBLISH_FREQUENCIES
        )


def _not_in_set(value: int, path: str, allowed: tuple[int, ...]) -> str:
    return (
        f"1 validation error detected: Value '{value}' at '{path}' failed to satisfy constraint: "
        f"Member must satisfy enum value set: [{', '.join(map(str, allowed))}]"
    )


_RULES: tuple[Callable[[Request], Iterator[str]], ...] = (
    _tags,
    _unique_names,
    _model_or_role,
    _defaults_of_inference_components,
    _managed_scaling,
    _capacity,
    _serverless,
    _routing,
    _shadow,
    _cross_region,
    _explainer,
    _metrics,
)
