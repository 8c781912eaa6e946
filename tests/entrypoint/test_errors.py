"""Every failure has the right code, the service's own words, and no model."""

from typing import Any

import botocore.exceptions
import pytest
from botocore.exceptions import ClientError
from cloudformation_cli_python_lib.interface import Action

from aws_sagemaker_endpointconfig import errors
from devkit.local_aws import LocalAws
from tests.models import config, variant, without

from .conftest import Answer, Provider


class TestWrongInput:
    @pytest.mark.parametrize(
        ("properties", "words"),
        [
            ({"Foo": 1}, "#/Foo is not a property of this type"),
            (config(variant(Foo=1)), "#/ProductionVariants/0/Foo is not a property"),
            (config(KmsKeyId=None), "#/KmsKeyId is null"),
            (config(variant(ModelName=None)), "#/ProductionVariants/0/ModelName is null"),
            ({"ProductionVariants": None}, "#/ProductionVariants is null"),
            ({"ProductionVariants": [None]}, "#/ProductionVariants/0 is null"),
            ({"ProductionVariants": {}}, "#/ProductionVariants must be a list, not an object"),
            (
                {"ProductionVariants": "x"},
                '#/ProductionVariants must be a list, not the string "x"',
            ),
            ({"ProductionVariants": ["x"]}, "#/ProductionVariants/0 must be an object"),
            (
                config(AsyncInferenceConfig=[]),
                "#/AsyncInferenceConfig must be an object, not a list",
            ),
            (config(KmsKeyId=["k"]), "#/KmsKeyId must be a string, not a list"),
            (config(KmsKeyId={"k": 1}), "#/KmsKeyId must be a string, not an object"),
            (
                config(variant(InitialInstanceCount="two")),
                "InitialInstanceCount must be an integer",
            ),
            (config(variant(InitialInstanceCount=1.5)), "must be an integer, not 1.5"),
            (config(variant(InitialInstanceCount="1_0")), "must be an integer"),
            (config(variant(InitialInstanceCount=True)), "must be an integer, not true"),
            (config(variant(InitialInstanceCount="")), "must be an integer"),
            (config(variant(InitialVariantWeight="NaN")), "InitialVariantWeight must be a number"),
            (config(variant(InitialVariantWeight="1e999")), "must be a number"),
            (config(variant(InitialVariantWeight=10**400)), "must be a number"),
            (
                config(EnableNetworkIsolation="yes"),
                "#/EnableNetworkIsolation must be true or false",
            ),
            (config(EnableNetworkIsolation=1), "#/EnableNetworkIsolation must be true or false"),
        ],
        ids=str,
    )
    @pytest.mark.parametrize("action", ["CREATE", "READ", "DELETE"])
    def test_is_named_by_its_path(
        self, action: str, properties: Any, words: str, call: Provider, aws: LocalAws
    ) -> None:
        answer = call(action, properties)
        assert answer["errorCode"] == "InvalidRequest"
        assert words in answer["message"]
        assert not aws.calls

    @pytest.mark.parametrize(
        ("properties", "words"),
        [
            ({}, 'Missing required parameter in input: "ProductionVariants"'),
            (
                config(without(variant(), "VariantName")),
                'Missing required parameter in ProductionVariants[0]: "VariantName"',
            ),
            (config(Tags=[{"Key": "k"}]), 'Missing required parameter in Tags[0]: "Value"'),
            (config(Tags=[{"Value": "v"}]), 'Missing required parameter in Tags[0]: "Key"'),
            (config(variant(InitialInstanceCount=0)), "ProductionVariants[0].InitialInstanceCount"),
        ],
        ids=str,
    )
    def test_is_named_by_the_sdk(
        self, properties: Any, words: str, call: Provider, aws: LocalAws
    ) -> None:
        answer = call("CREATE", properties)
        assert answer["errorCode"] == "InvalidRequest"
        assert words in answer["message"]
        assert not aws.calls

    @pytest.mark.parametrize(
        ("properties", "words"),
        [
            (
                config(variant(InstanceType="ml.x")),
                "'ml.x' at 'productionVariants.1.member.instanceType'",
            ),
            (
                config(EndpointConfigName="-x"),
                "at 'endpointConfigName' failed to satisfy constraint",
            ),
            (config(variant(VolumeSizeInGB=513)), "less than or equal to 512"),
            (config(variant(ModelName="nope")), 'Could not find model "arn:'),
            (
                config(AsyncInferenceConfig={"OutputConfig": {"S3OutputPath": "bucket"}}),
                "at 'asyncInferenceConfig.outputConfig.s3OutputPath'",
            ),
        ],
        ids=str,
    )
    def test_is_named_by_the_service(self, properties: Any, words: str, call: Provider) -> None:
        answer = call("CREATE", properties)
        assert answer["errorCode"] == "InvalidRequest"
        assert words in answer["message"]
        assert "ValidationException" in answer["message"]


