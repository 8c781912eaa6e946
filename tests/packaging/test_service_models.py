"""botocore's data, cut: exactly the operations that are called, and all that they need."""

import ast
import gzip
import inspect
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import botocore.session
import pytest
from botocore.loaders import Loader
from botocore.model import ServiceModel
from cloudformation_cli_python_lib import log_delivery, metrics

from aws_sagemaker_endpointconfig import service
from devkit import slimming

CALLERS: dict[str, ModuleType] = {
    "sagemaker": service,
    "logs": log_delivery,
    "cloudwatch": metrics,
}
REGIONS = ("us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1", "eusc-de-east-1", "xx-new-1")


def model_of(name: str, files: slimming.Files) -> dict[str, Any]:
    """The model of a service, out of a bundle that has it packed or not."""
    path = next(n for n in files if n.startswith(f"botocore/data/{name}/") and "service-2" in n)
    content = gzip.decompress(files[path]) if path.endswith(".gz") else files[path]
    loaded: dict[str, Any] = json.loads(content)
    return loaded


def attributes_of_clients(module: ModuleType) -> set[str]:
    """``client.describe_endpoint_config`` anywhere in the module: describe_endpoint_config."""
    found = set()
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if name in ("client", "_client"):
                found.add(node.attr)
    return found


@pytest.mark.parametrize("name", CALLERS)
class TestServiceModel:
    def test_its_operations_are_those_that_are_called(
        self, name: str, bundle: slimming.Files, slim: slimming.Files
    ) -> None:
        whole = model_of(name, bundle)["operations"]
        methods = attributes_of_clients(CALLERS[name])
        called = {each for each in whole if botocore.xform_name(each) in methods}
        assert called == set(slimming.OPERATIONS[name]) == set(model_of(name, slim)["operations"])

    def test_it_has_every_shape_they_need_and_no_other(
        self, name: str, bundle: slimming.Files, slim: slimming.Files
    ) -> None:
        whole, cut = ServiceModel(model_of(name, bundle)), ServiceModel(model_of(name, slim))
        needed: set[str] = set()
        for operation in cut.operation_names:
            before, after = whole.operation_model(operation), cut.operation_model(operation)
            for one, other in (
                (before.input_shape, after.input_shape),
                (before.output_shape, after.output_shape),
                *zip(before.error_shapes, after.error_shapes, strict=True),
            ):
                assert_same(one, other, needed)
        assert needed == set(model_of(name, slim)["shapes"])

    def test_it_has_no_documentation(self, name: str, slim: slimming.Files) -> None:
        assert '"documentation":"' not in json.dumps(model_of(name, slim), separators=(",", ":"))

    def test_a_client_goes_where_it_did(self, name: str, slim_directory: Path) -> None:
        cut = Loader([str(slim_directory / "botocore" / "data")], None, None, False)
        for region in REGIONS:
            one, other = client(name, region), client(name, region, cut)
            assert one.meta.endpoint_url == other.meta.endpoint_url
            assert one.meta.partition == other.meta.partition


def test_the_exceptions_that_log_delivery_catches(slim_directory: Path) -> None:
    cut = Loader([str(slim_directory / "botocore" / "data")], None, None, False)
    exceptions = client("logs", "us-east-1", cut).exceptions
    for name in (
        "DataAlreadyAcceptedException",
        "InvalidSequenceTokenException",
        "ResourceAlreadyExistsException",
        "ResourceNotFoundException",
    ):
        assert issubclass(getattr(exceptions, name), Exception)


def client(name: str, region: str, loader: Loader | None = None) -> Any:
    session = botocore.session.Session()
    if loader:
        session.register_component("data_loader", loader)
    return session.create_client(
        name, region, aws_access_key_id="unused", aws_secret_access_key="unused"
    )


def assert_same(one: Any, other: Any, seen: set[str]) -> None:
    """Two shapes, and all that they are made of, documentation aside."""
    if one is None and other is None:
        return
    assert (one.name, one.type_name, one.metadata) == (other.name, other.type_name, other.metadata)
    assert one.serialization == other.serialization
    if one.name in seen:
        return
    seen.add(one.name)
    for inner in ("members", "member", "key", "value"):
        if not hasattr(one, inner):
            continue
        if inner == "members":
            assert list(one.members) == list(other.members)
            for name in one.members:
                assert_same(one.members[name], other.members[name], seen)
        else:
            assert_same(getattr(one, inner), getattr(other, inner), seen)
