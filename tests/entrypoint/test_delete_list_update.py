"""DELETE, LIST and UPDATE."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from aws_sagemaker_endpointconfig import handlers
from devkit.events import event
from devkit.local_aws import LocalAws
from tests.models import config

from .conftest import Answer, Provider


class TestDelete:
    def test_answers_no_model(self, call: Provider, operations: Callable[[], list[str]]) -> None:
        created = call("CREATE", config())["resourceModel"]
        operations()
        answer = call("DELETE", created)
        assert "resourceModel" not in answer
        assert operations() == ["DeleteEndpointConfig"]
        assert call("READ", created)["errorCode"] == "NotFound"

    @pytest.mark.parametrize("identifier", ["EndpointConfigName", "EndpointConfigArn"])
    def test_needs_an_identifier_only(self, identifier: str, call: Provider) -> None:
        created = call("CREATE", config())["resourceModel"]
        call("DELETE", {identifier: created[identifier]})
        assert call("READ", created)["errorCode"] == "NotFound"

    def test_of_what_is_gone_is_not_found(self, call: Provider) -> None:
        answer = call("DELETE", {"EndpointConfigName": "gone"})
        assert answer["errorCode"] == "NotFound"
        assert "Could not find endpoint configuration" in answer["message"]


class TestList:
    @staticmethod
    def pages(call: Provider, **more: Any) -> Iterator[list[dict[str, str]]]:
        answer = call("LIST", **more)
        yield answer["resourceModels"]
        seen = set()
        while "nextToken" in answer:
            assert answer["nextToken"] not in seen, "LIST would never end"
            seen.add(answer["nextToken"])
            answer = call("LIST", nextToken=answer["nextToken"], **more)
            yield answer["resourceModels"]

    def test_of_none(self, call: Provider) -> None:
        assert call("LIST")["resourceModels"] == []

    @pytest.mark.parametrize("count", [1, 100, 101, 200, 2345])
    def test_walks_every_configuration_once_and_ends(
        self, count: int, call: Provider, aws: LocalAws
    ) -> None:
        aws.seed(count)
        pages = list(self.pages(call))
        names = [model["EndpointConfigName"] for page in pages for model in page]
        assert len(names) == len(set(names)) == count
        assert len(pages) == len(aws.calls) == -(-count // 100)
        assert max(map(len, pages)) <= 100

    def test_of_another_region_is_of_that_region(self, call: Provider, aws: LocalAws) -> None:
        aws.seed(3, region="eu-west-1")
        assert sum(map(len, self.pages(call))) == 0
        assert sum(map(len, self.pages(call, region="eu-west-1"))) == 3

    def test_names_each_by_both_identifiers(self, call: Provider) -> None:
        created = call("CREATE", config(Tags=[{"Key": "k", "Value": "v"}]))["resourceModel"]
        names = ("EndpointConfigName", "EndpointConfigArn")
        assert call("LIST")["resourceModels"] == [{name: created[name] for name in names}]

    def test_takes_a_model_and_ignores_it(self, call: Provider, aws: LocalAws) -> None:
        aws.seed(2)
        assert len(call("LIST", {"EndpointConfigName": "x"})["resourceModels"]) == 2

    def test_with_a_made_up_token(self, call: Provider) -> None:
        answer = call("LIST", nextToken="made up")
        assert answer["errorCode"] == "InvalidRequest"
        assert "NextToken" in answer["message"]


def test_update_is_not_updatable(call: Provider, operations: Callable[[], list[str]]) -> None:
    created = call("CREATE", config())["resourceModel"]
    operations()
    answer = call("UPDATE", created, previousResourceProperties=created)
    assert answer["errorCode"] == "NotUpdatable"
    assert "every update is a replacement" in answer["message"]
    assert operations() == []


class TestTestEntrypoint:
    """What ``cfn test --function-name TestEntrypoint`` calls: the same, of another event."""

    @pytest.fixture
    def call_test(self) -> Callable[..., Answer]:
        def call_test(action: str, properties: Any = None, **more: Any) -> Answer:
            real = event(action, properties)
            request = {
                "clientRequestToken": real["bearerToken"],
                "desiredResourceState": properties,
                "logicalResourceIdentifier": "Config",
                **more,
            }
            answer: Answer = handlers.test_entrypoint(
                {
                    "credentials": real["requestData"]["callerCredentials"],
                    "action": action,
                    "request": request,
                    "callbackContext": None,
                    "region": real["region"],
                },
                None,
            )
            return answer

        return call_test

    def test_every_action(self, call_test: Callable[..., Answer], aws: LocalAws) -> None:
        aws.seed(150)
        created = call_test("CREATE", config())["resourceModel"]
        assert call_test("READ", created)["resourceModel"] == created
        first = call_test("LIST")
        second = call_test("LIST", nextToken=first["nextToken"])
        assert len(first["resourceModels"]) + len(second["resourceModels"]) == 151
        assert call_test("DELETE", created)["status"] == "SUCCESS"
        assert call_test("READ", created)["errorCode"] == "NotFound"

    @pytest.mark.parametrize("garbage", [None, [], {}, {"request": 1}, {"action": "READ"}], ids=str)
    def test_garbage(self, garbage: Any) -> None:
        answer = handlers.test_entrypoint(garbage, None)
        assert answer["errorCode"] == "InvalidRequest"
        assert answer["message"]
