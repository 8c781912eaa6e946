"""`make run`: an asynchronous endpoint configuration, from creation to deletion, to watch."""

import textwrap
import time
from pathlib import Path
from typing import Any

import yaml

from . import artifact, inputs, project
from .console import Failure, bold, dim, green, red, say, step
from .events import event

ALREADY_THERE = 3


def run(path: Path) -> None:
    """Create, read, list and delete what ``path`` declares. Raises Failure if anything is off."""
    declared = inputs.load_one(path)
    say(bold(f"{project.type_name()}: the packaged provider under AWS's Lambda runtime"))
    with artifact.running() as provider:
        with step(f"Putting the model it needs and {ALREADY_THERE} other configurations there"):
            provider.aws.seed(ALREADY_THERE)
            for name in sorted(set(inputs.models_named_in(declared))):
                provider.aws.create_model(name)
        _Demonstration(provider).of(declared)
    _say_what_next(path)


class _Demonstration:
    def __init__(self, provider: artifact.Running) -> None:
        self._provider = provider

    def of(self, declared: dict[str, Any]) -> None:
        say(f"\n{bold('Declared')}\n{_indented(declared)}")

        created = self._send("CREATE", declared)["resourceModel"]
        identifier = {"EndpointConfigName": created["EndpointConfigName"]}
        _expect(declared.keys() <= created.keys(), "CREATE answers every property declared")
        read = self._send("READ", created)["resourceModel"]
        _expect(read == created, "READ finds what was created, and nothing that was not declared")

        listed = [model for page in self._pages() for model in page]
        _expect(
            len(listed) == ALREADY_THERE + 1 and _identity(created) in listed,
            f"LIST has it among the {len(listed)} of the account",
        )
        refused = self._send("UPDATE", created, expect="NotUpdatable")
        say(f"    {dim(refused['message'])}")

        self._send("DELETE", identifier)
        gone = self._send("READ", identifier, expect="NotFound")
        say(f"    {dim(gone['message'])}")

    def _pages(self) -> Any:
        answer = self._send("LIST")
        yield answer["resourceModels"]
        while token := answer.get("nextToken"):
            answer = self._send("LIST", nextToken=token)
            yield answer["resourceModels"]

    def _send(
        self, action: str, properties: Any = None, expect: str = "SUCCESS", **more: Any
    ) -> dict[str, Any]:
        started = time.monotonic()
        answer = self._provider.function.invoke(event(action, properties, **more))
        milliseconds = (time.monotonic() - started) * 1000
        outcome = answer.get("errorCode") or answer.get("status")
        as_expected = outcome == expect
        shown = green(str(outcome)) if as_expected else red(str(outcome))
        say(f"\n{bold(f'{action:<6}')} {shown} {dim(f'{milliseconds:.0f} ms')}")
        if not as_expected:
            raise Failure(
                f"{action} should have been answered {expect}, and was answered:\n"
                f"{_indented(answer)}\n"
                f"What the handlers logged is in {self._provider.function.log}."
            )
        if "resourceModel" in answer:
            say(_indented(answer["resourceModel"]))
        for model in answer.get("resourceModels", ()):
            say(f"    {model['EndpointConfigName']}")
        return dict(answer)


def _identity(model: dict[str, Any]) -> dict[str, Any]:
    return {name: model[name] for name in ("EndpointConfigName", "EndpointConfigArn")}


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise Failure(f"This does not hold: {what}.")
    say(f"  {green('✓')} {what}")


def _indented(value: Any) -> str:
    return textwrap.indent(yaml.safe_dump(value, sort_keys=False).rstrip(), "    ")


def _say_what_next(path: Path) -> None:
    say(
        f"""
{green("All of it held.")} This ran against a local AWS (moto), on this machine only.

What to try next
  make run INPUT=inputs/inputs_2_create.json   another one: edit {path.name}, or give yours
  make contract                                the cfn CLI's contract suite, every input set
  make contract INPUTS=DIRECTORY               the same with your own inputs_N_create.json
  make test                                    everything that is checked before a change lands
  docs/README.md                               every property"""
    )
