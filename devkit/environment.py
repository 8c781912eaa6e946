"""Make the virtual environment: ``python3 devkit/environment.py DIRECTORY REQUIREMENTS``.

Runs before anything is installed: standard library only, and written so that older
Pythons can read it, if only to say that they are too old.
"""

import os
import re
import subprocess
import sys

OLDEST = (3, 10)


def main(directory: str, requirements: str) -> None:
    if sys.version_info < OLDEST:
        sys.exit(
            "Python 3.10 or newer is needed, and this is "
            + sys.version.split()[0]
            + ". Name another: make … PYTHON=python3.12"
        )
    print("Setting up " + directory + " (once; one to two minutes)", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", directory], check=False)
    if made.returncode != 0:
        sys.exit("Python's venv module is missing. Debian and Ubuntu: apt-get install python3-venv")
    install(os.path.join(directory, "bin", "python"), requirements)


def install(python: str, requirements: str) -> None:
    """Run pip, told in a line: how many packages it has, and its own words if it fails."""
    pip = [python, "-m", "pip", "--disable-pip-version-check", "install"]
    pip += ["--no-compile", "--progress-bar", "off", "--require-hashes", "-r", requirements]
    output = []
    fetched = 0
    with subprocess.Popen(
        pip, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True
    ) as running:
        for line in running.stdout or ():
            output.append(line)
            if re.match("(Collecting|Processing) ", line):
                fetched += 1
                tell("  fetching packages: " + str(fetched), into_a_pipe=fetched % 25 == 0)
            elif line.startswith("Installing collected packages"):
                tell("  installing " + str(fetched) + " packages", into_a_pipe=True)
    tell("", into_a_pipe=False)
    if running.returncode != 0:
        sys.stderr.writelines(output[-20:])
        sys.exit("pip could not install " + requirements + ". Check the network, then try again.")


def tell(text: str, *, into_a_pipe: bool) -> None:
    if sys.stdout.isatty():
        print("\r\033[K" + text, end="", flush=True)
    elif into_a_pipe:
        print(text, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
