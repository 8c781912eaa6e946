"""The machine's facts, without which no figure means anything."""

import os
import platform
import subprocess
from datetime import datetime, timezone
from pathlib import Path

from botocore import __version__ as botocore_version


def facts(python: str) -> str:
    """One line: processor, memory, load, system, Python, botocore, day."""
    version = subprocess.run(
        [python, "-S", "-c", "import platform; print(platform.python_version())"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    return ", ".join(
        [
            f"{os.cpu_count()} x {_processor()}",
            f"{_memory_gib():.0f} GiB",
            f"load {os.getloadavg()[0]:.1f}",
            f"Linux {platform.release()}",
            f"Python {version}",
            f"botocore {botocore_version}",
            f"{datetime.now(timezone.utc):%Y-%m-%d}",
        ]
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _memory_gib() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
