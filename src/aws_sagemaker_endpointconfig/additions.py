"""What Describe adds to what was declared, and how an answer is rid of it.

Recorded from live reads (guides/live-service.md): an InitialVariantWeight of 1,
``EnableNetworkIsolation: false``, ``MetricsConfig.EnableDetailedObservability:
true`` and, on serverless variants, a VolumeSizeInGB that no template may set.
Shown to a user who declared none of them, they would be drift.
"""

import struct
from collections.abc import Mapping
from typing import Any

from .service import ABOUT_THE_ANSWER, VARIANT_LISTS

Model = dict[str, Any]


def without_additions(described: Model, declared: Mapping[str, Any]) -> Model:
    """``described``, an answer of Describe, as its owner declared the configuration.

    ``declared`` is the request's model. If it holds the variants it is the whole
    declaration, and what the service added to it is left out, while a declared
    value that equals a default stays. If it holds an identifier only, nothing is
    known of the declaration, and the answer is what a template could create again.
    """
    model = {k: v for k, v in described.items() if k not in ABOUT_THE_ANSWER}
    if "ProductionVariants" in declared:
        _remove_undeclared_settings(model, declared)
    for name in VARIANT_LISTS:
        if name in model:
            model[name] = _variants(model[name], declared.get(name))
    return model


def _remove_undeclared_settings(model: Model, declared: Mapping[str, Any]) -> None:
    if "EnableNetworkIsolation" not in declared and model.get("EnableNetworkIsolation") is False:
        del model["EnableNetworkIsolation"]
    if "MetricsConfig" in model:
        metrics = _metrics(model.pop("MetricsConfig"), declared.get("MetricsConfig", {}))
        if metrics or "MetricsConfig" in declared:
            model["MetricsConfig"] = metrics


def _metrics(described: Model, declared: Mapping[str, Any]) -> Model:
    added = ("EnableDetailedObservability", True)
    return {k: v for k, v in described.items() if (k, v) != added or k in declared}


def _variants(described: list[Model], declared: list[Model] | None) -> list[Model]:
    by_name = {variant.get("VariantName"): variant for variant in declared or ()}
    return [_variant(variant, by_name.get(variant["VariantName"])) for variant in described]


def _variant(described: Model, declared: Model | None) -> Model:
    variant = dict(described)
    if "ServerlessConfig" in variant and "VolumeSizeInGB" not in (declared or {}):
        variant.pop("VolumeSizeInGB", None)
    if "InitialVariantWeight" in variant:
        weight = _weight(variant["InitialVariantWeight"], declared)
        if weight == 1 and _weight_was_added(variant, declared):
            del variant["InitialVariantWeight"]
        else:
            variant["InitialVariantWeight"] = weight
    return variant


def _weight_was_added(variant: Model, declared: Model | None) -> bool:
    if declared is not None:
        return "InitialVariantWeight" not in declared
    # A variant for inference components has no model, and cannot be created with a weight.
    return "ModelName" not in variant


def _weight(described: float, declared: Model | None) -> float:
    """The weight, which the service keeps in 32 bits, as the decimal that was meant.

    0.1 comes back as 0.10000000149011612. The declared number is what was meant if
    it is the same one in 32 bits, else the shortest decimal that is.
    """
    meant: float | None = (declared or {}).get("InitialVariantWeight")
    if meant is not None and _in_32_bits(meant) == _in_32_bits(described):
        return meant
    shortest = (float(f"{described:.{digits}g}") for digits in range(1, 10))
    return next((n for n in shortest if _in_32_bits(n) == _in_32_bits(described)), described)


def _in_32_bits(number: float) -> bytes | None:
    try:
        return struct.pack("f", number)
    except OverflowError:
        return None
