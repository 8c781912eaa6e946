"""Every value is checked against the service model, whatever the client did, in live words."""

from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import urlparse

import pytest

from devkit.local_aws import LocalAws

NAME = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}"
FAILED = "failed to satisfy constraint: Member must"
ONE = "productionVariants.1.member"
OUTPUT = "asyncInferenceConfig.outputConfig"


def detected(*errors: str) -> str:
    plural = "" if len(errors) == 1 else "s"
    return f"{len(errors)} validation error{plural} detected: {'; '.join(errors)}"


@pytest.mark.parametrize(
    ("members", "errors"),
    [
        pytest.param(
            {"EndpointConfigName": "a_b"},
            [
                (
                    f"Value 'a_b' at 'endpointConfigName' {FAILED} satisfy regular expression "
                    f"pattern: {NAME}"
                )
            ],
            id="pattern",
        ),
        pytest.param(
            {"EndpointConfigName": "a\n"},
            [
                (
                    f"Value 'a\n' at 'endpointConfigName' {FAILED} satisfy regular expression "
                    f"pattern: {NAME}"
                )
            ],
            id="pattern covers the last newline",
        ),
        pytest.param(
            {"EndpointConfigName": "a" * 64},
            [
                (
                    f"Value '{'a' * 64}' at 'endpointConfigName' {FAILED} have length less than or "
                    "equal to 63"
                ),
                (
                    f"Value '{'a' * 64}' at 'endpointConfigName' {FAILED} satisfy regular "
                    f"expression pattern: {NAME}"
                ),
            ],
            id="two errors of one value",
        ),
        pytest.param(
            {"EndpointConfigName": None},
            [f"Value null at 'endpointConfigName' {FAILED} not be null"],
            id="required, null",
        ),
        pytest.param(
            {"ProductionVariants": []},
            [f"Value '[]' at 'productionVariants' {FAILED} have length greater than or equal to 1"],
            id="too few",
        ),
        pytest.param(
            {"ProductionVariants": [{"ModelName": "m"}, {}]},
            [
                f"Value null at '{ONE}.variantName' {FAILED} not be null",
                f"Value null at 'productionVariants.2.member.variantName' {FAILED} not be null",
            ],
            id="required, in a list",
        ),
        pytest.param(
            {"AsyncInferenceConfig": {"OutputConfig": {"KmsKeyId": "a b"}}},
            [
                (
                    f"Value 'a b' at '{OUTPUT}.kmsKeyId' {FAILED} satisfy regular expression "
                    "pattern: [a-zA-Z0-9:/_-]*"
                )
            ],
            id="nested",
        ),
        pytest.param(
            {
                "AsyncInferenceConfig": {
                    "ClientConfig": {"MaxConcurrentInvocationsPerInstance": 1001},
                    "OutputConfig": {},
                }
            },
            [
                (
                    "Value '1001' at 'asyncInferenceConfig.clientConfig."
                    f"maxConcurrentInvocationsPerInstance' {FAILED} have value less than or "
                    "equal to 1000"
                )
            ],
            id="too much",
        ),
        pytest.param(
            {
                "AsyncInferenceConfig": {
                    "OutputConfig": {"NotificationConfig": {"IncludeInferenceResponseIn": ["NO"]}}
                }
            },
            [
                (
                    f"Value '[NO]' at '{OUTPUT}.notificationConfig.includeInferenceResponseIn' "
                    f"{FAILED} satisfy constraint: [Member must satisfy enum value set: "
                    "[SUCCESS_NOTIFICATION_TOPIC, ERROR_NOTIFICATION_TOPIC]]"
                )
            ],
            id="enum in a list of values",
        ),
        pytest.param(
            {"VpcConfig": {"Subnets": ["subnet-1", "a b"], "SecurityGroupIds": []}},
            [
                (
                    "Value '[]' at 'vpcConfig.securityGroupIds' "
                    f"{FAILED} have length greater than or equal to 1"
                ),
                (
                    f"Value '[subnet-1, a b]' at 'vpcConfig.subnets' {FAILED} satisfy constraint: "
                    "[Member must have length less than or equal to 32, "
                    "Member must have length greater than or equal to 0, "
                    "Member must satisfy regular expression pattern: [-0-9a-zA-Z]+]"
                ),
            ],
            id="list of values",
        ),
        pytest.param(
            {"Tags": [{"Key": "a;b", "Value": ""}]},
            [
                (
                    f"Value 'a;b' at 'tags.1.member.key' {FAILED} satisfy regular expression "
                    r"pattern: ([\p{L}\p{Z}\p{N}_.:/=+\-@]*)"
                )
            ],
            id="tag",
        ),
        pytest.param(
            {"Tags": [{"Key": f"k{number}", "Value": "v"} for number in range(51)]},
            [
                "Value '["
                + ", ".join(f"{{Key=k{number}, Value=v}}" for number in range(51))
                + f"]' at 'tags' {FAILED} have length less than or equal to 50"
            ],
            id="51 tags",
        ),
    ],
)
def test_constraints(create: Any, refused: Any, members: Any, errors: list[str]) -> None:
    answer = refused(create, **{"name": members.pop("EndpointConfigName", "c"), **members})
    assert answer == ("ValidationException", detected(*errors), 400)


