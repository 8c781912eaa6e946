"""Faults between a client and the local AWS, for a number of calls to one operation."""

from __future__ import annotations

import io
import json
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


@dataclass
class Fault:
    operation: str
    times: int
    work_is_done: bool
    """Whether the request reaches the service before its answer is spoilt."""
    answer: tuple[int, str] | None
    """A status and an error code; None resets the connection instead."""
    body: bytes | None = None
    """Answered as it is, in place of an error."""


class Faults:
    """Middleware for LocalAws. Without a fault set, everything passes."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def clear(self) -> None:
        self._faults.clear()

    def add(self, operation: str, **fault: Any) -> None:
        defaults: dict[str, Any] = {"times": 1, "work_is_done": False, "answer": None}
        self._faults.append(Fault(operation, **{**defaults, **fault}))

    def __call__(self, application: WSGIApplication) -> WSGIApplication:
        def spoilt(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            fault = self._next(environ)
            if fault is None:
                return application(environ, start_response)
            if fault.work_is_done:
                _do_the_work(application, environ)
            if fault.body is not None:
                start_response("200 OK", [("Content-Length", str(len(fault.body)))])
                return [fault.body]
            if fault.answer is None:
                environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
                return [b""]
            return _error(fault.answer, start_response)

        return spoilt

    def _next(self, environ: WSGIEnvironment) -> Fault | None:
        operation = environ.get("HTTP_X_AMZ_TARGET", "").rpartition(".")[2]
        for fault in self._faults:
            if fault.operation == operation and fault.times > 0:
                fault.times -= 1
                return fault
        return None


def _do_the_work(application: WSGIApplication, environ: WSGIEnvironment) -> None:
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)

    def ignore(*_: Any, **__: Any) -> Any:
        return lambda _: None

    for _ in application(environ, ignore):
        pass


def _error(answer: tuple[int, str], start_response: StartResponse) -> Iterable[bytes]:
    status, code = answer
    body = json.dumps({"__type": code, "message": "as the test wants it"}).encode()
    start_response(
        f"{status} Fault",
        [("Content-Type", "application/x-amz-json-1.1"), ("Content-Length", str(len(body)))],
    )
    return [body]
