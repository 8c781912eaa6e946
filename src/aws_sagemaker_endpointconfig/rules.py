"""Rules across properties, which a template is refused for before any call.

Only what the API documentation states or several peers refuse; everything else is
the service's to judge. Those that JSON Schema can express stand in schema.json
too. One function a rule, each yielding what is wrong and how to mend it, with the
path as CloudFormation writes it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cloudformation_cli_python_lib.exceptions import InvalidRequest

from .service import VARIANT_LISTS

Model = Mapping[str, Any]

SERVERLESS_MEMORY_SIZES_IN_MB = (1024, 2048, 3072, 4096, 5120, 6144)


def check(model: Model) -> None:
    """Raise InvalidRequest with everything that is wrong with ``model``."""
    problems = [problem for rule in RULES for problem in rule(model)]
    if problems:
        raise InvalidRequest(" ".join(problems))


def _variants(model: Model) -> Iterator[tuple[str, Model]]:
    for name in VARIANT_LISTS:
        for index, variant in enumerate(model.get(name, ())):
            yield f"#/{name}/{index}", variant


def arn_is_read_only(model: Model) -> Iterator[str]:
    if "EndpointConfigArn" in model:
        yield "#/EndpointConfigArn is read-only: SageMaker gives it. Remove it."


def serverless_memory_size(model: Model) -> Iterator[str]:
    for path, variant in _variants(model):
        size = variant.get("ServerlessConfig", {}).get("MemorySizeInMB")
        if size is not None and size not in SERVERLESS_MEMORY_SIZES_IN_MB:
            yield (
                f"{path}/ServerlessConfig/MemorySizeInMB is {size}. Give one of "
                f"{', '.join(map(str, SERVERLESS_MEMORY_SIZES_IN_MB))}."
            )


def provisioned_concurrency(model: Model) -> Iterator[str]:
    for path, variant in _variants(model):
        serverless = variant.get("ServerlessConfig", {})
        provisioned, most = (
            serverless.get("ProvisionedConcurrency"),
            serverless.get("MaxConcurrency"),
        )
        if provisioned is not None and most is not None and provisioned > most:
            yield (
                f"{path}/ServerlessConfig/ProvisionedConcurrency is {provisioned}, more than "
                f"its MaxConcurrency of {most}. Lower it to {most}, or raise MaxConcurrency."
            )


def serverless_or_instances(model: Model) -> Iterator[str]:
    for path, variant in _variants(model):
        if "ServerlessConfig" in variant:
            for name in ("InstanceType", "InitialInstanceCount", "InstancePools"):
                if name in variant:
                    yield (
                        f"{path}/{name} cannot stand beside ServerlessConfig, which is given "
                        "instead of instances. Remove one of the two."
                    )


def pools_or_instance_type(model: Model) -> Iterator[str]:
    for path, variant in _variants(model):
        if "InstancePools" in variant and "InstanceType" in variant:
            yield (
                f"{path}/InstanceType cannot stand beside InstancePools, which replaces it. "
                "Remove one of the two."
            )


def shadow_variants(model: Model) -> Iterator[str]:
    shadows = model.get("ShadowProductionVariants")
    if not shadows:
        return
    for name in VARIANT_LISTS:
        count = len(model.get(name, ()))
        if count != 1:
            yield (
                f"#/{name} has {count} variants. A shadow test takes exactly one production "
                "variant and one shadow variant."
            )


def variant_names(model: Model) -> Iterator[str]:
    for name in VARIANT_LISTS:
        seen = set()
        for index, variant in enumerate(model.get(name, ())):
            variant_name = variant.get("VariantName")
            if variant_name is not None and variant_name in seen:
                yield (
                    f'#/{name}/{index}/VariantName "{variant_name}" is there already. Give '
                    "each variant of the list a name of its own."
                )
            seen.add(variant_name)


def model_or_execution_role(model: Model) -> Iterator[str]:
    if "ExecutionRoleArn" in model:
        return
    for path, variant in _variants(model):
        if "ModelName" not in variant:
            yield (
                f"{path}/ModelName is missing. Give it, or, if the variant is to host "
                "inference components, give #/ExecutionRoleArn."
            )


def routing(model: Model) -> Iterator[str]:
    for path, variant in _variants(model):
        if "RoutingConfig" in variant:
            yield from _routing_of_variant(f"{path}/RoutingConfig", variant["RoutingConfig"])


def _routing_of_variant(path: str, config: Model) -> Iterator[str]:
    strategy = config.get("RoutingStrategy")
    prefix_aware = config.get("PrefixAwareRoutingConfig")
    if strategy is None:
        yield f"{path}/RoutingStrategy is missing. Give it, or leave RoutingConfig out."
    elif strategy != "PREFIX_AWARE" and prefix_aware is not None:
        yield (
            f"{path}/PrefixAwareRoutingConfig is only for the RoutingStrategy PREFIX_AWARE, "
            f"and RoutingStrategy is {strategy}. Remove the one or change the other."
        )
    elif strategy == "PREFIX_AWARE":
        for name in ("PrefixLength", "ConcurrencyThreshold"):
            if name not in (prefix_aware or {}):
                yield (
                    f"{path}/PrefixAwareRoutingConfig/{name} is missing. The RoutingStrategy "
                    "PREFIX_AWARE needs it."
                )


def cross_region_traffic(model: Model) -> Iterator[str]:
    if "CrossRegionTrafficConfig" not in model:
        return
    if "AsyncInferenceConfig" in model:
        yield (
            "#/CrossRegionTrafficConfig cannot stand beside AsyncInferenceConfig. Remove one "
            "of the two."
        )
    for path, variant in _variants(model):
        if "ServerlessConfig" in variant:
            yield (
                "#/CrossRegionTrafficConfig cannot stand beside a serverless variant "
                f"({path}/ServerlessConfig). Remove one of the two."
            )


def shap_baseline(model: Model) -> Iterator[str]:
    path = "#/ExplainerConfig/ClarifyExplainerConfig/ShapConfig/ShapBaselineConfig"
    baseline = _at(model, path)
    if baseline is None:
        return
    given = [name for name in ("ShapBaseline", "ShapBaselineUri") if name in baseline]
    if len(given) == 2:
        yield f"{path}/ShapBaseline cannot stand beside ShapBaselineUri. Remove one of the two."
    if not given:
        yield f"{path}/ShapBaseline is missing. Give it, or ShapBaselineUri."


def feature_types(model: Model) -> Iterator[str]:
    path = "#/ExplainerConfig/ClarifyExplainerConfig/InferenceConfig/FeatureTypes"
    types = _at(model, path)
    if types is not None and "text" not in types:
        yield (
            f'{path} has no "text". It is for explaining text only: add "text", or leave '
            "FeatureTypes out."
        )


def managed_instance_scaling(model: Model) -> Iterator[str]:
    for path, variant in _variants(model):
        scaling = variant.get("ManagedInstanceScaling", {})
        least, most = scaling.get("MinInstanceCount"), scaling.get("MaxInstanceCount")
        if least is not None and most is not None and least > most:
            yield (
                f"{path}/ManagedInstanceScaling/MinInstanceCount is {least}, more than its "
                f"MaxInstanceCount of {most}. Lower it, or raise MaxInstanceCount."
            )


def _at(model: Model, path: str) -> Any:
    value: Any = model
    for name in path.split("/")[1:]:
        value = (value or {}).get(name)
    return value


RULES: tuple[Callable[[Model], Iterator[str]], ...] = (
    arn_is_read_only,
    serverless_memory_size,
    provisioned_concurrency,
    serverless_or_instances,
    pools_or_instance_type,
    shadow_variants,
    variant_names,
    model_or_execution_role,
    routing,
    cross_region_traffic,
    shap_baseline,
    feature_types,
    managed_instance_scaling,
)
