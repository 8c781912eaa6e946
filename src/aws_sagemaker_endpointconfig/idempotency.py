"""Done once, though the answer gets lost.

SageMaker takes no idempotency token. When the answer to a CreateEndpointConfig or
DeleteEndpointConfig is lost after the work was done, the SDK's next attempt, or
CloudFormation's next request, meets its own work: a name that is taken, a
configuration that is gone. Here that is told from somebody else's.
"""

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from cloudformation_cli_python_lib.interface import Action, HandlerErrorCode

from . import errors, service
from .additions import without_additions
from .tags import RESERVED_PREFIX

# After these the work may or may not have been done.
_UNCERTAIN = (HandlerErrorCode.NetworkFailure, HandlerErrorCode.ServiceInternalError)


def create(client: Any, parameters: Mapping[str, Any], *, name_is_generated: bool) -> str:
    """CreateEndpointConfig. Returns the ARN, also of what an earlier attempt has created.

    What is there under the name is taken for that only if it is exactly what
    ``parameters`` declare, and if the name was generated (nobody else has the client
    request token that it was made from) or SageMaker created it after this began.
    A configuration that was there before is never adopted.
    """
    began = datetime.now(timezone.utc)
    try:
        return service.create(client, parameters)
    except errors.CALL_FAILED as error:
        code = errors.code_of(error, Action.CREATE)
        is_taken = code is HandlerErrorCode.AlreadyExists
        uncertain = code in _UNCERTAIN or (is_taken and _was_retried(error))
        if not (uncertain or (is_taken and name_is_generated)):
            raise
        found = _identical(client, parameters)
        if found and (name_is_generated or _not_before(began, found["CreationTime"])):
            return str(found["EndpointConfigArn"])
        raise


def delete(client: Any, name: str) -> None:
    """DeleteEndpointConfig. That an earlier attempt has deleted it already is no error."""
    try:
        service.delete(client, name)
    except errors.CALL_FAILED as error:
        code = errors.code_of(error, Action.DELETE)
        gone = code is HandlerErrorCode.NotFound and _was_retried(error)
        if not gone and not (code in _UNCERTAIN and _is_gone(client, name)):
            raise


def _is_gone(client: Any, name: str) -> bool:
    try:
        service.describe(client, name)
    except errors.CALL_FAILED as error:
        return errors.code_of(error, Action.READ) is HandlerErrorCode.NotFound
    return False


def _was_retried(error: Exception) -> bool:
    response = getattr(error, "response", {})
    return bool(response.get("ResponseMetadata", {}).get("RetryAttempts"))


def _identical(client: Any, parameters: Mapping[str, Any]) -> dict[str, Any] | None:
    """What Describe says of the configuration if it is what ``parameters`` declare."""
    try:
        found = service.describe(client, parameters["EndpointConfigName"])
        tags = service.tags(client, found["EndpointConfigArn"])
    except errors.CALL_FAILED:
        return None  # the first error is the one to tell
    model = without_additions(found, parameters)
    del model["EndpointConfigArn"]
    model["Tags"] = [tag for tag in tags if not tag["Key"].startswith(RESERVED_PREFIX)]
    same = _canonical(model) == _canonical({"Tags": [], **parameters})
    return found if same else None


def _canonical(value: Any) -> Any:
    """Comparable whatever the order of lists: some have none (tags, subnets)."""
    if isinstance(value, Mapping):
        return {name: _canonical(member) for name, member in value.items()}
    if isinstance(value, list):
        return sorted((_canonical(member) for member in value), key=repr)
    return value


def _not_before(began: datetime, created: datetime) -> bool:
    """Whether ``created``, which the service tells in milliseconds, is not before ``began``.

    The clocks are this function's and the service's. If the service's is behind, what
    was created here passes for somebody else's, and the name for taken.
    """
    return created >= began.replace(microsecond=began.microsecond // 1000 * 1000)
