"""``cfn test`` in a process of its own: the CLI and its contract suite, unmodified.

    python -m devkit.cfn_test ENDPOINT FUNCTION_NAME [PYTEST_ARGUMENT …]

The CLI asks STS for credentials at its real host name, whatever AWS_ENDPOINT_URL
says. moto answers in this process; only calls to ENDPOINT leave it.
"""

import os
import sys

from moto import mock_aws
from rpdk.core.cli import main

from .local_aws import CREDENTIALS, REGION


def run(endpoint: str, function_name: str, *pytest_arguments: str) -> None:
    os.environ.update(CREDENTIALS, AWS_DEFAULT_REGION=REGION)
    with mock_aws(config={"core": {"passthrough": {"urls": [endpoint]}}}):
        arguments = ["test", "--endpoint", endpoint, "--function-name", function_name]
        arguments += ["--region", REGION]
        main([*arguments, "--", *pytest_arguments])


if __name__ == "__main__":
    run(*sys.argv[1:])
