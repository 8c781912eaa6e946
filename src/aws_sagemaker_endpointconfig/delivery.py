"""Log lines and metrics for the type's owner, delivered if CloudWatch takes them.

They use the library's own handler and publisher, and are never part of a request's
outcome: the library lets an error of theirs fail a CREATE that has succeeded.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone

from botocore.config import Config
from cloudformation_cli_python_lib.log_delivery import ProviderLogHandler
from cloudformation_cli_python_lib.metrics import MetricsPublisher

from .event import Event
from .session import Session

# One short attempt: a request must not wait for its own log line.
CONFIG = Config(connect_timeout=1, read_timeout=2, retries={"total_max_attempts": 1})

# Only what this package logs is delivered. botocore's DEBUG records hold requests and
# tokens, and have no place in anybody's log group.
PACKAGE = logging.getLogger(__package__)
PACKAGE.setLevel(logging.INFO)


class _LogHandler(ProviderLogHandler):
    def emit(self, record: logging.LogRecord) -> None:
        with suppress(Exception):
            super().emit(record)


class Delivery:
    """Where the records of one request go: nowhere, unless the event names a log group."""

    def __init__(self, event: Event, session: Session) -> None:
        self._event = event
        self._session = session
        self._log_group = event.log_group if event.provider_credentials else None

    @contextmanager
    def of_logs(self) -> Iterator[None]:
        """Deliver this package's log records until the block ends.

        The library keeps its handler, and with it the first request's stream, for the
        life of the process; this one goes with the request.
        """
        handler = self._log_handler()
        PACKAGE.addHandler(handler)
        try:
            yield
        finally:
            PACKAGE.removeHandler(handler)

    def publish_invocation(self) -> None:
        with suppress(Exception):
            if publisher := self._publisher():
                publisher.publish_invocation_metric(_now(), self._event.action)

    def publish_outcome(self, milliseconds: float, error: Exception | None) -> None:
        with suppress(Exception):
            if publisher := self._publisher():
                publisher.publish_duration_metric(_now(), self._event.action, milliseconds)
                if error:
                    publisher.publish_exception_metric(_now(), self._event.action, error)

    def _publisher(self) -> MetricsPublisher | None:
        if not (self._log_group and self._event.resource_type):
            return None
        return MetricsPublisher(self._session, self._event.resource_type)

    def _log_handler(self) -> logging.Handler:
        with suppress(Exception):
            if self._log_group:
                return _LogHandler(self._log_group, self._stream(), self._session)
        return logging.NullHandler()

    def _stream(self) -> str:
        request = self._event.request
        if request.stackId and request.logicalResourceIdentifier:
            return f"{request.stackId}/{request.logicalResourceIdentifier}"
        return f"{request.awsAccountId}-{request.region}"


def _now() -> datetime:
    return datetime.now(timezone.utc)
