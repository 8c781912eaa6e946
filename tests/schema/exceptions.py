"""Where schema.json departs on purpose from the API or from AWS's own type, and why.

Keyed by path and by what differs, as test_sources.py prints it. An entry that no longer
applies fails the test too.
"""

Exceptions = dict[tuple[str, str], str]


def _in_both_variant_lists(exceptions: Exceptions) -> Exceptions:
    """The same for ProductionVariants and ShadowProductionVariants, whose items are alike."""
    return {
        (f"{variants}/*/{path}", aspect): reason
        for variants in ("ProductionVariants", "ShadowProductionVariants")
        for (path, aspect), reason in exceptions.items()
    }


_INSTANCE_TYPE = "a pattern, so that instance types of the future are not refused"
_PREFIX_AWARE = "the API documentation requires both settings with PREFIX_AWARE"
_MEMORY = "the API documentation lists the sizes, in steps of 1024"
_FREQUENCY = "the API documentation and AWS's own type list them"
_TAG = r"\p{L} is unknown to Python's re, which cfn validate and the contract suite use"

FROM_THE_API: Exceptions = {
    ("EndpointConfigName", "required"): "generated when it is left out",
    ("MetricsConfig/MetricPublishFrequencyInSeconds", "bounds"): _FREQUENCY,
    ("MetricsConfig/MetricPublishFrequencyInSeconds", "values"): _FREQUENCY,
    ("Tags/*/Key", "values"): _TAG,
    ("Tags/*/Value", "values"): _TAG,
    **_in_both_variant_lists(
        {
            ("InstanceType", "values"): _INSTANCE_TYPE,
            ("InstancePools/*/InstanceType", "values"): _INSTANCE_TYPE,
            ("ServerlessConfig/MemorySizeInMB", "values"): _MEMORY,
            ("RoutingConfig/PrefixAwareRoutingConfig/PrefixLength", "required"): _PREFIX_AWARE,
            ("RoutingConfig/PrefixAwareRoutingConfig/ConcurrencyThreshold", "required"): (
                _PREFIX_AWARE
            ),
        }
    ),
}

_LENGTH = "the pattern asks for a character already; the API gives no minimum"
_NEWER = "the API has it; AWS's own type does not yet"
_UNANCHORED = "the API matches the whole value"

FROM_THE_OFFICIAL_TYPE: Exceptions = {
    ("EndpointConfigName", "bounds"): _LENGTH,
    ("EndpointConfigArn", "bounds"): "as the API has it",
    ("EndpointConfigArn", "values"): "as the API has it",
    ("CrossRegionTrafficConfig", "extra"): _NEWER,
    (
        "ExplainerConfig/ClarifyExplainerConfig/ShapConfig/ShapBaselineConfig/MimeType",
        "values",
    ): _UNANCHORED,
    ("Tags/*/Key", "values"): _TAG,
    ("Tags/*/Value", "values"): _TAG,
    **_in_both_variant_lists(
        {
            ("VariantName", "bounds"): _LENGTH,
            ("ModelName", "bounds"): _LENGTH,
            ("InstanceType", "values"): _INSTANCE_TYPE,
            ("InstancePools/*/InstanceType", "values"): _INSTANCE_TYPE,
            ("AcceleratorType", "extra"): "retired, but the API and Terraform still take it",
            ("AcceleratorPartitionLayouts", "extra"): _NEWER,
            ("ServerlessConfig/MemorySizeInMB", "values"): _MEMORY,
            ("RoutingConfig/RoutingStrategy", "required"): "the API requires it",
            ("RoutingConfig/RoutingStrategy", "values"): f"KV_AWARE: {_NEWER}",
            ("RoutingConfig/PrefixAwareRoutingConfig/PrefixLength", "required"): _PREFIX_AWARE,
            ("RoutingConfig/PrefixAwareRoutingConfig/ConcurrencyThreshold", "required"): (
                _PREFIX_AWARE
            ),
            ("CapacityReservationConfig/MlReservationArn", "values"): _UNANCHORED,
        }
    ),
}
