"""Three accounts of the same properties, read into one form so that they can be compared.

Ours is schema.json; the API's is the input of CreateEndpointConfig in botocore; the
official one is AWS's own resource type, as bundled with cfn-lint. Paths are written as
CloudFormation writes them: ``ProductionVariants/*/VariantName``.
"""

import importlib.metadata
import importlib.resources
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import botocore.session
from botocore.model import Shape

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "schema.json").read_text())

API = f"the API (botocore {importlib.metadata.version('botocore')})"
OFFICIAL = f"AWS's own type (cfn-lint {importlib.metadata.version('cfn-lint')})"


@dataclass(frozen=True)
class Member:
    """What a source says of one property, or of the items of one list."""

    type: str
    required: bool
    bounds: str = ""
    #: the values of an enum, or a pattern that the whole value has to match
    values: tuple[object, ...] | str = ()


Members = dict[str, Member]


def ours() -> Members:
    return dict(_in_schema(SCHEMA, SCHEMA, "", wrapping=("^(", ")$")))


def official() -> Members:
    return dict(_in_schema(official_schema(), official_schema(), "", wrapping=("^", "$")))


def api() -> Members:
    """CreateEndpointConfig's input, and the ARN it answers with."""
    operation = _sagemaker().operation_model("CreateEndpointConfig")
    answer = {
        path: replace(member, required=False)
        for path, member in _in_shape(operation.output_shape, "")
    }
    return answer | dict(_in_shape(operation.input_shape, ""))


def instance_types() -> list[str]:
    return list(_sagemaker().shape_for("ProductionVariantInstanceType").enum)


def official_schema() -> dict[str, Any]:
    schemas = importlib.resources.files("cfnlint") / "data" / "schemas"
    hashes = json.loads((schemas / "providers" / "us-east-1.json").read_text())
    name = hashes["AWS::SageMaker::EndpointConfig"]
    found: dict[str, Any] = json.loads((schemas / "resources" / f"{name}.json").read_text())
    return found


def api_documentation() -> Iterator[str]:
    """Every text of SageMaker's service model, with its HTML."""
    loader = botocore.session.get_session().get_component("data_loader")
    yield from texts(loader.load_service_model("sagemaker", "service-2"), "documentation")


def texts(node: object, key: str) -> Iterator[str]:
    """Every string called ``key``, at any depth."""
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    if isinstance(node, dict) and isinstance(node.get(key), str):
        yield node[key]
    for child in children:
        yield from texts(child, key)


def _in_schema(
    schema: dict[str, Any], node: dict[str, Any], prefix: str, wrapping: tuple[str, str]
) -> Iterator[tuple[str, Member]]:
    """Walk a resource type's schema; ``wrapping`` is how it says that a pattern is a full match."""
    for name, reference in _children(node):
        child = _resolve(schema, reference)
        kind = child["type"]
        # minLength, minItems or minimum
        length = {"string": "Length", "array": "Items"}.get(kind, "imum")
        enum = child.get("enum", ())
        yield (
            prefix + name,
            Member(
                type=kind,
                required=name in node.get("required", ()),
                bounds=_bounds(kind, child.get(f"min{length}"), child.get(f"max{length}"), enum),
                values=tuple(enum) or _pattern(child.get("pattern", ""), wrapping),
            ),
        )
        yield from _in_schema(schema, child, f"{prefix}{name}/", wrapping)


def _children(node: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from node.get("properties", {}).items()
    if "items" in node:
        yield "*", node["items"]


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return node
    definition: dict[str, Any] = schema["definitions"][node["$ref"].removeprefix("#/definitions/")]
    return definition


@cache
def _sagemaker() -> Any:
    return botocore.session.get_session().get_service_model("sagemaker")


_TYPES = {"structure": "object", "list": "array", "float": "number"}


def _in_shape(shape: Shape, prefix: str) -> Iterator[tuple[str, Member]]:
    """Walk a structure or a list of the service model."""
    members = {"*": shape.member} if shape.type_name == "list" else dict(shape.members)
    required = getattr(shape, "required_members", ())
    for name, child in members.items():
        facts = child.metadata
        enum = facts.get("enum", ())
        kind = _TYPES.get(child.type_name, child.type_name)
        yield (
            prefix + name,
            Member(
                type=kind,
                required=name in required,
                bounds=_bounds(kind, facts.get("min"), facts.get("max"), enum),
                values=tuple(enum) or _pattern(facts.get("pattern", "")),
            ),
        )
        if kind in ("object", "array"):
            yield from _in_shape(child, f"{prefix}{name}/")


def _bounds(kind: str, low: int | None, high: int | None, enum: Sequence[Any]) -> str:
    """``low..high``, without what goes without saying: a length of 0, the length of an enum."""
    if enum:
        low, high = (min(enum), max(enum)) if kind == "integer" else (None, None)
    if kind in ("string", "array") and low == 0:
        low = None
    return "" if low is high is None else f"{'' if low is None else low}..{high or ''}"


def _pattern(pattern: str, wrapping: tuple[str, str] = ("", "")) -> tuple[object, ...] | str:
    """The pattern without its anchors; one that lists words is an enum, one for anything none."""
    start, end = wrapping
    if pattern.startswith(start) and pattern.endswith(end):
        pattern = pattern.removeprefix(start).removesuffix(end)
    if pattern in (".*", r"[\s\S]+"):
        return ()
    if re.fullmatch(r"[\w-]+(\|[\w-]+)*", pattern):
        return tuple(pattern.split("|"))
    return pattern or ()
