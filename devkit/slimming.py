"""The bundle, without what the handlers never use: smaller, and quicker to start.

``cfn submit`` stores everything that pip installed, uncompressed and without byte
code: 28.7 MB, most of it botocore's descriptions of services that are never called.
What leaves the bundle follows from three tables below; nothing that stays is edited,
except botocore's data, which is cut to ``OPERATIONS`` (service_models.py).
"""

import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from . import byte_code, service_models

Files = dict[str, bytes]
"""What a zip holds, by path."""

BUNDLE = "ResourceProvider.zip"

# What service.py calls, and the support library for log delivery and metrics.
OPERATIONS: Mapping[str, frozenset[str]] = {
    "sagemaker": frozenset(
        {
            "CreateEndpointConfig",
            "DeleteEndpointConfig",
            "DescribeEndpointConfig",
            "ListEndpointConfigs",
            "ListTags",
        }
    ),
    "logs": frozenset({"CreateLogGroup", "CreateLogStream", "PutLogEvents"}),
    "cloudwatch": frozenset({"PutMetricData"}),
}

# What is installed because a dependency asks for it, and never imported (``bin``: commands).
# boto3 and requests stay, although unloaded.py keeps both from being loaded: who calls
# them after all must find them.
UNUSED_PACKAGES = frozenset({"bin", "setuptools", "_distutils_hack"})

# Extensions are built for the Python and the machine that packaged, which may not be
# Lambda's; the packages that have one do without.
_UNUSED_FILES = (".so", ".pyd", ".pth", ".pyi", "/py.typed")

_LICENCE = re.compile(r"(LICEN[CS]E|NOTICE|COPYING|AUTHORS)", re.IGNORECASE)
_DATA = "botocore/data/"
_EARLIEST_IN_A_ZIP = (1980, 1, 1, 0, 0, 0)


def slim(artifact: Path) -> str | None:
    """Make the bundle inside ``artifact``, the zip of ``cfn submit --dry-run``, a slim one.

    The same input gives the same bytes. Returns the Python that the byte code is for,
    or None if the runtime's Python is not on this machine and there is no byte code.
    """
    with zipfile.ZipFile(artifact) as outer:
        files = _contents(outer)
    with zipfile.ZipFile(io.BytesIO(files[BUNDLE])) as inner:
        bundle = slim_files(_contents(inner))
    python = byte_code.runtime_python()
    if python:
        bundle |= byte_code.compile_all(_sources(bundle), python)
    files[BUNDLE] = _zip(bundle)
    artifact.write_bytes(_zip(files, stored=BUNDLE))
    return python


def slim_files(bundle: Mapping[str, bytes]) -> Files:
    """Of the files of a bundle, those that stay, botocore's data cut."""
    kept = {name: content for name, content in bundle.items() if _stays(name)}
    return {**kept, **_cut_data(bundle)}


def _stays(name: str) -> bool:
    top, _, rest = name.partition("/")
    if top.endswith(".dist-info"):
        # METADATA has the version, and the licences ask to go where the code goes
        wanted = rest == "METADATA" or _LICENCE.match(rest.rpartition("/")[2])
        return bool(wanted) and not _is_unused(top)
    if name.startswith(_DATA):  # what of it stays is cut
        return False
    return not (_is_unused(top) or "/tests/" in name or name.endswith(_UNUSED_FILES))


def _is_unused(top: str) -> bool:
    return top.partition("-")[0] in UNUSED_PACKAGES


def _cut_data(bundle: Mapping[str, bytes]) -> Files:
    """botocore's data for ``OPERATIONS``, and what it needs for any service."""
    cut: Files = {}
    prefixes = set()
    for service, operations in OPERATIONS.items():
        for name, content in _data_of(service, bundle):
            kind = name.rpartition("/")[2].removesuffix(".json")
            if kind == "service-2":
                model = service_models.cut_service(json.loads(content), operations)
                prefixes.add(model["metadata"]["endpointPrefix"])
                cut[name] = _json(model)
            elif kind == "endpoint-rule-set-1":
                cut[name] = _json(json.loads(content))
            # no paginator, no waiter and no example is used
    for name, content in bundle.items():
        if name.startswith(_DATA) and "/" not in name.removeprefix(_DATA):
            cut[name] = content
    endpoints = f"{_DATA}endpoints.json"
    cut[endpoints] = _json(service_models.cut_endpoints(json.loads(cut[endpoints]), prefixes))
    return cut


def _data_of(service: str, bundle: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The JSON files of a service, unpacked: the zip compresses them, Lambda unpacks it once."""
    for name, content in bundle.items():
        if name.startswith(f"{_DATA}{service}/"):
            if name.endswith(".gz"):
                yield name.removesuffix(".gz"), gzip.decompress(content)
            else:
                yield name, content


def _sources(bundle: Mapping[str, bytes]) -> Files:
    return {name: content for name, content in bundle.items() if name.endswith(".py")}


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _contents(archive: zipfile.ZipFile) -> Files:
    return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def _zip(files: Mapping[str, bytes], stored: str | None = None) -> bytes:
    """A zip of ``files``: sorted, no times, deflated except for ``stored``."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EARLIEST_IN_A_ZIP)
            entry.external_attr = 0o644 << 16
            how = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], how, compresslevel=9)
    return memory.getvalue()
