"""SageMaker as moto has it, corrected where the live service is stricter or says more.

Three of moto's classes are subclassed (a configuration, the backend that keeps one region's
resources, and the HTTP responses) and `install` puts the backend in moto's registry. No moto code
is copied or patched. Where a live text is known a comment says whence; moto quotes ARNs with single
quotes where the service uses double ones.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from threading import RLock
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

from botocore.model import OperationNotFoundError
from moto.core.common_types import TYPE_RESPONSE
from moto.core.request import Request
from moto.core.responses import ActionResult
from moto.core.utils import get_service_model, utcnow
from moto.sagemaker.models import (
    FakeEndpoint,
    FakeEndpointConfig,
    Model,
    SageMakerModelBackend,
    sagemaker_backends,
)
from moto.sagemaker.responses import SageMakerResponse
from moto.sagemaker.urls import url_bases

from . import description, paging, refusals, validation
from .validation import Refusal, validation_error

MAXIMUM_TAGS = 50

# The WSGI environment's key of the list that receives every call.
CALLS = "devkit.local_aws.calls"

# Requests run in threads, and creating is a look followed by a write.
_lock = RLock()


class Call(NamedTuple):
    """One request that the SageMaker endpoint received, whether or not it was refused."""

    operation: str
    """`CreateEndpointConfig`"""
    parameters: Any
    """The decoded JSON body, as sent."""
    access_key_id: str
    region: str


class EndpointConfig(FakeEndpointConfig):
    """One endpoint configuration: what was sent, and what the service adds to it."""

    def __init__(self, request: dict[str, Any], arn: str, creation_time: datetime) -> None:
        # Not moto's own: it refuses newer instance types and keeps six of fourteen properties.
        self.endpoint_config_name = request["EndpointConfigName"]
        self.endpoint_config_arn = arn
        self.creation_time = creation_time
        self.tags = [dict(tag) for tag in request.get("Tags") or []]
        self.described = description.described(request)

    def is_created(self) -> bool:
        return True

    @property
    def arn(self) -> str:  # type: ignore[override]  # moto's is a tuple by mistake
        return self.endpoint_config_arn

    @property
    def response_object(self) -> dict[str, Any]:
        return {
            **self.described,
            "EndpointConfigName": self.endpoint_config_name,
            "EndpointConfigArn": self.endpoint_config_arn,
            "CreationTime": self.creation_time,
        }


class Endpoint(FakeEndpoint):
    """moto's Endpoint, in service at once, with all that its configuration brings."""

    def is_created(self) -> bool:
        return True

    def use(self, config: EndpointConfig) -> None:
        self.endpoint_config_name = config.endpoint_config_name
        self.production_variants = description.variant_summaries(
            config.described["ProductionVariants"]
        )
        self.parts = description.endpoint_parts(config.described)
        self.last_modified_time = utcnow()

    @property
    def response_object(self) -> dict[str, Any]:
        answer = super().response_object
        for name in ("Parts", "DataCaptureConfig"):
            answer.pop(name, None)
        return {**answer, **self.parts}


