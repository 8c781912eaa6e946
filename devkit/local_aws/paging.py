"""ListEndpointConfigs and ListTags: sort, filter, and one page at a time.

Sort keys are lists of strings, so that a page token is plain JSON in base64. A token also carries
what the walk asks for, and is refused in a request that asks for something else.
"""

from __future__ import annotations

import base64
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Protocol, TypeVar

from .validation import validation_error

_CONFIGS_A_PAGE = 10  # assumed: the API doc names no default
_TAGS_A_PAGE = 50
_MOST_TAGS_A_PAGE = 100  # [facts.md]; the model gives a minimum only, so more is not refused
_FILTERS = ("NameContains", "CreationTimeBefore", "CreationTimeAfter")

Tag = dict[str, str]


class Config(Protocol):
    """What is listed."""

    endpoint_config_name: str
    creation_time: datetime


C = TypeVar("C", bound=Config)
Order = list[tuple[list[str], C]]


def ordered(configs: Iterable[C], sort_by: str) -> Order[C]:
    """All of them with their sort keys, ascending. Ties by name: a total order."""
    return sorted(((_key(config, sort_by), config) for config in configs), key=_first)


def page_of_configs(order: Order[C], request: dict[str, Any]) -> tuple[list[C], str | None]:
    """The page that `request` asks for, and the token of the next one.

    A binary search for the start, then one step for each entry: a walk through all is linear. It
    goes on behind the last entry it saw, also when that one or others have been deleted since.
    """
    descending = request.get("SortOrder", "Descending") == "Descending"
    size = request.get("MaxResults", _CONFIGS_A_PAGE)
    asked = [request.get("SortBy"), descending, *(str(request.get(name)) for name in _FILTERS)]
    last = _position(request.get("NextToken"), asked)
    if descending:
        end = len(order) if last is None else bisect_left(order, last, key=_first)
        indices: Iterator[int] = iter(range(end - 1, -1, -1))
    else:
        start = 0 if last is None else bisect_right(order, last, key=_first)
        indices = iter(range(start, len(order)))
    found: list[tuple[list[str], C]] = []
    for index in indices:
        if _wanted(order[index][1], request):
            found.append(order[index])
            if len(found) > size:
                break
    token = _token(found[size - 1][0], asked) if len(found) > size else None
    return [config for _, config in found[:size]], token


def page_of_tags(tags: list[Tag], request: dict[str, Any]) -> tuple[list[Tag], str | None]:
    """The page that `request` asks for, and the token of the next one."""
    asked = [request["ResourceArn"]]
    start = _position(request.get("NextToken"), asked) or 0
    end = start + min(request.get("MaxResults", _TAGS_A_PAGE), _MOST_TAGS_A_PAGE)
    return tags[start:end], _token(end, asked) if end < len(tags) else None


def _key(config: Config, sort_by: str) -> list[str]:
    name = config.endpoint_config_name
    if sort_by == "Name":
        return [name]
    return [config.creation_time.isoformat(timespec="milliseconds"), name]


def _first(entry: tuple[list[str], Any]) -> list[str]:
    return entry[0]


def _wanted(config: Config, request: dict[str, Any]) -> bool:
    before, after = request.get("CreationTimeBefore"), request.get("CreationTimeAfter")
    return (
        request.get("NameContains", "") in config.endpoint_config_name
        and (before is None or config.creation_time < before)
        and (after is None or config.creation_time >= after)  # inclusive [API doc]
    )


def _token(position: Any, asked: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps([position, asked]).encode()).decode()


def _position(token: str | None, asked: list[Any]) -> Any:
    """The position in `token`, or None without one."""
    if token is None:
        return None
    try:
        position, asked_before = json.loads(base64.urlsafe_b64decode(token))
    except (ValueError, TypeError):
        raise validation_error("The NextToken is invalid.") from None
    if asked_before != asked:
        raise validation_error("The NextToken does not belong to this request.")
    return position
