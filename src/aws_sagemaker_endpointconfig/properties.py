"""Properties as CloudFormation hands them over, made what the schema says they are.

CloudFormation may send every primitive as a string (``"2"``, ``"true"``,
``"0.5"``); property_types.py knows the types. The library's own ``recast``
turns 3.7 into 3, raises KeyError on an unknown property and names none with its
path, and the generated constructors drop ``{}`` and ``[]``, which mean something
to the service. So the properties stay what they are: nested dictionaries and lists.
"""

import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from cloudformation_cli_python_lib.exceptions import InvalidRequest
from cloudformation_cli_python_lib.interface import BaseModel

ROOT = "#"

Types = Mapping[str, Any]
"""Property -> its type: ``str``, ``int``, ``float`` or ``bool``, the Types of an object, or a
list of the one type that the members of a list have."""


class Properties(dict[str, Any], BaseModel):
    """A model that is what was declared, no more and no less.

    It takes the place of the generated ``ResourceModel`` in requests and answers.
    """

    def _serialize(self) -> Mapping[str, Any]:
        return self


def cast(declared: Any, types: Types) -> Properties:
    """Cast ``declared`` to ``types``, at every depth.

    Raises InvalidRequest naming the path of the first property that is unknown,
    null, or of another type.
    """
    return Properties(_object(declared, types, ROOT))


def _object(value: Any, types: Types, path: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong_type(value, "an object", path)
    cast_object = {}
    for name, member in value.items():
        where = f"{path}/{name}"
        if name not in types:
            raise InvalidRequest(
                f"{where} is not a property of this type. Remove it, or check its spelling: "
                f"{path} takes {', '.join(types)}."
            )
        cast_object[name] = _value(member, types[name], where)
    return cast_object


def _value(value: Any, kind: Any, path: str) -> Any:
    if value is None:
        raise InvalidRequest(f"{path} is null. Remove it, or give it a value.")
    if isinstance(kind, list):
        if not isinstance(value, list):
            raise _wrong_type(value, "a list", path)
        (item,) = kind
        return [_value(member, item, f"{path}/{index}") for index, member in enumerate(value)]
    if isinstance(kind, Mapping):
        return _object(value, kind, path)
    return _PRIMITIVES[kind](value, path)


def _string(value: Any, path: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float):
        return str(value)
    raise _wrong_type(value, "a string", path)


def _integer(value: Any, path: str) -> int:
    number = _number(value, path, "an integer")
    if number != int(number):
        raise _wrong_type(value, "an integer", path)
    return int(number)


def _number(value: Any, path: str, expected: str = "a number") -> int | float:
    number = _parsed(value) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise _wrong_type(value, expected, path)
    if not -_LARGEST <= number <= _LARGEST:  # nor is NaN
        raise _wrong_type(value, expected, path)
    return number


def _parsed(text: str) -> int | float | None:
    """A number, however JSON or YAML spells it; not Python's 1_000."""
    if "_" in text:
        return None
    with suppress(ValueError):
        return int(text)
    with suppress(ValueError):
        return float(text)
    return None


def _boolean(value: Any, path: str) -> bool:
    if isinstance(value, bool):
        return value
    spelled = value.lower() if isinstance(value, str) else None
    if spelled not in ("true", "false"):
        raise _wrong_type(value, "true or false", path)
    return spelled == "true"


# What JSON's numbers are elsewhere: beyond it lies no bound of the service.
_LARGEST = sys.float_info.max

_PRIMITIVES = {str: _string, int: _integer, float: _number, bool: _boolean}


def _wrong_type(value: Any, expected: str, path: str) -> InvalidRequest:
    return InvalidRequest(f"{path} must be {expected}, not {_in_json_words(value)}.")


def _in_json_words(value: Any) -> str:
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return f'the string "{value[:40]}"'
    return str(value).lower()
