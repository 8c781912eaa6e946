"""Short ways to talk to the local AWS."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from botocore.exceptions import ClientError

from devkit.local_aws import LocalAws


class Refused(NamedTuple):
    code: str
    message: str
    status: int


@pytest.fixture
def sagemaker(aws: LocalAws) -> Any:
    """A client that sends whatever it is given."""
    return aws.client("sagemaker", validate=False)


@pytest.fixture
def variant() -> Callable[..., dict[str, Any]]:
    """An instance variant of Model `m`; a member given as None is left out."""

    def make(**members: Any) -> dict[str, Any]:
        base = {
            "VariantName": "v",
            "ModelName": "m",
            "InstanceType": "ml.m5.large",
            "InitialInstanceCount": 1,
        }
        return {name: value for name, value in {**base, **members}.items() if value is not None}

    return make


@pytest.fixture
def create(sagemaker: Any, variant: Callable[..., dict[str, Any]]) -> Callable[..., str]:
    """Create the configuration `c`, with one variant unless given others. Returns its ARN."""

    def call(name: str = "c", **members: Any) -> str:
        request = {"EndpointConfigName": name, "ProductionVariants": [variant()], **members}
        return str(sagemaker.create_endpoint_config(**request)["EndpointConfigArn"])

    return call


@pytest.fixture
def refused() -> Callable[..., Refused]:
    """Call, and return the error that comes back."""

    def call(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Refused:
        with pytest.raises(ClientError) as caught:
            function(*args, **kwargs)
        error, metadata = caught.value.response["Error"], caught.value.response["ResponseMetadata"]
        return Refused(error["Code"], error["Message"], metadata["HTTPStatusCode"])

    return call
