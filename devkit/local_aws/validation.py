"""Check a request against botocore's service model, in the live service's words.

botocore checks types, required and unknown members and minima before it sends, but no pattern,
enum or maximum, and nothing at all with `parameter_validation=False`. The service checks them all.

Wording: recorded live texts in public issues, e.g. (aws/amazon-sagemaker-examples#2228)

    1 validation error detected: Value 'ENTER MODEL NAME' at
    'productionVariants.1.member.modelName' failed to satisfy constraint: Member must satisfy
    regular expression pattern: …

and, for a list of plain values (appleboy/lambda-action#72, the same framework in another service),

    Value '[x]' at 'vpcConfig.subnetIds' failed to satisfy constraint: Member must satisfy
    constraint: [Member must have length less than or equal to 1024, …]

SerializationException's texts are not recorded for SageMaker: match the code.

The order of several errors, and of an enum's values, is not defined by the service; here both
follow the model.
"""

from __future__ import annotations

import base64
import binascii
import math
import struct
from collections.abc import Iterator
from typing import Any

from moto.core.exceptions import ServiceException
from moto.core.model import Shape

from .patterns import compiled

# A quadratic pattern on a megabyte would hang the server, and the length is refused anyway.
_LONGEST_PATTERN_INPUT = 70_000

_INTEGER_BITS = {"integer": 32, "long": 64}
_JAVA_NAMES = {
    "integer": "an Integer",
    "long": "a Long",
    "float": "a Float",
    "double": "a Double",
    "string": "a String",
    "boolean": "a Boolean",
    "timestamp": "a Timestamp",
    "blob": "a Blob",
}


class Refusal(ServiceException):
    """An error answer with HTTP 400: `code` and `message`.

    Not moto's class itself: moto looks for the service model of the module that an exception's
    class is in, and finds none for `moto.core`.
    """


def validation_error(message: str) -> Refusal:
    """What SageMaker answers to almost every refused request; its model does not list it."""
    return Refusal("ValidationException", message)


def check(shape: Shape | None, parameters: Any) -> None:
    """Raise what the service would answer to `parameters` (the decoded JSON body).

    Types first: a service that can not read a value can not check it. Assumed, not recorded.
    """
    if not isinstance(parameters, dict):
        raise _serialization_error("Start of structure expected")
    if shape is None:
        return
    _check_types(shape, parameters)
    errors = list(_violations(shape, parameters, ""))
    if errors:
        plural = "" if len(errors) == 1 else "s"
        raise validation_error(
            f"{len(errors)} validation error{plural} detected: {'; '.join(errors)}"
        )


# Types


def _check_types(shape: Any, value: Any) -> None:
    if value is None or getattr(shape, "is_document_type", False):
        return  # a null member counts as not sent
    kind = shape.type_name
    if kind == "structure":
        _expect(isinstance(value, dict), value, kind)
        for name, member in shape.members.items():
            _check_types(member, value.get(name))
    elif kind == "list":
        _expect(isinstance(value, list), value, kind)
        for item in value:
            _check_types(shape.member, item)
    elif kind == "map":
        _expect(isinstance(value, dict), value, kind)
        for item in value.values():
            _check_types(shape.value, item)
    else:
        _expect(_fits(kind, value), value, kind)


def _fits(kind: str, value: Any) -> bool:
    if kind == "boolean":
        return isinstance(value, bool)
    if kind in _INTEGER_BITS:
        limit = 1 << (_INTEGER_BITS[kind] - 1)
        # Whether the service truncates 1.0 is unknown; botocore never sends it.
        return type(value) is int and -limit <= value < limit
    if kind in ("float", "double"):
        return type(value) in (int, float) and _finite(value, single=kind == "float")
    if kind == "timestamp":
        return type(value) in (int, float) and math.isfinite(value)
    if kind == "blob":
        return isinstance(value, str) and _is_base64(value)
    return isinstance(value, str)


def _finite(value: float, *, single: bool) -> bool:
    try:
        struct.pack("<f" if single else "<d", value)
    except OverflowError:
        return False
    return math.isfinite(value)


def _is_base64(value: str) -> bool:
    try:
        base64.b64decode(value, validate=True)
    except binascii.Error:
        return False
    return True


