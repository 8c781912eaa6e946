"""A server before the local AWS, with what its own lacks: kept connections and even answers.

werkzeug's server closes every connection, and moto takes some milliseconds for an
answer, more of them at times than a client needs in all. So answers of reads and of
deliveries are kept and given again; everything else is passed on. What is then
measured is the client's own time, which is where the candidates differ.
"""

from collections.abc import Callable
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit

# The answer is the same for the same body …
_READS = frozenset({"DescribeEndpointConfig", "ListTags"})
# … and for any body.
_DELIVERIES = frozenset({"PutLogEvents", "PutMetricData"})
_NOT_PASSED_ON = frozenset({"connection", "content-length", "host", "date", "server"})


class Request(NamedTuple):
    """One request of a measured process."""

    service: str
    operation: str
    access_key_id: str
    port: int
    """The client's: requests with the same one went over the same connection."""


class _Answer(NamedTuple):
    status: int
    headers: list[tuple[str, str]]
    body: bytes


def start(behind: str, seen: Callable[[Request], None]) -> str:
    """Serve before the URL ``behind`` until the process ends. Returns the URL to use."""
    address = urlsplit(behind).netloc
    kept: dict[object, _Answer] = {}

    class Handler(_Handler):
        def answer(self, body: bytes) -> _Answer:
            request = self.described()
            seen(request)
            key = _key(request, body)
            if key in kept:
                return kept[key]
            answer = self.pass_on(address, body)
            if key and answer.status == 200:
                kept[key] = answer
            return answer

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def _key(request: Request, body: bytes) -> object:
    if request.operation in _DELIVERIES:
        return request.operation
    return (request.operation, body) if request.operation in _READS else None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # one packet an answer

    def answer(self, body: bytes) -> _Answer:
        raise NotImplementedError

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        answer = self.answer(body)
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def described(self) -> Request:
        # AWS4-HMAC-SHA256 Credential=KEY/DATE/REGION/SERVICE/aws4_request, …
        key, _, _, service, *_ = self.headers["Authorization"].split(",")[0].split("/")
        # a header with the JSON protocol, the path with CBOR
        target = self.headers.get("X-Amz-Target", "").rpartition(".")[2]
        operation = target or self.path.rpartition("/")[2]
        return Request(service, operation, key.rpartition("=")[2], int(self.client_address[1]))

    def pass_on(self, address: str, body: bytes) -> _Answer:
        connection = HTTPConnection(address)
        headers = {k: v for k, v in self.headers.items() if k.lower() not in _NOT_PASSED_ON}
        connection.request("POST", self.path, body, headers)
        response = connection.getresponse()
        found = [(k, v) for k, v in response.getheaders() if k.lower() not in _NOT_PASSED_ON]
        answer = _Answer(response.status, found, response.read())
        connection.close()
        return answer

    def log_message(self, *_: object) -> None:
        """Quiet."""
