"""`python -m devkit COMMAND`: what the Makefile's targets call."""

import argparse
import signal
import sys
from pathlib import Path
from types import FrameType

from . import contract, demo, packaging, project
from .console import Failure, red, say
from .isolation import forget_aws_account


def main() -> int:
    arguments = _parser().parse_args()
    signal.signal(signal.SIGTERM, _stop)
    forget_aws_account()
    try:
        arguments.run(arguments)
    except Failure as failure:
        print(f"\n{red('Failed.')} {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Nothing is left running.", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="devkit", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="create, read, list and delete a configuration")
    run.add_argument("input", nargs="?", type=Path, default=project.INPUTS / "inputs_1_create.json")
    run.set_defaults(run=lambda a: demo.run(a.input))

    suite = commands.add_parser("contract", help="the cfn CLI's contract suite")
    suite.add_argument("inputs", nargs="?", type=Path, default=project.INPUTS)
    suite.set_defaults(run=lambda a: contract.run(a.inputs))

    package = commands.add_parser("package", help="make the zip that cfn submit uploads")
    package.set_defaults(run=lambda _: say(str(packaging.build())))
    return parser


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """SIGTERM unwinds as Ctrl-C does, so that every `with` block stops what it started."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