def _expect(right: bool, value: Any, kind: str) -> None:
    if right:
        return
    if isinstance(value, dict):
        raise _serialization_error("Start of structure or map found where not expected.")
    if isinstance(value, list):
        raise _serialization_error("Start of list found where not expected")
    token = {bool: f"{str(value).upper()}_VALUE", str: "STRING_VALUE"}.get(
        type(value), "NUMBER_VALUE"
    )
    if kind in ("structure", "list", "map"):
        raise _serialization_error(f"Unexpected value type in payload: {token} for a {kind}")
    raise _serialization_error(f"{token} can not be converted to {_JAVA_NAMES[kind]}")


def _serialization_error(message: str) -> Refusal:
    return Refusal("SerializationException", message)


# Constraints


def _violations(shape: Any, value: Any, path: str) -> Iterator[str]:
    """One sentence for each constraint that `value`, of the right type, breaks."""
    if getattr(shape, "is_document_type", False):
        return
    for constraint in _broken(shape, value):
        yield _sentence(value, path, constraint)
    kind = shape.type_name
    if kind == "structure":
        yield from _structure_violations(shape, value, path)
    elif kind == "list":
        yield from _item_violations(shape.member, value, path)
    elif kind == "map":
        for part, member, values in (
            ("Map keys", shape.key, list(value)),
            ("Map value", shape.value, list(value.values())),
        ):
            if any(item is not None and any(_broken(member, item)) for item in values):
                yield _sentence(value, path, f"{part} must satisfy constraint: {_all(member)}")


def _structure_violations(shape: Any, value: dict[str, Any], path: str) -> Iterator[str]:
    for name, member in shape.members.items():
        inner = _join(path, name)
        if value.get(name) is not None:
            yield from _violations(member, value[name], inner)
        elif name in shape.required_members:
            yield f"Value null at '{inner}' failed to satisfy constraint: Member must not be null"
    for name in (name for name in value if name not in shape.members):
        # Ours: the live JSON protocol ignores what it does not know. Here nothing may be lost
        # without anybody noticing, so the fake refuses it.
        yield (
            f"Value at '{_join(path, name)}' failed to satisfy constraint: "
            "Member must be known to the service model"
        )


def _item_violations(member: Any, items: list[Any], path: str) -> Iterator[str]:
    if member.type_name in ("structure", "list", "map"):
        for number, item in enumerate(items, start=1):
            inner = f"{path}.{number}.member"
            if item is None:
                yield (
                    f"Value null at '{inner}' failed to satisfy constraint: Member must not be null"
                )
            else:
                yield from _violations(member, item, inner)
    elif any(item is None or any(_broken(member, item)) for item in items):
        # The service names the whole list, and every constraint its values have.
        yield _sentence(items, path, f"Member must satisfy constraint: {_all(member)}")


def _broken(shape: Any, value: Any) -> Iterator[str]:
    """The constraints of this shape alone that `value` breaks, in the service's words."""
    for constraint, holds in _constraints(shape, value):
        if not holds:
            yield constraint


def _constraints(shape: Any, value: Any) -> Iterator[tuple[str, bool]]:
    kind = shape.type_name
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if kind in ("string", "list", "map", "blob"):
        measured, noun = len(value), "length"
    elif kind in ("integer", "long", "float", "double"):
        measured, noun = value, "value"
    else:
        return
    if high is not None:
        yield f"Member must have {noun} less than or equal to {high}", measured <= high
    if low is not None:
        yield f"Member must have {noun} greater than or equal to {low}", measured >= low
    pattern, enum = shape.metadata.get("pattern"), shape.metadata.get("enum")
    if pattern is not None and kind == "string":
        matches = len(value) > _LONGEST_PATTERN_INPUT or compiled(pattern).fullmatch(value)
        yield f"Member must satisfy regular expression pattern: {pattern}", bool(matches)
    if enum is not None:
        yield f"Member must satisfy enum value set: [{', '.join(enum)}]", value in enum


def _all(shape: Any) -> str:
    sample = "" if shape.type_name in ("string", "blob") else 0
    return f"[{', '.join(constraint for constraint, _ in _constraints(shape, sample))}]"


def _sentence(value: Any, path: str, constraint: str) -> str:
    return f"Value '{_text(value)}' at '{path}' failed to satisfy constraint: {constraint}"


def _text(value: Any) -> str:
    """As Java prints it: [a, b], {k=v}, true."""
    if isinstance(value, list):
        return f"[{', '.join(_text(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}={_text(item)}' for name, item in value.items())}}}"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    return str(value)


def _join(path: str, name: str) -> str:
    lower_camel = name[:1].lower() + name[1:]
    return f"{path}.{lower_camel}" if path else lower_camel
