"""AWS clients that outlive a request, and credentials that do not.

The support library builds a boto3 Session, and from it new clients, for every
request: measured, about 80 ms and 4 MiB each time (guides/support-library.md).
Here a client is built once per service and region and kept for the life of the
process. What changes with every request is the credentials it signs with, and
the moment by which the request must have been answered.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import botocore.session
from botocore.config import Config
from botocore.credentials import Credentials, ReadOnlyCredentials
from botocore.exceptions import NoCredentialsError, ReadTimeoutError
from cloudformation_cli_python_lib.boto3_proxy import SessionProxy

# A black hole costs the sum of the two timeouts, once per attempt.
CONFIG = Config(
    connect_timeout=3,
    read_timeout=8,
    retries={"mode": "standard", "total_max_attempts": 3},
)

_deadline: ContextVar[float] = ContextVar("deadline", default=float("inf"))


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Give the request ``seconds`` in all.

    An attempt at a call is sent only while its connect and read timeouts both fit
    in what is left; otherwise it fails with botocore's ReadTimeoutError.
    """
    token = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(token)


class Session(SessionProxy):
    """What a handler is given in place of the library's own session.

    Credentials and region live in context variables: a client can sign neither
    with those of an earlier request nor with those of another thread's.
    """

    def __init__(self, config: Config) -> None:
        # not the base class's, which takes a boto3 Session and holds on to it
        self._config = config
        self._credentials: ContextVar[ReadOnlyCredentials | None] = ContextVar("credentials")
        self._region: ContextVar[str] = ContextVar("region")
        self._clients: dict[tuple[str, str], Any] = {}
        self._botocore: botocore.session.Session | None = None

    @contextmanager
    def acting_as(self, credentials: Mapping[str, str] | None, region: str) -> Iterator["Session"]:
        """Sign with ``credentials`` and call ``region`` until the block ends.

        ``credentials`` has the shape of the event's ``callerCredentials``:
        ``{accessKeyId, secretAccessKey, sessionToken}``. With None every call
        raises botocore's NoCredentialsError.
        """
        of_credentials = self._credentials.set(_frozen(credentials) if credentials else None)
        of_region = self._region.set(region)
        try:
            yield self
        finally:
            self._region.reset(of_region)
            self._credentials.reset(of_credentials)

    def client(self, service: str) -> Any:
        """The client of ``service`` in the request's region, built at its first use."""
        key = (service, self._region.get())
        if key not in self._clients:
            client = self._botocore_session().create_client(service, key[1], config=self._config)
            client.meta.events.register("before-send", self._refuse_attempt_past_deadline)
            self._clients[key] = client
        return self._clients[key]

    def _refuse_attempt_past_deadline(self, request: Any, **_: Any) -> None:
        may_take = self._config.connect_timeout + self._config.read_timeout
        if time.monotonic() + may_take > _deadline.get():
            raise ReadTimeoutError(endpoint_url=request.url)

    def _botocore_session(self) -> botocore.session.Session:
        # botocore's, not boto3's: the clients are the same, and boto3 takes long to load
        if self._botocore is None:
            self._botocore = botocore.session.Session()
            # the seam that botocore offers for a source of credentials of one's own
            self._botocore.register_component("credential_provider", _Resolver(self._credentials))
        return self._botocore


def _frozen(credentials: Mapping[str, str]) -> ReadOnlyCredentials:
    return ReadOnlyCredentials(
        credentials["accessKeyId"],
        credentials["secretAccessKey"],
        credentials.get("sessionToken"),
    )


class _Resolver:
    def __init__(self, current: "ContextVar[ReadOnlyCredentials | None]") -> None:
        self._current = current

    def load_credentials(self) -> Credentials:
        return _RequestCredentials(self._current)


class _RequestCredentials(Credentials):  # type: ignore[misc]  # botocore is untyped
    """Looks the credentials up when a call is signed, never earlier."""

    def __init__(self, current: "ContextVar[ReadOnlyCredentials | None]") -> None:
        super().__init__("per request", "per request", method="cloudformation")
        self._current = current

    def get_frozen_credentials(self) -> ReadOnlyCredentials:
        credentials = self._current.get()
        if credentials is None:
            raise NoCredentialsError
        return credentials
