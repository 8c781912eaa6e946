"""One local AWS for every test, emptied before each that asks for it."""

from collections.abc import Iterator

import pytest

from devkit.isolation import forget_aws_account
from devkit.local_aws import LocalAws

from .faults import Faults

forget_aws_account()


@pytest.fixture(scope="session")
def faults_of_session() -> Faults:
    return Faults()


@pytest.fixture(scope="session")
def running_aws(faults_of_session: Faults) -> Iterator[LocalAws]:
    with LocalAws(middleware=[faults_of_session]) as aws:
        yield aws


@pytest.fixture
def faults(faults_of_session: Faults) -> Iterator[Faults]:
    """What the service does wrong during this test."""
    yield faults_of_session
    faults_of_session.clear()


@pytest.fixture
def aws(running_aws: LocalAws) -> LocalAws:
    """Empty but for the Model `m`."""
    running_aws.reset()
    running_aws.create_model("m")
    return running_aws
