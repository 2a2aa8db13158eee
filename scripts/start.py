"""Start coach from a checkout: python3 scripts/start.py [ARGS...]

The first time this makes .venv here and installs what coach needs; after that it starts at once. ARGS go to
coach as they are, and its exit code comes back. Exit codes of the set-up itself stand in setup_venv.py.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import oldest_python  # noqa: E402, F401  (ends here on a Python that is too old)

# isort: split
import launch  # noqa: E402

if __name__ == "__main__":
    sys.exit(launch.guarded(launch.start, sys.argv[1:]))
