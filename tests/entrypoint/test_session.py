"""Clients are kept, the time is limited, and nothing of a request stays behind."""

import socket

import pytest
from botocore.config import Config
from botocore.exceptions import NoCredentialsError, ReadTimeoutError

from aws_sagemaker_endpointconfig import provider, session
from aws_sagemaker_endpointconfig.session import Session, time_limit
from devkit.events import CREDENTIALS
from devkit.local_aws import LocalAws
from tests.models import config

from .conftest import Provider

SHORT = Config(connect_timeout=1, read_timeout=1, retries={"total_max_attempts": 1})


def test_one_client_per_service_and_region() -> None:
    kept = Session(SHORT)
    with kept.acting_as(CREDENTIALS, "us-east-1"):
        first = kept.client("sagemaker")
        assert kept.client("logs") is not first
    with kept.acting_as({**CREDENTIALS, "accessKeyId": "other"}, "us-east-1"):
        assert kept.client("sagemaker") is first
    with kept.acting_as(CREDENTIALS, "eu-west-1"):
        assert kept.client("sagemaker") is not first
        assert kept.client("sagemaker").meta.region_name == "eu-west-1"


def test_no_credentials_outlive_their_request(aws: LocalAws) -> None:
    kept = Session(SHORT)
    with kept.acting_as(CREDENTIALS, "us-east-1"):
        kept.client("sagemaker").list_endpoint_configs()
    with kept.acting_as(None, "us-east-1"), pytest.raises(NoCredentialsError):
        kept.client("sagemaker").list_endpoint_configs()
    assert len(aws.calls) == 1


class TestTimeLimit:
    def test_an_attempt_that_fits_is_sent(self, aws: LocalAws) -> None:
        kept = Session(SHORT)
        with kept.acting_as(CREDENTIALS, "us-east-1"), time_limit(60):
            kept.client("sagemaker").list_endpoint_configs()
        assert len(aws.calls) == 1

    def test_an_attempt_that_may_take_longer_than_is_left_is_not(self, aws: LocalAws) -> None:
        kept = Session(SHORT)
        with (
            kept.acting_as(CREDENTIALS, "us-east-1"),
            time_limit(1.9),
            pytest.raises(ReadTimeoutError),
        ):
            kept.client("sagemaker").list_endpoint_configs()
        assert not aws.calls

    def test_leaves_room_for_an_attempt_of_every_action(self) -> None:
        attempt = session.CONFIG.connect_timeout + session.CONFIG.read_timeout
        assert all(limit > 2 * attempt for limit in provider.SECONDS_TO_ANSWER.values())


@pytest.mark.usefixtures("aws")
def test_a_service_that_cannot_be_reached_is_a_network_failure(
    call: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound, and not listening: connections are refused
        port = nobody.getsockname()[1]
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        # a region that no other test has made a client of
        answer = call("CREATE", config(), region="ap-south-2")
    assert answer["errorCode"] == "NetworkFailure"
    assert f"127.0.0.1:{port}" in answer["message"]
    assert "Try again" in answer["message"]
