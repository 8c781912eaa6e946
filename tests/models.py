"""Models to test with: the members that matter to a test are given, the others are not there."""

from typing import Any

Model = dict[str, Any]

ROLE = "arn:aws:iam::123456789012:role/endpoint"
SERVERLESS: Model = {"MemorySizeInMB": 2048, "MaxConcurrency": 5}


def variant(**members: Any) -> Model:
    """A variant of the Model ``m`` on an instance."""
    return {
        "VariantName": "v",
        "ModelName": "m",
        "InstanceType": "ml.m5.large",
        "InitialInstanceCount": 1,
        **members,
    }


def serverless(**members: Any) -> Model:
    """A serverless variant of the Model ``m``."""
    return {"VariantName": "v", "ModelName": "m", "ServerlessConfig": SERVERLESS, **members}


def config(*variants: Model, **members: Any) -> Model:
    return {"ProductionVariants": list(variants) or [variant()], **members}


def without(model: Model, *names: str) -> Model:
    return {name: value for name, value in model.items() if name not in names}