class Backend(SageMakerModelBackend):
    """One account's resources in one region."""

    def __init__(self, region_name: str, account_id: str) -> None:
        super().__init__(region_name, account_id)
        self._config_names: dict[str, str] = {}  # by ARN
        self._orders: dict[str, list[tuple[Any, EndpointConfig]]] = {}  # by SortBy, when known

    @property
    def _url_module(self) -> Any:
        # moto derives this module's name from the backend's; ours has one route, like moto's.
        return SimpleNamespace(url_bases=url_bases, url_paths={"{0}/$": Response.dispatch})

    # Endpoint configurations

    def create(
        self, request: dict[str, Any], creation_time: datetime | None = None
    ) -> EndpointConfig:
        """Keep a configuration, unless its name is taken. `request` has been validated."""
        name = request["EndpointConfigName"]
        arn = EndpointConfig.arn_formatter(name, self.account_id, self.region_name)
        with _lock:
            # An old, lower-cased ARN may be this one: no ARN stands for two configurations.
            if name in self.endpoint_configs or arn in self._config_names:
                raise validation_error(
                    f'Cannot create already existing endpoint configuration "{arn}".'
                )
            config = EndpointConfig(request, arn, creation_time or _now())
            self.endpoint_configs[name] = config
            self._config_names[arn] = name
            self._orders.clear()
        return config

    def create_endpoint_config(  # type: ignore[override]  # moto's has six of the properties
        self, **properties: Any
    ) -> EndpointConfig:
        """As moto's own CloudFormation calls it: endpoint_config_name=…, production_variants=…"""
        request = {
            _upper_camel(name): value
            for name, value in properties.items()
            if value not in (None, {})
        }
        self.check_semantics(request)
        return self.create(request)

    def check_semantics(self, request: dict[str, Any]) -> None:
        """Raise what the service answers to a request of the right shape that makes no sense."""
        refusal = refusals.first(request)
        if refusal:
            raise validation_error(refusal)
        name = request["EndpointConfigName"]
        if name in self.endpoint_configs:
            return  # `create` refuses it; which the service reports first is unknown
        for _, variant in refusals.variants(request):
            models = [variant.get("ModelName")]
            models += [pool.get("ModelNameOverride") for pool in variant.get("InstancePools", [])]
            for model in filter(None, models):
                self.describe_model(model)

    def config(self, name: str) -> EndpointConfig:
        """The configuration of this name, in exactly this spelling."""
        found = self.endpoint_configs.get(name)
        if found is None:
            arn = EndpointConfig.arn_formatter(name, self.account_id, self.region_name)
            raise validation_error(f'Could not find endpoint configuration "{arn}".')
        return cast("EndpointConfig", found)  # only `create` puts any in

    def describe_endpoint_config(self, endpoint_config_name: str) -> dict[str, Any]:
        return self.config(endpoint_config_name).response_object

    def delete_endpoint_config(self, endpoint_config_name: str) -> None:
        # The live service has no in-use guard either [facts.md].
        with _lock:
            config = self.config(endpoint_config_name)
            del self.endpoint_configs[endpoint_config_name]
            del self._config_names[config.endpoint_config_arn]
            self._orders.clear()

    def lower_case_arn(self, name: str) -> str:
        """Give a configuration the ARN that some old ones have, and return it."""
        with _lock:
            config = self.config(name)
            arn = config.endpoint_config_arn.lower()
            if self._config_names.get(arn, name) != name:
                raise ValueError(f"{arn} is taken")
            del self._config_names[config.endpoint_config_arn]
            config.endpoint_config_arn = arn
            self._config_names[arn] = name
        return arn

    def page_of_configs(self, request: dict[str, Any]) -> dict[str, Any]:
        """ListEndpointConfigs."""
        sort_by = request.get("SortBy", "CreationTime")
        with _lock:
            if sort_by not in self._orders:
                configs = [
                    c for c in self.endpoint_configs.values() if isinstance(c, EndpointConfig)
                ]
                self._orders[sort_by] = paging.ordered(configs, sort_by)
            order = self._orders[sort_by]
        configs, token = paging.page_of_configs(order, request)
        answer: dict[str, Any] = {"EndpointConfigs": [config.summary() for config in configs]}
        return answer if token is None else {**answer, "NextToken": token}

    # Models and Endpoints

    def create_model(self, model_name: str, *args: Any, **kwargs: Any) -> Model:
        with _lock:
            if model_name in self._models:
                arn = self._models[model_name].arn
                # Assumed from the texts for configurations and Endpoints; moto overwrites.
                raise validation_error(f'Cannot create already existing model "{arn}".')
            return super().create_model(model_name, *args, **kwargs)

    def describe_model(self, model_name: str) -> Model:
        if model_name not in self._models:
            arn = self._arn("model", model_name)
            raise validation_error(f'Could not find model "{arn}".')
        return super().describe_model(model_name)

    def delete_model(self, model_name: str) -> None:
        self.describe_model(model_name)
        super().delete_model(model_name)

    def create_endpoint(
        self, endpoint_name: str, endpoint_config_name: str, tags: list[dict[str, str]]
    ) -> Endpoint:
        config = self.config(endpoint_config_name)
        with _lock:
            if endpoint_name in self.endpoints:
                arn = self.endpoints[endpoint_name].arn
                # Recorded, e.g. aws/sagemaker-python-sdk#101.
                raise validation_error(f'Cannot create already existing endpoint "{arn}".')
            endpoint = Endpoint(
                account_id=self.account_id,
                region_name=self.region_name,
                endpoint_name=endpoint_name,
                endpoint_config_name=endpoint_config_name,
                production_variants=[],
                data_capture_config={},
                tags=tags,
            )
            endpoint.use(config)
            self.endpoints[endpoint_name] = endpoint
        return endpoint

    def update_endpoint(self, endpoint_name: str, endpoint_config_name: str) -> Endpoint:
        """Not in moto. The retained variant properties of the API are not kept."""
        endpoint = self._endpoint(endpoint_name)
        endpoint.use(self.config(endpoint_config_name))
        return endpoint

    def describe_endpoint(self, endpoint_name: str) -> dict[str, Any]:
        return self._endpoint(endpoint_name).response_object

    def delete_endpoint(self, endpoint_name: str) -> None:
        self._endpoint(endpoint_name)
        super().delete_endpoint(endpoint_name)

    def _endpoint(self, name: str) -> Endpoint:
        found = self.endpoints.get(name)
        if found is None:
            raise validation_error(f'Could not find endpoint "{self._arn("endpoint", name)}".')
        return cast("Endpoint", found)

    def _arn(self, kind: str, name: str) -> str:
        config_arn = EndpointConfig.arn_formatter(name, self.account_id, self.region_name)
        return config_arn.replace(":endpoint-config/", f":{kind}/")

    # Tags

    def add_tags(self, arn: str, tags: list[dict[str, str]]) -> list[dict[str, str]]:
        refusal = refusals.tag_refusal(tags)
        if refusal:
            raise validation_error(refusal)
        with _lock:
            resource = self._get_resource_from_arn(arn)
            merged = {tag["Key"]: tag for tag in [*resource.tags, *tags]}
            own = [key for key in merged if not refusals.system_tag_refusal([key])]
            if len(own) > MAXIMUM_TAGS:
                # Ours: the live text and code are not known.
                raise validation_error(f"{arn} would have {len(own)} tags; at most 50 are allowed.")
            resource.tags = [dict(tag) for tag in merged.values()]
        return list(resource.tags)

    def delete_tags(self, arn: str, tag_keys: list[str]) -> None:
        refusal = refusals.system_tag_refusal(tag_keys)
        if refusal:
            raise validation_error(refusal)
        with _lock:
            super().delete_tags(arn, tag_keys)

    def page_of_tags(self, request: dict[str, Any]) -> dict[str, Any]:
        """ListTags, in the order in which the tags were added."""
        tags = self._get_resource_from_arn(request["ResourceArn"]).tags
        page, token = paging.page_of_tags(tags, request)
        return {"Tags": page} if token is None else {"Tags": page, "NextToken": token}

    def _get_resource_from_arn(self, arn: str) -> Any:
        if ":endpoint-config/" in arn:
            # Only the ARN as the service returns it: some old ones are all lower-case.
            name = self._config_names.get(arn)
            found: Any = None if name is None else self.endpoint_configs.get(name)
        else:
            try:
                found = super()._get_resource_from_arn(arn)
            except (AttributeError, IndexError, ValueError):
                found = None  # moto crashes on a kind it does not know
        if found is None or getattr(found, "arn", arn) != arn:
            # A ValidationException [aws/amazon-sagemaker-feedback#108]; the words are ours.
            raise validation_error(f'Could not find resource "{arn}".')
        return found


