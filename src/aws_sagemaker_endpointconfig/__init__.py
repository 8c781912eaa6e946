"""AWS::SageMaker::EndpointConfig: the package that ships. handlers.py is the entry point.

Before any module of it, the dependencies are loaded here: without what nobody uses of
them (unloaded.py), and without collecting garbage meanwhile. Of the 48,000 objects
that they make hardly any is garbage, and freezing them keeps later collections short.
"""

import gc

from .unloaded import standing_in

_was_enabled = gc.isenabled()
gc.disable()
try:
    with standing_in():
        import botocore.session  # noqa: F401
        import cloudformation_cli_python_lib  # noqa: F401
    gc.freeze()
finally:
    if _was_enabled:
        gc.enable()
