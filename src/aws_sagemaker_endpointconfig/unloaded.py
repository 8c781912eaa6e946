"""Modules that dependencies import and no handler uses, left unloaded: a quarter of a cold start.

The support library imports boto3 for sessions of its own and requests for hooks,
botocore a documentation writer for ``help()``: names that are bound and never called.
While ``standing_in`` is in force each module of ``UNUSED`` has a stand-in, whose names
load the real module when they are used after all. It is what Python 3.15's ``lazy
import`` (PEP 810) does, which has to be written where the import is.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

UNUSED = (
    # the library's own sessions: session.py has botocore make the clients
    "boto3",
    "boto3.session",
    # the library's reading of events, and requests with it: event.py is in its place
    "cloudformation_cli_python_lib.utils",
    # hooks are another kind of extension
    "cloudformation_cli_python_lib.hook",
    # for help(client)
    "botocore.docs.service",
    "botocore.docs.bcdoc.restdoc",
    "botocore.docs.method",
    "botocore.docs.paginator",
    "botocore.docs.waiter",
    # for HTTP/2, which urllib3 speaks only if it is told to
    "importlib.metadata",
)


@contextmanager
def standing_in() -> Iterator[None]:
    """Inside the block, importing a module of ``UNUSED`` loads nothing, unless it is loaded."""
    stand_ins = {name: _Module(name) for name in UNUSED if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        # who imports them from now on gets the real ones
        for name in stand_ins:
            del sys.modules[name]


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Name(self.__name__, name)


class _Name:
    """A function or class, loaded when it is used; until then good for annotations."""

    def __init__(self, module: str, name: str) -> None:
        self._module = module
        self._name = name

    def _real(self) -> Any:
        return getattr(import_module(self._module), self._name)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self._real()(*arguments, **named)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._real(), name)

    def __mro_entries__(self, _bases: Any) -> tuple[Any, ...]:
        return (self._real(),)

    def __instancecheck__(self, instance: Any) -> bool:
        return isinstance(instance, self._real())
