"""The commands of the devkit, and their arguments."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import contract, demo, packaging, project
from .console import Failure, red, say
from .isolation import forget_aws_account


def run(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` name. Returns the exit status."""
    parsed = _parser().parse_args(arguments)
    forget_aws_account()
    try:
        parsed.run(parsed)
    except Failure as failure:
        print(f"\n{red('Failed.')} {failure}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="devkit", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="create, read, list and delete a configuration")
    run.add_argument("input", nargs="?", type=Path, default=project.INPUTS / "inputs_1_create.json")
    run.set_defaults(run=lambda given: demo.run(given.input))

    suite = commands.add_parser("contract", help="the cfn CLI's contract suite")
    suite.add_argument("inputs", nargs="?", type=Path, default=project.INPUTS)
    suite.set_defaults(run=lambda given: contract.run(given.inputs))

    package = commands.add_parser("package", help="make the zip that cfn submit uploads")
    package.set_defaults(run=lambda _: say(str(packaging.build())))
    return parser