EVENT: Any = {
    "action": "READ",
    "region": "us-east-1",
    "bearerToken": "t",
    "requestData": {
        "resourceProperties": {"EndpointConfigName": "c"},
        "callerCredentials": {
            "accessKeyId": "AKIAIOSFODNN7EXAMPLE",
            "secretAccessKey": "s",
            "sessionToken": "t",
        },
    },
}


class TestWrongEvent:
    @pytest.mark.parametrize("event", [None, [], "READ", 7, {}], ids=repr)
    def test_is_no_event(self, event: Any, send: Any) -> None:
        answer = send(event)
        assert answer["errorCode"] == "InvalidRequest"
        assert answer["message"]

    @pytest.mark.parametrize("part", ["action", "region", "requestData"])
    @pytest.mark.parametrize("value", [None, "", [], 7], ids=repr)
    def test_lacks_a_part(self, part: str, value: Any, send: Any) -> None:
        answer = send({**EVENT, part: value})
        assert answer["errorCode"] == "InvalidRequest"
        assert part in answer["message"]
        assert send(without(EVENT, part))["errorCode"] == "InvalidRequest"

    @pytest.mark.parametrize(
        ("part", "value"),
        [
            ("resourceProperties", []),
            ("resourceProperties", "x"),
            ("stackTags", []),
            ("stackTags", {"k": 1}),
            ("callerCredentials", "x"),
            ("callerCredentials", {"accessKeyId": "a"}),
            ("callerCredentials", {"accessKeyId": 1, "secretAccessKey": "s"}),
            ("logicalResourceId", 7),
            ("providerLogGroupName", 7),
        ],
        ids=str,
    )
    def test_has_a_part_of_another_kind(self, part: str, value: Any, send: Any) -> None:
        data = {**EVENT["requestData"], part: value}
        answer = send({**EVENT, "requestData": data})
        assert answer["errorCode"] == "InvalidRequest"
        assert answer["message"]

    @pytest.mark.parametrize("part", ["nextToken", "bearerToken", "stackId", "callbackContext"])
    def test_has_an_outer_part_of_another_kind(self, part: str, send: Any) -> None:
        answer = send({**EVENT, part: 7})
        assert answer["errorCode"] == "InvalidRequest"
        assert part in answer["message"]

    def test_has_an_unknown_action(self, send: Any) -> None:
        answer = send({**EVENT, "action": "PATCH"})
        assert answer["errorCode"] == "InvalidRequest"
        assert 'action "PATCH"' in answer["message"]

    @pytest.mark.parametrize("region", ["not a region", "us-east-1/../x"])
    def test_has_no_region(self, region: str, send: Any) -> None:
        answer = send({**EVENT, "region": region})
        assert answer["errorCode"] == "InvalidRequest"
        assert region in answer["message"]

    @pytest.mark.usefixtures("aws")
    def test_has_parts_that_nobody_knows(self, send: Any) -> None:
        data = {**EVENT["requestData"], "new": 1}
        answer = send({**EVENT, "new": {}, "requestData": data})
        assert answer["errorCode"] == "NotFound"

    def test_has_no_credentials(self, send: Any, aws: LocalAws) -> None:
        data = {**EVENT["requestData"], "callerCredentials": None}
        answer = send({**EVENT, "requestData": data})
        assert answer["errorCode"] == "InvalidCredentials"
        assert "execution role" in answer["message"]
        assert not aws.calls


def answered(code: str, text: str, status: int = 400) -> ClientError:
    response: Any = {
        "Error": {"Code": code, "Message": text},
        "ResponseMetadata": {"HTTPStatusCode": status},
    }
    return ClientError(response, "DescribeEndpointConfig")


TAKEN = 'Cannot create already existing endpoint configuration "arn:aws:sagemaker:x".'
GONE = 'Could not find endpoint configuration "arn:aws:sagemaker:x".'
NO_MODEL = 'Could not find model "arn:aws:sagemaker:x".'


