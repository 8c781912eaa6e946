"""The support library's Resource, its gaps closed. Knows no SageMaker.

What differs from the library, and why (measured: guides/support-library.md):

* ``nextToken`` reaches the handler. The library drops it, and LIST never ends.
* Every failure has a code and a message. The library answers an exception that is
  not its own with InternalFailure and an empty message.
* Properties keep ``{}`` and ``[]``, and a wrong one is named by its path.
* Clients are kept between requests, credentials are not (session.py).
* Log delivery and metrics are no part of a request's outcome (delivery.py).
"""

import logging
import time
import traceback
from collections.abc import Callable, MutableMapping
from typing import Any

from cloudformation_cli_python_lib.exceptions import InvalidRequest
from cloudformation_cli_python_lib.interface import Action, ProgressEvent
from cloudformation_cli_python_lib.resource import Resource

from . import delivery, errors, session
from .event import Event, Request, of_test_event, parse
from .properties import Properties, Types
from .session import Session, time_limit

LOG = logging.getLogger(__name__)

# CloudFormation waits 30 seconds for READ and LIST and 60 for the others (contract
# suite, --enforce-timeout). What is held back is for the runtime and the way there.
SECONDS_TO_ANSWER = {
    Action.READ: 27,
    Action.LIST: 27,
    Action.CREATE: 54,
    Action.UPDATE: 54,
    Action.DELETE: 54,
}


Handler = Callable[[Session, Request, MutableMapping[str, Any]], ProgressEvent]


class Provider(Resource):
    """The Lambda function's entry point: one event in, one progress event out.

    Handlers are registered as with the library, and called with what ``Handler`` says.
    """

    def __init__(self, types: Types, identifier: str) -> None:
        """``types`` are the properties', ``identifier`` is the name of the identifying one."""
        super().__init__(__package__ or __name__, resouce_model_cls=Properties)
        self._types = types
        self._identifier = identifier
        self._caller = Session(session.CONFIG)
        self._provider = Session(delivery.CONFIG)

    def handler(self, action: Action) -> Callable[[Handler], Handler]:  # type: ignore[override]
        """Register the function that answers ``action``."""
        return super().handler(action)  # type: ignore[return-value]

    def __call__(self, event_data: Any, _context: Any) -> Any:
        """Answer CloudFormation's event with a serialised ProgressEvent. Never raises."""
        try:
            event = parse(event_data, self._types)
        except Exception as error:  # noqa: BLE001  # the error boundary
            return errors.progress_event(error, None)._serialize()
        with (
            time_limit(SECONDS_TO_ANSWER[event.action]),
            self._caller.acting_as(event.caller_credentials, event.region),
            self._provider.acting_as(event.provider_credentials, event.region),
        ):
            return self._answer(event)._serialize()

    def test_entrypoint(self, event_data: Any, context: Any) -> Any:
        """The same for the events that ``cfn test`` makes for the TestEntrypoint function."""
        try:
            event = of_test_event(event_data)
        except InvalidRequest as error:
            return errors.progress_event(error, None)._serialize()
        return self(event, context)

    def _answer(self, event: Event) -> ProgressEvent:
        deliver = delivery.Delivery(event, self._provider)
        deliver.publish_invocation()
        started = time.monotonic()
        error: Exception | None = None
        with deliver.of_logs():
            try:
                progress = self._invoke_handler(
                    self._caller, event.request, event.action, event.callback_context
                )
            except Exception as raised:  # noqa: BLE001  # the error boundary
                error = raised
                progress = errors.progress_event(raised, event.action)
            milliseconds = (time.monotonic() - started) * 1000
            self._log(event, progress, milliseconds, error)
        deliver.publish_outcome(milliseconds, error)
        return progress

    def _log(
        self, event: Event, progress: ProgressEvent, milliseconds: float, error: Exception | None
    ) -> None:
        """One line a request: of the model only the identifier; no message, no credentials."""
        model = progress.resourceModel or event.request.desiredResourceState
        code = progress.errorCode.name if progress.errorCode else "-"
        LOG.info(
            "action=%s %s=%r outcome=%s code=%s duration=%dms",
            event.action.name,
            self._identifier,
            model._serialize().get(self._identifier),
            progress.status.name,
            code,
            milliseconds,
        )
        if error and code == "InternalFailure":
            # where, but not with what: the text of an unforeseen error may hold anything
            frames = traceback.extract_tb(error.__traceback__)
            places = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
            LOG.error("%s at %s", type(error).__name__, places)
