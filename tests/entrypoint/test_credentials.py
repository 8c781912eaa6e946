"""The credentials of one request never sign another, though clients are kept between them."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from typing import Any, NamedTuple

import pytest

from bench import front
from devkit.events import ACCOUNT_ID, CREDENTIALS, event
from devkit.local_aws import LocalAws
from tests.models import config

from .conftest import Answer

Send = Callable[[Any], Answer]
Credentials = dict[str, str]

REGIONS = ("us-east-1", "eu-west-1")
ROUNDS = 10


class Account(NamedTuple):
    id: str
    credentials: Credentials


@pytest.fixture
def accounts(aws: LocalAws) -> list[Account]:
    """Three, with a Model in each region."""
    made = []
    for number in (111111111111, 222222222222, 333333333333):
        for region in REGIONS:
            aws.create_model("m", region, account_id=str(number))
        keys = aws.credentials(str(number))
        made.append(
            Account(
                str(number),
                {
                    "accessKeyId": keys["AWS_ACCESS_KEY_ID"],
                    "secretAccessKey": keys["AWS_SECRET_ACCESS_KEY"],
                    "sessionToken": keys["AWS_SESSION_TOKEN"],
                },
            )
        )
    aws.calls.clear()
    return made


def lives(accounts: Iterable[Account]) -> list[list[dict[str, Any]]]:
    """What is sent for each configuration, in order. Its name says whose it is and where."""
    return [
        [
            event(
                action,
                {**properties, "EndpointConfigName": f"of-{account.id}-in-{region}-{number}"},
                callerCredentials=account.credentials,
                region=region,
            )
            for action, properties in (("CREATE", config()), ("READ", {}), ("DELETE", {}))
        ]
        for number, account, region in product(range(ROUNDS), accounts, REGIONS)
    ]


def assert_each_signed_its_own(aws: LocalAws, accounts: Iterable[Account]) -> None:
    owner = {account.credentials["accessKeyId"]: account.id for account in accounts}
    assert len(aws.calls) == 4 * len(owner) * len(REGIONS) * ROUNDS
    for call in aws.calls:
        # ListTags names the ARN, which ends with the name
        name = call.parameters.get("EndpointConfigName") or call.parameters["ResourceArn"]
        assert f"of-{owner[call.access_key_id]}-in-{call.region}-" in name


def test_interleaved(aws: LocalAws, accounts: list[Account], send: Send) -> None:
    """CREATE of every account and region in turn, then READ of every one, then DELETE."""
    for step in zip(*lives(accounts), strict=True):
        for each in step:
            assert send(each)["status"] == "SUCCESS"
    assert_each_signed_its_own(aws, accounts)


def test_in_threads(aws: LocalAws, accounts: list[Account], send: Send) -> None:
    def live(events: list[dict[str, Any]]) -> list[str]:
        return [send(each)["status"] for each in events]

    with ThreadPoolExecutor(max_workers=8) as threads:
        outcomes = list(threads.map(live, lives(accounts)))
    assert outcomes == [["SUCCESS"] * 3] * len(outcomes)
    assert_each_signed_its_own(aws, accounts)


def test_of_one_account_another_sees_nothing(accounts: list[Account], send: Send) -> None:
    one, other, _ = accounts
    properties = config(EndpointConfigName="c")
    assert send(event("CREATE", properties, callerCredentials=one.credentials))["status"] == (
        "SUCCESS"
    )
    answer = send(event("READ", properties, callerCredentials=other.credentials))
    assert answer["errorCode"] == "NotFound"


def test_a_request_without_any_does_not_use_those_before(
    aws: LocalAws, accounts: list[Account], send: Send
) -> None:
    """Nor the ones of the function itself, which the environment holds."""
    send(event("LIST", callerCredentials=accounts[0].credentials))
    aws.calls.clear()
    answer = send(event("LIST", callerCredentials=None))
    assert answer["errorCode"] == "InvalidCredentials"
    assert not aws.calls


def test_after_a_failure_the_next_request_has_its_own(
    aws: LocalAws, accounts: list[Account], send: Send
) -> None:
    one, other, _ = accounts
    gone = {"EndpointConfigName": "gone"}
    assert send(event("READ", gone, callerCredentials=one.credentials))["status"] == "FAILED"
    send(event("LIST", callerCredentials=other.credentials))
    assert [call.access_key_id for call in aws.calls] == [
        one.credentials["accessKeyId"],
        other.credentials["accessKeyId"],
    ]


def test_records_are_signed_by_the_provider_and_the_work_by_the_caller(
    aws: LocalAws, accounts: list[Account], send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[front.Request] = []
    monkeypatch.setenv("AWS_ENDPOINT_URL", front.start(aws.endpoint_url, seen.append))
    caller, owner = accounts[0].credentials, accounts[1].credentials
    delivered: dict[str, Any] = {"providerCredentials": owner, "providerLogGroupName": "group"}
    # a region that no other test has made a client of
    answer = send(event("LIST", region="eu-north-1", callerCredentials=caller, **delivered))
    assert answer["status"] == "SUCCESS"
    signed_by = {(request.service, request.access_key_id) for request in seen}
    assert signed_by == {
        ("sagemaker", caller["accessKeyId"]),
        ("logs", owner["accessKeyId"]),
        ("monitoring", owner["accessKeyId"]),
    }


def test_the_accounts_are_different_ones() -> None:
    """Of the fixture: the default account would make the tests above say less."""
    assert ACCOUNT_ID not in ("111111111111", "222222222222", "333333333333")
    assert CREDENTIALS["accessKeyId"].startswith("AKIA")
