"""Input sets as `cfn test` names them: ``inputs_N_create.json``, ``inputs_N_invalid.json``."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .console import Failure

_NUMBER = re.compile(r"inputs_(?P<number>\d+)")
# as the cfn CLI tells them, and in its order: the first word that the name has
_KINDS = ("create", "update", "invalid")

_MODEL_NAMES = ("ModelName", "ModelNameOverride")


@dataclass(frozen=True)
class Input:
    """One file: the properties that it declares."""

    path: Path
    number: int
    kind: str
    properties: dict[str, Any]

    @property
    def is_named(self) -> bool:
        return "EndpointConfigName" in self.properties


def load(directory: Path) -> list[Input]:
    """Every input of ``directory``, in the order of their numbers.

    Raises Failure if there is none, if one is no JSON object, or if a name does not
    say what it is (the cfn CLI would pass over that one in silence).
    """
    if not directory.is_dir():
        raise Failure(f"{directory} is not a directory. Give one with inputs_1_create.json in it.")
    inputs = sorted(
        (_load(path) for path in directory.glob("*.json")), key=lambda i: (i.number, i.kind)
    )
    if not any(each.kind == "create" for each in inputs):
        raise Failure(f"{directory} has no inputs_N_create.json. Add inputs_1_create.json.")
    return inputs


def models_named_in(properties: Any) -> Iterator[str]:
    """The SageMaker models that a declaration, which may be a wrong one, takes for granted."""
    if isinstance(properties, dict):
        for name, value in properties.items():
            if name in _MODEL_NAMES and isinstance(value, str):
                yield value
            yield from models_named_in(value)
    elif isinstance(properties, list):
        for value in properties:
            yield from models_named_in(value)


def load_one(path: Path) -> dict[str, Any]:
    """The properties in ``path``. Raises Failure if it holds no JSON object."""
    try:
        properties = json.loads(path.read_text())
    except OSError as error:
        raise Failure(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise Failure(f"{path} is not JSON: {error}.") from error
    if not isinstance(properties, dict):
        raise Failure(f"{path} must be a JSON object: the properties of the resource.")
    return properties


def _load(path: Path) -> Input:
    number = _NUMBER.match(path.name)
    kind = next((kind for kind in _KINDS if kind in path.name), None)
    if not number or not kind:
        raise Failure(
            f"{path}: the name says neither which set it is of nor what kind. Call it "
            "inputs_N_create.json or inputs_N_invalid.json, N counting from 1."
        )
    return Input(path, int(number["number"]), kind, load_one(path))
