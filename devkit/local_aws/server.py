"""A local AWS on 127.0.0.1, served by moto in a thread of this process.

    with LocalAws() as aws:
        aws.create_model("my-model")
        aws.client("sagemaker").create_endpoint_config(…)
        subprocess.run(command, env={**os.environ, **aws.environment})
        assert [call.operation for call in aws.calls] == ["CreateEndpointConfig"]

moto keeps its state per process, not per server: two `LocalAws` at once see the same resources, and
starting another one, `reset`, and the start of `moto.mock_aws` empty them for all.

Accounts: any access key that moto did not hand out belongs to `ACCOUNT_ID`. A key from AssumeRole
belongs to the account in the role's ARN, and `credentials(account_id)` is the short way to one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any, final

import boto3
from botocore.config import Config
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.moto_api._internal.models import moto_api_backend
from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import make_server

from . import sagemaker
from .sagemaker import Call

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ACCOUNT_ID: str = DEFAULT_ACCOUNT_ID
REGION = "us-east-1"
ROLE_ARN = f"arn:aws:iam::{ACCOUNT_ID}:role/local-aws"

# moto reads an access key only if it is 20 capitals and digits, as AWS's are. These are the
# placeholders of AWS's documentation.
CREDENTIALS: Mapping[str, str] = {
    "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
    "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
}

Middleware = Callable[["WSGIApplication"], "WSGIApplication"]


@final
class LocalAws:
    """Start with `with`; inside, `endpoint_url` answers for every service that moto has.

    `middleware` wraps the whole application, the first outermost: the place to add faults.
    """

    def __init__(
        self, port: int = 0, *, middleware: Iterable[Middleware] = (), log_requests: bool = False
    ) -> None:
        self.calls: list[Call] = []
        """Every request to SageMaker so far, oldest first. `calls.clear()` starts anew."""
        self._port = port
        self._middleware = tuple(middleware)
        self._handler = _handler(log_requests=log_requests)
        self._session = boto3.session.Session()

    # Running

    def __enter__(self) -> LocalAws:
        sagemaker.install()
        moto_api_backend.reset()
        application: WSGIApplication = self._recording(_Dispatcher(create_backend_app))
        for wrap in reversed(self._middleware):
            application = wrap(application)
        # Listens once made, so clients may connect before the thread runs.
        self._server = make_server(
            "127.0.0.1", self._port, application, threaded=True, request_handler=self._handler
        )
        # A daemon, as are the threads of its requests: nothing outlives the process.
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _recording(self, application: WSGIApplication) -> WSGIApplication:
        def record(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            environ[sagemaker.CALLS] = self.calls
            return application(environ, start_response)

        return record

    # Using

    @property
    def endpoint_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def environment(self) -> dict[str, str]:
        """For a child process or boto3. Lay it over `os.environ`: it hides the user's own account.

        An AWS_PROFILE in `os.environ` must go, as no profile exists any more.
        """
        return {
            **CREDENTIALS,
            "AWS_ENDPOINT_URL": self.endpoint_url,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            # A proxy can not reach this machine's loopback.
            "NO_PROXY": "127.0.0.1",
            "no_proxy": "127.0.0.1",
        }

    def client(
        self,
        service: str,
        region: str = REGION,
        *,
        account_id: str = ACCOUNT_ID,
        validate: bool = True,
        **config: Any,
    ) -> Any:
        """A boto3 client that does not retry. `validate=False` sends whatever it is given.

        `config` goes to botocore's Config, and wins: `retries={"max_attempts": 3}`.
        """
        keys = CREDENTIALS if account_id == ACCOUNT_ID else self.credentials(account_id)
        defaults = {"retries": {"total_max_attempts": 1}, "proxies": {}}
        return self._session.client(
            service,
            region_name=region,
            endpoint_url=self.endpoint_url,
            aws_access_key_id=keys["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=keys["AWS_SECRET_ACCESS_KEY"],
            aws_session_token=keys.get("AWS_SESSION_TOKEN"),
            config=Config(parameter_validation=validate, **{**defaults, **config}),
        )

    def credentials(self, account_id: str) -> dict[str, str]:
        """New keys of any account, as environment variables. Gone after `reset`."""
        role = f"arn:aws:iam::{account_id}:role/local-aws"
        answer = self.client("sts").assume_role(RoleArn=role, RoleSessionName="local-aws")
        keys = answer["Credentials"]
        return {
            "AWS_ACCESS_KEY_ID": keys["AccessKeyId"],
            "AWS_SECRET_ACCESS_KEY": keys["SecretAccessKey"],
            "AWS_SESSION_TOKEN": keys["SessionToken"],
        }

    # For tests and tools: past HTTP, past `calls`

    def reset(self) -> None:
        """Forget every resource of every service, and the calls."""
        moto_api_backend.reset()
        self.calls.clear()

    def create_model(self, name: str, region: str = REGION, *, account_id: str = ACCOUNT_ID) -> str:
        """Make a Model for variants to name, unless it is there. Returns its ARN."""
        backend = sagemaker.backend(account_id, region)
        if name not in backend._models:
            backend.create_model(
                name,
                execution_role_arn=ROLE_ARN,
                primary_container={"Image": "local/image", "Mode": "SingleModel"},
                vpc_config=None,
                containers=None,
                tags=None,
            )
        return str(backend.describe_model(name).arn)

    def seed(
        self,
        count: int,
        prefix: str = "seeded",
        region: str = REGION,
        *,
        account_id: str = ACCOUNT_ID,
    ) -> list[str]:
        """Put `count` configurations in, and return their names: seeded-00000, seeded-00001, …

        Seven at a time share a creation time, so that a listing that breaks ties badly shows.
        """
        backend = sagemaker.backend(account_id, region)
        model = self.create_model(f"{prefix}-model", region, account_id=account_id)
        variant = {
            "VariantName": "main",
            "ModelName": model.rpartition("/")[2],
            "InstanceType": "ml.m5.large",
            "InitialInstanceCount": 1,
        }
        start = sagemaker._now() - timedelta(milliseconds=count)
        names = [f"{prefix}-{number:05d}" for number in range(count)]
        for number, name in enumerate(names):
            backend.create(
                {"EndpointConfigName": name, "ProductionVariants": [variant]},
                start + timedelta(milliseconds=number // 7),
            )
        return names

    def lower_case_arn(
        self, name: str, region: str = REGION, *, account_id: str = ACCOUNT_ID
    ) -> str:
        """Give a configuration an old one's ARN, all lower-case, and return it.

        The name keeps its case; the tags are found under this ARN only.
        """
        return sagemaker.backend(account_id, region).lower_case_arn(name)

    def add_system_tags(
        self,
        name: str,
        tags: Mapping[str, str],
        region: str = REGION,
        *,
        account_id: str = ACCOUNT_ID,
    ) -> None:
        """Tag a configuration as only AWS may: {"aws:cloudformation:stack-name": "s"}."""
        config = sagemaker.backend(account_id, region).config(name)
        config.tags = config.tags + [{"Key": key, "Value": value} for key, value in tags.items()]


class _Dispatcher(DomainDispatcherApplication):
    """moto's, without listing moto's directory twice for each request: a quarter of its time."""

    def __init__(self, create_app: Callable[[Any], Any]) -> None:
        super().__init__(create_app)
        self._backends: dict[str | None, Any] = {}

    def get_backend_for_host(self, host: str | None) -> Any:
        if host not in self._backends:
            self._backends[host] = super().get_backend_for_host(host)
        return self._backends[host]


def _handler(*, log_requests: bool) -> type[MotoRequestHandler]:
    class Handler(MotoRequestHandler):
        # Headers and body are two writes: Nagle's algorithm may hold the second back for 40 ms.
        disable_nagle_algorithm = True

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            if log_requests:
                super().log_request(code, size)

    return Handler
