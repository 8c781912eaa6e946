"""What the service answers about an endpoint configuration and the Endpoint made from it.

Pure functions from the request of CreateEndpointConfig to the answers of Describe. What Describe
adds is in facts.md (public recordings of live reads, July 2026).
"""

from __future__ import annotations

import copy
import struct
from typing import Any

Request = dict[str, Any]

_VARIANT_LISTS = ("ProductionVariants", "ShadowProductionVariants")


def described(request: Request) -> Request:
    """The request as DescribeEndpointConfig returns it, without name, ARN and creation time.

    {"EndpointConfigName": "c", "ProductionVariants": [{"VariantName": "v", …}], "Tags": […]} ->
    {"ProductionVariants": [{"VariantName": "v", "InitialVariantWeight": 1.0, …}],
     "EnableNetworkIsolation": False, "MetricsConfig": {"EnableDetailedObservability": True}}
    """
    answer = copy.deepcopy(request)
    for name in ("EndpointConfigName", "Tags"):
        answer.pop(name, None)
    for name in _VARIANT_LISTS:
        for variant in answer.get(name, []):
            variant["InitialVariantWeight"] = single_precision(
                variant.get("InitialVariantWeight", 1)
            )
            if "ServerlessConfig" in variant:
                variant["VolumeSizeInGB"] = 5
    answer.setdefault("EnableNetworkIsolation", False)
    # Configurations made since 2026-06-17.
    answer.setdefault("MetricsConfig", {}).setdefault("EnableDetailedObservability", True)
    return answer


def single_precision(number: float) -> float:
    """`number` after a trip through the service's 32-bit float: 0.1 -> 0.10000000149011612."""
    (stored,) = struct.unpack("<f", struct.pack("<f", number))
    return float(stored)


def endpoint_parts(config: Request) -> Request:
    """What DescribeEndpoint adds because of its configuration (an answer of `described`)."""
    copied = ("AsyncInferenceConfig", "ExplainerConfig", "MetricsConfig")
    parts = {name: config[name] for name in (*copied, "CrossRegionTrafficConfig") if name in config}
    if "ShadowProductionVariants" in config:
        parts["ShadowProductionVariants"] = variant_summaries(config["ShadowProductionVariants"])
    capture = config.get("DataCaptureConfig")
    if capture is not None:
        enabled = capture.get("EnableCapture", True)  # omitted means enabled
        parts["DataCaptureConfig"] = {
            "EnableCapture": enabled,
            "CaptureStatus": "Started" if enabled else "Stopped",
            "CurrentSamplingPercentage": capture["InitialSamplingPercentage"],
            "DestinationS3Uri": capture["DestinationS3Uri"],
            "KmsKeyId": capture.get("KmsKeyId"),
        }
    return parts


def variant_summaries(variants: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Variants as DescribeEndpoint returns them once they are in service."""
    return [_summary(variant) for variant in variants]


def _summary(variant: dict[str, Any]) -> dict[str, Any]:
    summary = {"VariantName": variant["VariantName"]}
    for source, target in (
        ("InitialVariantWeight", "Weight"),
        ("InitialInstanceCount", "InstanceCount"),
        ("ServerlessConfig", "ServerlessConfig"),
    ):
        if source in variant:
            summary[f"Current{target}"] = summary[f"Desired{target}"] = variant[source]
    for name in (
        "ManagedInstanceScaling",
        "RoutingConfig",
        "CapacityReservationConfig",
        "AcceleratorPartitionLayouts",
    ):
        if name in variant:
            summary[name] = variant[name]
    return summary
