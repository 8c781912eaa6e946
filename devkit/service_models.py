"""botocore's description of a service, cut to the operations that are called.

botocore keeps what it knows of every service in ``botocore/data``: nearly all of its
size, and most of what a client costs to build (SageMaker's model is 2.6 MB of JSON,
of which the operations of this provider need one percent). What is kept follows from
the names of the operations alone: the operations, and every shape that they reach.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

Json = dict[str, Any]


def cut_service(model: Json, operations: Collection[str]) -> Json:
    """``service-2.json`` with ``operations``, the shapes they reach, and no documentation.

    Raises KeyError for an operation that the service does not have.
    """
    kept = {name: model["operations"][name] for name in sorted(operations)}
    shapes = model["shapes"]
    reached: set[str] = set()
    ahead = set(_references(kept))
    while ahead:
        name = ahead.pop()
        reached.add(name)
        ahead.update(set(_references(shapes[name])) - reached)
    reached_shapes = {name: shape for name, shape in shapes.items() if name in reached}
    cut: Json = _without_documentation({**model, "operations": kept, "shapes": reached_shapes})
    return cut


def cut_endpoints(endpoints: Json, prefixes: Collection[str]) -> Json:
    """``endpoints.json``: every partition and region, the services of ``prefixes`` only.

    ``prefixes`` are the models' ``endpointPrefix``, the names that services have there.
    """
    partitions = [
        {
            **partition,
            "services": {
                name: service for name, service in partition["services"].items() if name in prefixes
            },
        }
        for partition in endpoints["partitions"]
    ]
    return {**endpoints, "partitions": partitions}


def _references(part: Any) -> Iterator[str]:
    """The names of the shapes that an operation or a shape points to (``{"shape": name}``)."""
    if isinstance(part, Mapping):
        target = part.get("shape")
        if isinstance(target, str):
            yield target
        for inner in part.values():
            yield from _references(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _references(inner)


def _without_documentation(part: Any) -> Any:
    """``part`` without its ``documentation`` texts; a member of that name is an object."""
    if isinstance(part, Mapping):
        return {
            name: _without_documentation(inner)
            for name, inner in part.items()
            if not (name == "documentation" and isinstance(inner, str))
        }
    if isinstance(part, list):
        return [_without_documentation(inner) for inner in part]
    return part