class TestAnswersOfTheService:
    @pytest.mark.parametrize(
        ("error", "action", "code"),
        [
            (answered("ValidationException", TAKEN), "CREATE", "AlreadyExists"),
            (answered("ValidationException", TAKEN.replace('"', "'")), "CREATE", "AlreadyExists"),
            (answered("ValidationException", GONE), "READ", "NotFound"),
            (answered("ValidationException", GONE), "DELETE", "NotFound"),
            (answered("ValidationException", GONE.replace('"', "'")), "DELETE", "NotFound"),
            (answered("ValidationException", GONE), "CREATE", "InvalidRequest"),
            (answered("ValidationException", GONE), "LIST", "InvalidRequest"),
            (answered("ValidationException", NO_MODEL), "CREATE", "InvalidRequest"),
            (answered("ValidationException", NO_MODEL), "READ", "InvalidRequest"),
            (
                answered("ValidationException", "1 validation error detected"),
                "CREATE",
                "InvalidRequest",
            ),
            (answered("SerializationException", "x"), "CREATE", "InvalidRequest"),
            (answered("ResourceLimitExceeded", "x"), "CREATE", "ServiceLimitExceeded"),
            (answered("ThrottlingException", "Rate exceeded"), "CREATE", "Throttling"),
            (answered("ThrottlingException", "Rate exceeded"), "DELETE", "Throttling"),
            (answered("Throttling", "Rate exceeded"), "LIST", "Throttling"),
            (answered("RequestLimitExceeded", "x"), "READ", "Throttling"),
            (answered("TooManyRequestsException", "x", 429), "READ", "Throttling"),
            (answered("Unheard", "x", 429), "READ", "Throttling"),
            (answered("AccessDeniedException", "x"), "READ", "AccessDenied"),
            (answered("AccessDenied", "x", 403), "DELETE", "AccessDenied"),
            (answered("Unheard", "x", 403), "DELETE", "AccessDenied"),
            (answered("ExpiredTokenException", "x"), "READ", "InvalidCredentials"),
            (answered("UnrecognizedClientException", "x"), "READ", "InvalidCredentials"),
            (answered("InvalidSignatureException", "x"), "READ", "InvalidCredentials"),
            (answered("InternalFailure", "x", 500), "READ", "ServiceInternalError"),
            (answered("ServiceUnavailable", "x", 503), "READ", "ServiceInternalError"),
            (answered("503", "Service Unavailable", 503), "READ", "ServiceInternalError"),
            (answered("Unheard", "x", 500), "CREATE", "ServiceInternalError"),
            (answered("Unheard", "x"), "CREATE", "GeneralServiceException"),
            (answered("", "", 0), "CREATE", "GeneralServiceException"),
        ],
        ids=str,
    )
    def test_are_named_and_quoted(self, error: ClientError, action: str, code: str) -> None:
        event = errors.progress_event(error, Action[action])
        assert event.errorCode is not None
        assert event.errorCode.name == code
        assert error.response["Error"]["Message"] in event.message
        assert "DescribeEndpointConfig" in event.message
        assert event.resourceModel is None

    @pytest.mark.parametrize(
        ("error", "code"),
        [
            (botocore.exceptions.EndpointConnectionError(endpoint_url="u"), "NetworkFailure"),
            (botocore.exceptions.ConnectTimeoutError(endpoint_url="u"), "NetworkFailure"),
            (botocore.exceptions.ReadTimeoutError(endpoint_url="u"), "NetworkFailure"),
            (botocore.exceptions.ConnectionClosedError(endpoint_url="u"), "NetworkFailure"),
            (botocore.exceptions.SSLError(endpoint_url="u", error="e"), "NetworkFailure"),
            (botocore.exceptions.NoCredentialsError(), "InvalidCredentials"),
            (botocore.exceptions.ParamValidationError(report="r"), "InvalidRequest"),
            (KeyError("secret"), "InternalFailure"),
        ],
        ids=lambda value: type(value).__name__ if isinstance(value, Exception) else value,
    )
    def test_or_the_lack_of_one(self, error: Exception, code: str) -> None:
        event = errors.progress_event(error, Action.CREATE)
        assert event.errorCode is not None
        assert event.errorCode.name == code
        assert event.message
        assert "secret" not in event.message


class TestUnforeseenError:
    """A fault of our own is InternalFailure, with a message, and says nothing of what it held."""

    @pytest.fixture
    def answer(self, call: Provider, monkeypatch: pytest.MonkeyPatch) -> Answer:
        def fail(*_: Any) -> None:
            raise ZeroDivisionError("tag value")

        monkeypatch.setattr("aws_sagemaker_endpointconfig.service.describe", fail)
        return call("READ", {"EndpointConfigName": "c"})

    def test_has_a_message(self, answer: Answer) -> None:
        assert answer["errorCode"] == "InternalFailure"
        assert "ZeroDivisionError" in answer["message"]

    def test_is_logged_by_its_place(self, answer: Answer, caplog: pytest.LogCaptureFixture) -> None:
        assert "tag value" not in caplog.text
        assert "tag value" not in answer["message"]