@pytest.mark.parametrize(
    ("members", "error"),
    [
        (
            {"InitialInstanceCount": 0},
            (
                f"Value '0' at '{ONE}.initialInstanceCount' {FAILED} have value greater than or "
                "equal to 1"
            ),
        ),
        (
            {"InitialVariantWeight": -0.5},
            (
                f"Value '-0.5' at '{ONE}.initialVariantWeight' {FAILED} have value greater than or "
                "equal to 0"
            ),
        ),
        (
            {"RoutingConfig": {"RoutingStrategy": "NEAREST"}},
            (
                f"Value 'NEAREST' at '{ONE}.routingConfig.routingStrategy' {FAILED} satisfy enum "
                "value set: [LEAST_OUTSTANDING_REQUESTS, RANDOM, PREFIX_AWARE, KV_AWARE]"
            ),
        ),
        (
            {"ModelName": "ENTER MODEL NAME"},
            (
                f"Value 'ENTER MODEL NAME' at '{ONE}.modelName' {FAILED} satisfy regular "
                r"expression pattern: [a-zA-Z0-9]([\-a-zA-Z0-9]*[a-zA-Z0-9])?"
            ),
        ),
    ],
)
def test_variant_constraints(
    create: Any, variant: Any, refused: Any, members: Any, error: str
) -> None:
    answer = refused(create, ProductionVariants=[variant(**members)])
    assert answer == ("ValidationException", detected(error), 400)


def test_instance_type_lists_every_type_of_the_model(
    create: Any, variant: Any, refused: Any, sagemaker: Any
) -> None:
    types = sagemaker.meta.service_model.shape_for("ProductionVariantInstanceType").enum
    answer = refused(create, ProductionVariants=[variant(InstanceType="ml.m5.larg")])
    assert answer.message == detected(
        f"Value 'ml.m5.larg' at '{ONE}.instanceType' {FAILED} satisfy enum value set: "
        f"[{', '.join(types)}]"
    )


def test_every_instance_type_of_the_model_is_accepted(
    create: Any, variant: Any, sagemaker: Any
) -> None:
    types = sagemaker.meta.service_model.shape_for("ProductionVariantInstanceType").enum
    for start in range(0, len(types), 10):
        variants = [
            variant(VariantName=f"v{number}", InstanceType=name)
            for number, name in enumerate(types[start : start + 10])
        ]
        create(f"c{start}", ProductionVariants=variants)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('{"EndpointConfigName": 1}', "NUMBER_VALUE can not be converted to a String"),
        ('{"EndpointConfigName": true}', "TRUE_VALUE can not be converted to a String"),
        (
            '{"EndpointConfigName": {}}',
            "Start of structure or map found where not expected.",
        ),
        ('{"EndpointConfigName": []}', "Start of list found where not expected"),
        (
            '{"ProductionVariants": {}}',
            "Start of structure or map found where not expected.",
        ),
        ('{"ProductionVariants": [[]]}', "Start of list found where not expected"),
        (
            '{"ProductionVariants": "x"}',
            "Unexpected value type in payload: STRING_VALUE for a list",
        ),
        (
            '{"ProductionVariants": [{"InitialInstanceCount": "1"}]}',
            "STRING_VALUE can not be converted to an Integer",
        ),
        (
            '{"ProductionVariants": [{"InitialInstanceCount": 1.5}]}',
            "NUMBER_VALUE can not be converted to an Integer",
        ),
        (
            '{"ProductionVariants": [{"InitialInstanceCount": 2147483648}]}',
            "NUMBER_VALUE can not be converted to an Integer",
        ),
        (
            '{"ProductionVariants": [{"InitialVariantWeight": 1e39}]}',
            "NUMBER_VALUE can not be converted to a Float",
        ),
        (
            '{"ProductionVariants": [{"InitialVariantWeight": true}]}',
            "TRUE_VALUE can not be converted to a Float",
        ),
        (
            '{"ProductionVariants": [{"InitialVariantWeight": NaN}]}',
            "Unable to parse the JSON body",
        ),
        (
            '{"EnableNetworkIsolation": "false"}',
            "STRING_VALUE can not be converted to a Boolean",
        ),
        ("[]", "Start of structure expected"),
        ("{", "Unable to parse the JSON body"),
    ],
)
def test_wrong_types(aws: LocalAws, body: str, message: str) -> None:
    assert _post(aws, "CreateEndpointConfig", body) == (400, "SerializationException", message)


