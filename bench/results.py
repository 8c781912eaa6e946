"""All measurements of one run, and the rows of the table that they make."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from .measures import Calls, Listing, Memory, Series

# What is aimed at, as a ratio to plain boto3 or as it is.
TARGETS = {
    "cold": "<= 0.88x",
    "warm": "<= 1.25x",
    "memory": "<= 50 MiB, flat",
    "bundle": "<= 4.0 MB",
}


@dataclass(frozen=True)
class Results:
    machine: str
    runs: int
    cold: Series
    warm: Series
    delivered: Series
    memory: Mapping[str, Memory]
    bundle: Mapping[str, int]
    billed: Mapping[str, Series]
    calls: Calls
    listing: Listing


@dataclass(frozen=True)
class Row:
    """One line of the table; a cell is None where there is nothing to compare."""

    name: str
    unit: str
    ours: float
    stock: float | None
    plain: float | None
    target: str = ""

    @property
    def to_plain(self) -> float | None:
        return self.ours / self.plain if self.plain else None

    @property
    def to_stock(self) -> float | None:
        return self.ours / self.stock if self.stock else None


def rows(results: Results) -> list[Row]:
    bundle, memory = results.bundle, results.memory
    after_1000 = {name: [found.after_1000] for name, found in memory.items()}
    return [
        _row("cold: start to first answer", "ms", results.cold, 1000, TARGETS["cold"]),
        _row("warm READ", "ms", results.warm, 1000, TARGETS["warm"]),
        _row("warm READ, logs and metrics", "ms", results.delivered, 1000, TARGETS["warm"]),
        _row("memory after 1,000 READs", "MiB", after_1000, target=TARGETS["memory"]),
        Row("bundle", "MB", bundle["ours"] / 1e6, bundle["stock"] / 1e6, None, TARGETS["bundle"]),
        _row("billed at 256 MB, cold", "ms", results.billed["cold"]),
        _row("billed at 256 MB, warm", "ms", results.billed["warm"]),
    ]


def _row(name: str, unit: str, series: Series, factor: float = 1, target: str = "") -> Row:
    values = {candidate: median(runs) * factor for candidate, runs in series.items()}
    return Row(name, unit, values["ours"], values.get("stock"), values.get("plain"), target)
