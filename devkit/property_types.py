"""Write property_types.py from models.py: ``python -m devkit.property_types``.

Building the dataclasses of the generated models takes part of every cold start
(guides/performance.md), for nothing but the types in their annotations. Those are
written down here.
"""

import re
from typing import Any, get_args, get_type_hints

from cloudformation_cli_python_lib.interface import BaseModel

from aws_sagemaker_endpointconfig.models import ResourceModel

from . import project

FILE = project.ROOT / "src" / project.package_name() / "property_types.py"

_HEADING = '"""What type every property has. Written by `make generate` from models.py."""\n'


def source(model: type[BaseModel] = ResourceModel) -> str:
    """The module: one dictionary an object type, those first that others are made of."""
    written: dict[str, str] = {}
    _write(model, "RESOURCE", written)
    return "\n".join([_HEADING, *written.values()])


def _write(model: type, name: str, written: dict[str, str]) -> str:
    if name not in written:
        # every hint is Optional[…]
        members = {
            member: _written(get_args(hint)[0], written)
            for member, hint in get_type_hints(model).items()
        }
        lines = [f'    "{member}": {kind},\n' for member, kind in members.items()]
        written[name] = f"{name} = {{\n{''.join(lines)}}}\n"
    return name


def _written(hint: Any, written: dict[str, str]) -> str:
    if get_args(hint):
        return f"[{_written(get_args(hint)[0], written)}]"
    if issubclass(hint, BaseModel):
        return _write(hint, _constant(hint.__name__), written)
    return str(hint.__name__)


def _constant(name: str) -> str:
    """ProductionVariant -> PRODUCTION_VARIANT."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()


if __name__ == "__main__":
    FILE.write_text(source())
