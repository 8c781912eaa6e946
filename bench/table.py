"""The results as text: ratios first, because they travel between machines."""

from collections import Counter
from collections.abc import Iterator, Mapping
from statistics import median

from .measures import Calls, Listing, Memory
from .results import Results, Row, rows


def table(results: Results) -> str:
    return "\n".join(_lines(results))


def _lines(results: Results) -> Iterator[str]:
    yield f"Medians of {results.runs} alternating runs (memory, LIST and calls: one run)."
    yield results.machine
    yield ""
    yield _line("", "to plain", "to stock", "ours", "stock", "plain boto3", "target")
    for row in rows(results):
        yield _line(
            row.name,
            _ratio(row.to_plain),
            _ratio(row.to_stock),
            *(_value(value, row) for value in (row.ours, row.stock, row.plain)),
            row.target,
        )
    yield ""
    yield from _memory(results.memory)
    yield from _listing(results.listing)
    yield from _calls(results.calls)


def _line(name: str, *cells: str) -> str:
    return f"{name:<30}" + "".join(f"{cell:>14}" for cell in cells[:-1]) + f"   {cells[-1]}"


def _ratio(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}x"


def _value(value: float | None, row: Row) -> str:
    return "" if value is None else f"{value:.1f} {row.unit}"


def _memory(memory: Mapping[str, Memory]) -> Iterator[str]:
    grown = (
        f"{name} {found.after_2000 - found.after_1000:+.2f} MiB" for name, found in memory.items()
    )
    yield f"Memory, a second 1,000 READs: {', '.join(grown)}."


def _calls(calls: Calls) -> Iterator[str]:
    yield "API calls of one request:"
    for action, operations in calls.operations.items():
        yield f"  {action:<16}{_counted(operations)}"
    yield f"  All calls to SageMaker went over {calls.connections} connection(s)."


def _counted(operations: Counter[str]) -> str:
    return ", ".join(
        name if count == 1 else f"{count} x {name}" for name, count in operations.items()
    )


def _listing(listing: Listing) -> Iterator[str]:
    half = len(listing.pages) // 2
    first, second = median(listing.pages[:half]), median(listing.pages[half:])
    yield (
        f"LIST over {listing.configs:,} configurations: {len(listing.pages)} pages in "
        f"{sum(listing.pages):.2f} s. A page of the second half takes {second / first:.2f}x one "
        f"of the first; memory grows by {listing.resident[-1] - listing.resident[0]:.1f} MiB."
    )
