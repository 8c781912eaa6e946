"""The measured processes."""

from collections.abc import Mapping
from typing import Any

from devkit.console import Failure

from .candidates import Candidate
from .lines import LineProcess


class Measured(LineProcess):
    """``candidate`` in an interpreter of its own, isolated; inside the ``with`` block it answers.

    ``-S``: no site-packages. ``-B``: no byte code is written. Its environment is
    ``environment`` and the path to the candidate, and nothing of ours.
    """

    def __init__(self, candidate: Candidate, python: str, environment: Mapping[str, str]) -> None:
        super().__init__(
            [python, "-S", "-B", *candidate.program],
            {**environment, "PYTHONPATH": str(candidate.directory)},
        )
        self._name = candidate.name

    def __enter__(self) -> "Measured":
        super().__enter__()
        return self

    def read(self, event: Mapping[str, Any], times: int = 1) -> list[float]:
        """Have ``event`` answered ``times`` times: the seconds that each took."""
        return self.send(event, times)[0]

    def send(self, event: Mapping[str, Any], times: int = 1) -> tuple[list[float], dict[str, Any]]:
        """The same, and the last answer."""
        seconds, answer = self.ask([times, event])
        if answer["status"] != "SUCCESS":
            raise Failure(f"{self._name} failed: {answer}")
        return seconds, answer