class Response(SageMakerResponse):
    """moto's SageMaker over HTTP, with every request recorded and checked first."""

    def _dispatch(
        self, request: Request, full_url: str | None = None, headers: Any = None
    ) -> TYPE_RESPONSE:
        try:
            # moto parses here, outside the code that turns exceptions into answers.
            self.setup_class(request, full_url, headers)
        except Refusal as refusal:
            return self._answer(refusal)
        try:
            return self.call_action()
        except NotImplementedError as missing:
            # A plain 500 would be retried by every SDK.
            return self._answer(Refusal("NotImplemented", f"moto: {missing}"))

    def _answer(self, refusal: Refusal) -> TYPE_RESPONSE:
        # moto's own way looks the code up in the service model, and warns without it.
        body = json.dumps({"__type": refusal.code, "message": refusal.message})
        content_type = {"content-type": "application/x-amz-json-1.1"}
        headers, body = self._enrich_response(self.response_headers | content_type, body)
        return 400, headers, body

    def parse_parameters(self, request: Request) -> None:
        operation = self._get_action()
        parameters = _decoded_body(request.data)
        calls = request.environ.get(CALLS)
        if calls is not None:
            calls.append(Call(operation, parameters, self.get_access_key(), self.region))
        try:
            model = get_service_model("sagemaker").operation_model(operation)
        except OperationNotFoundError:
            raise Refusal(
                "UnknownOperationException", f"SageMaker has no operation {operation}."
            ) from None
        validation.check(model.input_shape, parameters)
        super().parse_parameters(request)

    @property
    def _backend(self) -> Backend:
        return cast("Backend", self.sagemaker_backend)  # after `install`

    def create_endpoint_config(self) -> ActionResult:
        self._backend.check_semantics(self.params)
        config = self._backend.create(self.params)
        return ActionResult({"EndpointConfigArn": config.endpoint_config_arn})

    def list_endpoint_configs(self) -> ActionResult:
        return ActionResult(self._backend.page_of_configs(self.params))

    def list_tags(self) -> ActionResult:
        return ActionResult(self._backend.page_of_tags(self.params))

    def create_model(self) -> ActionResult:
        self._check_tags()
        return super().create_model()

    def create_endpoint(self) -> ActionResult:
        self._check_tags()
        return super().create_endpoint()

    def _check_tags(self) -> None:
        refusal = refusals.tag_refusal(self.params.get("Tags") or [])
        if refusal:
            raise validation_error(refusal)

    def update_endpoint(self) -> ActionResult:
        endpoint = self._backend.update_endpoint(
            self._get_param("EndpointName"), self._get_param("EndpointConfigName")
        )
        return ActionResult({"EndpointArn": endpoint.arn})


def install() -> None:
    """Put `Backend` in moto's registry, for the whole process. Again is no harm."""
    if sagemaker_backends.backend is not Backend:
        sagemaker_backends.backend = Backend
        sagemaker_backends.clear()  # accounts that already hold moto's own


def backend(account_id: str, region: str) -> Backend:
    """The resources of one account in one region, without HTTP."""
    return cast("Backend", sagemaker_backends[account_id][region])


# Requests and times


def _decoded_body(body: bytes) -> Any:
    try:
        return json.loads(body or b"{}", parse_constant=_refuse_constant)
    except ValueError:
        raise Refusal("SerializationException", "Unable to parse the JSON body") from None


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _now() -> datetime:
    """UTC without a zone, as moto keeps time, in the milliseconds that the service returns."""
    now = utcnow()
    return now - timedelta(microseconds=now.microsecond % 1000)


def _upper_camel(name: str) -> str:
    return "".join(word.title() for word in name.split("_"))
