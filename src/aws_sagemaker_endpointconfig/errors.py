"""What went wrong, in CloudFormation's terms and the service's own words.

Every failure of every handler passes through ``progress_event``, once. SageMaker
models almost no errors for endpoint configurations: a missing one, a taken name
and a misspelt enum are all ``ValidationException``, so the table looks at the
words too. The words are those recorded from the live service; quotes vary, so no
pattern holds one.
"""

import re
from typing import NamedTuple

from botocore import exceptions as botocore
from botocore.parsers import ResponseParserError
from cloudformation_cli_python_lib.exceptions import _HandlerError
from cloudformation_cli_python_lib.interface import Action, HandlerErrorCode, ProgressEvent

ANY_ACTION = frozenset(Action)
ANY_TEXT = ""


CALL_FAILED = (botocore.ClientError, botocore.BotoCoreError, ResponseParserError)
"""What a call of the service raises."""


class Rule(NamedTuple):
    """One row: an error of the service, and what it means in answer to an action."""

    codes: str
    """The service's error codes, a regular expression for the whole code."""
    text: str
    """What its message must contain, a regular expression."""
    actions: frozenset[Action]
    means: HandlerErrorCode
    advice: str = ""
    """What the user can do that the service's words do not say."""


# The first row that fits decides.
RULES = (
    Rule(
        "ValidationException",
        r"Cannot create already existing endpoint configuration",
        frozenset({Action.CREATE}),
        HandlerErrorCode.AlreadyExists,
        "EndpointConfigName is taken. Endpoint configurations cannot be changed, so every "
        "update is a replacement that needs a name of its own before the old one is deleted. "
        "Leave EndpointConfigName out to have a name generated, or give a new name with "
        "every change.",
    ),
    Rule(
        "ValidationException",
        r"Could not find endpoint configuration",
        frozenset({Action.READ, Action.DELETE}),
        HandlerErrorCode.NotFound,
    ),
    Rule(
        "ResourceNotFound(Exception)?",
        ANY_TEXT,
        frozenset({Action.READ, Action.DELETE}),
        HandlerErrorCode.NotFound,
    ),
    Rule(
        "ResourceLimitExceeded|LimitExceededException|ServiceQuotaExceededException",
        ANY_TEXT,
        ANY_ACTION,
        HandlerErrorCode.ServiceLimitExceeded,
        "Ask for a higher quota in Service Quotas, or delete what is no longer used.",
    ),
    Rule(
        "Throttling|ThrottlingException|ThrottledException|TooManyRequestsException"
        "|RequestLimitExceeded|RequestThrottled(Exception)?|SlowDown",
        ANY_TEXT,
        ANY_ACTION,
        HandlerErrorCode.Throttling,
    ),
    Rule(
        "\\w*AccessDenied(Exception)?|AuthFailure|UnauthorizedOperation|NotAuthorized|OptInRequired",
        ANY_TEXT,
        ANY_ACTION,
        HandlerErrorCode.AccessDenied,
        "Allow it in the execution role that the type is registered with, and in what "
        "limits that role: permissions boundaries, service control policies, key policies.",
    ),
    Rule(
        "ExpiredToken(Exception)?|RequestExpired|UnrecognizedClientException"
        "|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignatureException"
        "|SignatureDoesNotMatch|IncompleteSignature(Exception)?"
        "|MissingAuthenticationToken(Exception)?",
        ANY_TEXT,
        ANY_ACTION,
        HandlerErrorCode.InvalidCredentials,
        "Check that the type's execution role still exists and trusts "
        "resources.cloudformation.amazonaws.com, then try again.",
    ),
    Rule(
        "ValidationException|ValidationError|SerializationException|InvalidParameter\\w*"
        "|InvalidAction|UnknownOperationException",
        ANY_TEXT,
        ANY_ACTION,
        HandlerErrorCode.InvalidRequest,
    ),
    Rule(
        "ResourceInUse(Exception)?|ConflictException",
        ANY_TEXT,
        ANY_ACTION,
        HandlerErrorCode.ResourceConflict,
    ),
    Rule(
        "InternalFailure|InternalError|InternalServer\\w*|InternalServiceException"
        "|ServiceUnavailable(Exception)?|ServiceException",
        ANY_TEXT,
        ANY_ACTION,
        HandlerErrorCode.ServiceInternalError,
    ),
)


class ClientRule(NamedTuple):
    """One row: what botocore raises by itself, before a call or for want of an answer."""

    kinds: tuple[type[Exception], ...]
    means: HandlerErrorCode
    advice: str = ""


CLIENT_RULES = (
    ClientRule(
        (botocore.ParamValidationError, botocore.InvalidRegionError, botocore.UnknownRegionError),
        HandlerErrorCode.InvalidRequest,
    ),
    ClientRule(
        (botocore.NoCredentialsError, botocore.PartialCredentialsError),
        HandlerErrorCode.InvalidCredentials,
        "CloudFormation passed none: register the type with an execution role.",
    ),
    ClientRule(
        (botocore.HTTPClientError, botocore.ConnectionError),
        HandlerErrorCode.NetworkFailure,
        "SageMaker could not be reached, or did not answer in time. Try again.",
    ),
    ClientRule((ResponseParserError,), HandlerErrorCode.ServiceInternalError),
    ClientRule((botocore.BotoCoreError,), HandlerErrorCode.GeneralServiceException),
)


def progress_event(error: Exception, action: Action | None) -> ProgressEvent:
    """The FAILED event for ``error``: a code, a message that is never empty, no model.

    A model in a failed event would make CloudFormation take the resource for its
    own, and delete it.
    """
    code, message = _meaning(error, action)
    return ProgressEvent.failed(code, message)


def code_of(error: Exception, action: Action) -> HandlerErrorCode:
    """What ``error`` means in answer to ``action``."""
    return _meaning(error, action)[0]


def _meaning(error: Exception, action: Action | None) -> tuple[HandlerErrorCode, str]:
    if isinstance(error, _HandlerError):
        return HandlerErrorCode[type(error).__name__], str(error) or type(error).__name__
    if isinstance(error, botocore.ClientError):
        return _meaning_of_answer(error, action)
    for rule in CLIENT_RULES:
        if isinstance(error, rule.kinds):
            return rule.means, _sentences(str(error), rule.advice)
    return HandlerErrorCode.InternalFailure, (
        f"The handler met an error that it does not know ({type(error).__name__}). "
        "This is a fault of the resource provider: please report it with the request's "
        "entry in the provider's log group."
    )


def _meaning_of_answer(
    error: botocore.ClientError, action: Action | None
) -> tuple[HandlerErrorCode, str]:
    answer = error.response.get("Error", {})
    code, text = str(answer.get("Code", "")), str(answer.get("Message", ""))
    words = f"{error.operation_name}: {text or 'the service gave no reason'} ({code})"
    for rule in RULES:
        fits = re.fullmatch(rule.codes, code) and re.search(rule.text, text, re.IGNORECASE)
        if fits and action in rule.actions:
            return rule.means, _sentences(words, rule.advice)
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    return _meaning_of_status(status), words


def _sentences(words: str, advice: str) -> str:
    return f"{words.rstrip('.')}. {advice}" if advice else words


def _meaning_of_status(status: int) -> HandlerErrorCode:
    if status >= 500:
        return HandlerErrorCode.ServiceInternalError
    if status == 429:
        return HandlerErrorCode.Throttling
    if status in (401, 403):
        return HandlerErrorCode.AccessDenied
    return HandlerErrorCode.GeneralServiceException
