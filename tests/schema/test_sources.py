"""schema.json covers the API and AWS's own type, path by path.

A new botocore or cfn-lint that brings a member, a bound or a value makes this fail, with
a list of what to take over.
"""

from dataclasses import fields, replace

import pytest

from .exceptions import FROM_THE_API, FROM_THE_OFFICIAL_TYPE, Exceptions
from .sources import API, OFFICIAL, Member, Members, api, official, ours


def in_any_order(members: Members) -> Members:
    return {
        path: replace(member, values=tuple(sorted(member.values, key=str)))
        if isinstance(member.values, tuple)
        else member
        for path, member in members.items()
    }


@pytest.mark.parametrize(
    ("name", "here", "there", "exceptions"),
    [
        # the API's enums are copied in the API's order, AWS's own type sorts them
        pytest.param(API, ours(), api(), FROM_THE_API, id="api"),
        pytest.param(
            OFFICIAL,
            in_any_order(ours()),
            in_any_order(official()),
            FROM_THE_OFFICIAL_TYPE,
            id="official",
        ),
    ],
)
def test_schema_agrees(name: str, here: Members, there: Members, exceptions: Exceptions) -> None:
    found = differences(here, there)
    unexplained = [f"  {found[key]}" for key in sorted(found.keys() - exceptions.keys())]
    stale = [f"  {key}" for key in sorted(exceptions.keys() - found.keys())]
    assert not unexplained, (
        f"schema.json differs from {name}:\n" + "\n".join(unexplained) + "\n"
        "Take it over, or give the reason in tests/schema/exceptions.py."
    )
    assert not stale, (
        f"schema.json no longer differs from {name} here:\n" + "\n".join(stale) + "\n"
        "Take these out of tests/schema/exceptions.py."
    )


def differences(here: Members, there: Members) -> dict[tuple[str, str], str]:
    """What differs, keyed by path and aspect; below a missing or extra property, nothing."""
    found = {}
    for path in sorted(here.keys() | there.keys()):
        parent, _, _ = path.rpartition("/")
        if path not in here:
            if parent in here or not parent:
                found[path, "missing"] = f"{path} is missing: {there[path]}"
        elif path not in there:
            if parent in there or not parent:
                found[path, "extra"] = f"{path} is extra: {here[path]}"
        else:
            for aspect in (field.name for field in fields(Member)):
                mine, theirs = getattr(here[path], aspect), getattr(there[path], aspect)
                if mine != theirs:
                    found[path, aspect] = f"{path} {aspect}: {mine!r}, not {theirs!r}"
    return found
