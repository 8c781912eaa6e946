"""Tags: a list of ``{Key, Value}`` in the model, a mapping in CloudFormation's request."""

from collections.abc import Iterable, Mapping

from cloudformation_cli_python_lib.exceptions import InvalidRequest

MAX_TAGS = 50
RESERVED_PREFIX = "aws:"

Tag = Mapping[str, str]
StackTags = Mapping[str, str]


def to_send(own: Iterable[Tag] | None, stack: StackTags | None) -> list[Tag]:
    """The tags to create with: the stack's, and the resource's own, which win.

    Raises InvalidRequest for a key that Tags gives twice and for more than 50
    different keys together.
    """
    own = list(own or ())
    _refuse_repeated_keys(own)
    own_keys = {tag.get("Key") for tag in own}
    inherited = [
        {"Key": key, "Value": value} for key, value in (stack or {}).items() if key not in own_keys
    ]
    _refuse_too_many(len(own), len(inherited))
    return [*inherited, *own]


def to_show(found: Iterable[Tag], own: Iterable[Tag] | None, stack: StackTags | None) -> list[Tag]:
    """The tags of a resource as its model shows them, the declared ones first.

    Left out are AWS's own, which no template can set, and those that are there
    because the stack has them: the request names them, the model does not.
    """
    declared = [tag.get("Key") for tag in own or ()]
    inherited = {key: value for key, value in (stack or {}).items() if key not in declared}
    shown = {
        tag["Key"]: tag
        for tag in found
        if not tag["Key"].startswith(RESERVED_PREFIX) and inherited.get(tag["Key"]) != tag["Value"]
    }
    first = [shown.pop(key) for key in declared if key in shown]
    return [*first, *shown.values()]


def _refuse_repeated_keys(own: list[Tag]) -> None:
    seen = set()
    for index, tag in enumerate(own):
        key = tag.get("Key")
        if key in seen:
            raise InvalidRequest(
                f'#/Tags/{index}/Key "{key}" is there already. Give each key once.'
            )
        seen.add(key)


def _refuse_too_many(own: int, inherited: int) -> None:
    if own + inherited > MAX_TAGS:
        raise InvalidRequest(
            f"#/Tags has {own} tags and the stack adds {inherited} more, {own + inherited} in "
            f"all. An endpoint configuration takes {MAX_TAGS}: remove "
            f"{own + inherited - MAX_TAGS} from Tags or from the stack."
        )