@pytest.mark.parametrize(
    ("members", "error"),
    [
        ({"Colour": "red"}, f"Value at 'colour' {FAILED} be known to the service model"),
        (
            {"ProductionVariants": [{"VariantName": "v", "VolumeSize": 1}]},
            f"Value at '{ONE}.volumeSize' {FAILED} be known to the service model",
        ),
        ({"ProductionVariants": [None]}, f"Value null at '{ONE}' {FAILED} not be null"),
        (
            {"VpcConfig": {"Subnets": [None], "SecurityGroupIds": ["sg-1"]}},
            (
                f"Value '[null]' at 'vpcConfig.subnets' {FAILED} satisfy constraint: "
                "[Member must have length less than or equal to 32, "
                "Member must have length greater than or equal to 0, "
                "Member must satisfy regular expression pattern: [-0-9a-zA-Z]+]"
            ),
        ),
        ({"ProductionVariants": None}, f"Value null at 'productionVariants' {FAILED} not be null"),
    ],
)
def test_what_botocore_can_not_send(aws: LocalAws, members: Any, error: str) -> None:
    request = {"EndpointConfigName": "c", "ProductionVariants": [{"VariantName": "v"}], **members}
    answer = _post(aws, "CreateEndpointConfig", json.dumps(request))
    assert answer == (400, "ValidationException", detected(error))


def test_null_of_an_optional_member_is_as_if_not_sent(aws: LocalAws) -> None:
    assert _post(aws, "ListEndpointConfigs", '{"MaxResults": null}')[0] == 200


def test_unknown_operation(aws: LocalAws) -> None:
    status, code, _ = _post(aws, "CreateEndpointKonfig", "{}")
    assert (status, code) == (400, "UnknownOperationException")


def test_operation_that_moto_lacks_is_not_a_retriable_error(aws: LocalAws) -> None:
    assert _post(aws, "ListWorkforces", "{}")[:2] == (400, "NotImplemented")


@pytest.mark.parametrize(
    ("operation", "parameters", "error"),
    [
        (
            "list_endpoint_configs",
            {"MaxResults": 101},
            f"Value '101' at 'maxResults' {FAILED} have value less than or equal to 100",
        ),
        (
            "list_endpoint_configs",
            {"SortBy": "Colour"},
            f"Value 'Colour' at 'sortBy' {FAILED} satisfy enum value set: [Name, CreationTime]",
        ),
        (
            "list_tags",
            {"ResourceArn": "arn:aws:sagemaker:us-east-1:123456789012:x/y", "MaxResults": 49},
            f"Value '49' at 'maxResults' {FAILED} have value greater than or equal to 50",
        ),
        (
            "describe_endpoint_config",
            {},
            f"Value null at 'endpointConfigName' {FAILED} not be null",
        ),
        ("create_model", {}, f"Value null at 'modelName' {FAILED} not be null"),
        ("describe_endpoint", {}, f"Value null at 'endpointName' {FAILED} not be null"),
    ],
)
def test_other_operations_too(
    sagemaker: Any, refused: Any, operation: str, parameters: Any, error: str
) -> None:
    answer = refused(getattr(sagemaker, operation), **parameters)
    assert answer == ("ValidationException", detected(error), 400)


def _post(aws: LocalAws, operation: str, body: str) -> tuple[int, str, str]:
    """Send what botocore would not, and return status, code and message."""
    url = urlparse(aws.endpoint_url)
    connection = http.client.HTTPConnection(url.hostname or "", url.port)
    scope = "AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/sagemaker/aws4_request"
    headers = {
        "Content-Type": "application/x-amz-json-1.1",
        "X-Amz-Target": f"SageMaker.{operation}",
        "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0",
    }
    connection.request("POST", "/", body, headers)
    answer = connection.getresponse()
    error = json.loads(answer.read())
    connection.close()
    return answer.status, error.get("__type", ""), error.get("message", "")
