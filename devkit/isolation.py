"""No command and no test of this project may reach an AWS account."""

import os


def forget_aws_account() -> None:
    """Drop every AWS setting from the environment, and hide the user's configuration files."""
    for name in list(os.environ):
        if name.startswith("AWS_"):
            del os.environ[name]
    os.environ["AWS_CONFIG_FILE"] = os.devnull
    os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull
    os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
