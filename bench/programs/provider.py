"""The measured process: the provider. It sees a bundle and the standard library, nothing else.

    python -S -B provider.py HANDLERS_MODULE

A line of input is ``[times, event]``: hand the event to the entry point so many times.
The line of output is ``[seconds, ...]`` and the last answer.
"""

import json
import sys
from importlib import import_module
from time import perf_counter

resource = import_module(sys.argv[1]).resource

for line in sys.stdin:
    times, event = json.loads(line)
    seconds = []
    for _ in range(times):
        started = perf_counter()
        answer = resource(event, None)
        seconds.append(perf_counter() - started)
    print(json.dumps([seconds, answer]), flush=True)
