"""`python -m bench`: measure, print the table, draw figures.svg."""

import argparse
import sys
from pathlib import Path

from devkit.console import Failure, say, step

from . import candidates, machine, measures
from .aws_process import AwsProcess
from .billed import billed
from .figure import svg
from .results import Results
from .table import table

_FIGURES = Path(__file__).parent / "figures.svg"
_BILLED_RUNS = 7


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="rounds of each measurement")
    parser.add_argument("--no-figure", action="store_true", help="leave figures.svg as it is")
    arguments = parser.parse_args()
    try:
        results = measure(arguments.runs)
    except Failure as failure:
        print(f"Failed. {failure}", file=sys.stderr)
        return 1
    say(f"\n{table(results)}")
    if not arguments.no_figure:
        _FIGURES.write_text(svg(results))
    return 0


def measure(runs: int) -> Results:
    with step("Packaging"):
        compared = candidates.prepare()
    facts = machine.facts(compared.python)
    with AwsProcess() as aws:
        with step("Cold starts"):
            cold = measures.cold(compared, aws, runs)
        with step("Warm requests"):
            warm = measures.warm(compared, aws, runs)
            delivered = measures.warm(compared, aws, runs, measures.READ_WITH_DELIVERY)
        with step("Memory"):
            memory = measures.memory(compared, aws)
        with step("Lambda's runtime"):
            bills = billed([compared.ours, compared.stock], aws, min(runs, _BILLED_RUNS))
        with step("API calls, and a LIST of everything"):
            calls = measures.calls(compared.ours, compared, aws)
            listing = measures.listing(compared.ours, compared, aws)
    return Results(
        machine=facts,
        runs=runs,
        cold=cold,
        warm=warm,
        delivered=delivered,
        memory=memory,
        bundle={each.name: each.bytes for each in compared},
        billed=bills,
        calls=calls,
        listing=listing,
    )


if __name__ == "__main__":
    sys.exit(main())
