"""Run every check of this repository: python3 scripts/test.py [--long] [PYTEST ARGS...]

Installs the tools of the checks in .venv the first time. What runs when stands in run_checks.py.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import oldest_python  # noqa: E402, F401  (ends here on a Python that is too old)

# isort: split
import launch  # noqa: E402
import run_checks  # noqa: E402

if __name__ == "__main__":
    sys.exit(launch.guarded(run_checks.main, sys.argv[1:]))
