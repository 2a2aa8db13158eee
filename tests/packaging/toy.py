"""A small checkout around the real set-up scripts, with stand-ins for what they call.

The scripts, the digest of the content, `python -m venv` and (where a test asks for it) pip are the real ones.
`coach`, its compiler and uv are stand-ins that write down how they were called.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
NEEDED = (
    *("scripts/start.py", "scripts/test.py", "scripts/oldest_python.py", "scripts/launch.py"),
    *("scripts/run_checks.py", "scripts/setup_venv.py", "scripts/setup_failures.py", "scripts/setup_lock.py"),
    *("coach/__init__.py", "coach/library/digest.py", "coach/library/files.py"),
)
COACH = """
import json, os, signal, sys, time
if sys.argv[1:] == ["wait"]:
    try:
        print("waiting", flush=True)
        time.sleep(30)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
        sys.exit(130)
if sys.argv[1:] == ["die"]:
    os.kill(os.getpid(), signal.SIGTERM)
print(json.dumps({"args": sys.argv[1:], "cwd": os.getcwd(), "flags": sys.flags.safe_path}))
sys.exit(7 if "seven" in sys.argv else 0)
"""
COMPILE = """
import sys
from pathlib import Path
from coach.library.digest import DIGEST, source_digest
root = Path(__file__).parent.parent.parent
with open(root / "calls.log", "a") as log:
    log.write("compile\\n")
print("compiler speaks")
if "fout" in (root / "content" / "item.yaml").read_text():
    print("content/item.yaml, regel 1: fout", file=sys.stderr)
    sys.exit(4)
target = root / "coach" / "_content"
target.mkdir(exist_ok=True)
(target / DIGEST).write_text(source_digest(root / "content"))
"""
UV = """
import json, os, signal, sys, time
from pathlib import Path
here = Path(__file__).parent
if sys.argv[1:] == ["--version"]:
    print("uv 0.0.0"); sys.exit(0)
plan = json.loads((here / "plan.json").read_text())
def log(text):
    with open(here.parent / "calls.log", "a") as file:
        file.write(text + "\\n")
log("uv " + " ".join(sys.argv[1:]))
venv = Path(sys.argv[sys.argv.index("--python") + 1]).parent.parent
packages = next(venv.glob("lib/python*/site-packages"))
(packages / "half.py").write_text("half = True")
time.sleep(plan.get("sleep", 0))
if plan.get("kill") == "parent":
    os.kill(os.getppid(), signal.SIGKILL)
if plan.get("kill") == "self":
    os.kill(os.getpid(), signal.SIGKILL)
time.sleep(plan.get("linger", 0))
(packages / "half.py").unlink()
for name, source in plan.get("modules", {}).items():
    path = packages / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(source)
print(plan.get("says", ""))
log("uv done")
sys.exit(plan.get("code", 0))
"""


class Toy:
    """The toy checkout in `root`; a space and an accent in its path are part of the test."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "één map"
        self.wheels = folder / "wheels"  # pip splits this setting at spaces
        for name in NEEDED:
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(CHECKOUT / name, self.root / name)
        self.write("coach/__main__.py", COACH)
        self.write("coach/library/__init__.py", "")
        self.write("coach/library/compile.py", COMPILE)
        self.write("content/item.yaml", "tekst: goed\n")
        wheel, sha256 = self.wheel("toypart")
        self.lock = f"{wheel}==1.0 \\\n    --hash=sha256:{sha256}\n"
        self.write("requirements.lock", self.lock)
        self.write("requirements-dev.lock", self.lock)
        self.write("path/uv.py", UV)
        self.env = {
            "PATH": str(self.root / "path"),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
        }

    def write(self, name: str, text: str) -> Path:
        """Write one file of the checkout and return its path."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def wheel(self, name: str) -> tuple[str, str]:
        """Make a wheel of one empty module; return its name and its digest."""
        info = f"{name}-1.0.dist-info"
        files = {
            f"{name}.py": b"",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode(),
            f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        rows = []
        for path, data in files.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            rows.append(f"{path},sha256={digest},{len(data)}")
        files[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,", ""]).encode()
        wheel = self.wheels / f"{name}-1.0-py3-none-any.whl"
        wheel.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(wheel, "w") as archive:
            for path, data in files.items():
                archive.writestr(zipfile.ZipInfo(path), data)
        return name, hashlib.sha256(wheel.read_bytes()).hexdigest()

    def uv(self, **plan: object) -> None:
        """Put a uv on PATH that does what `plan` says: sleep, kill, linger, modules, says, code."""
        self.write("path/plan.json", json.dumps(plan))
        command = f'exec {shlex.quote(sys.executable)} {shlex.quote(str(self.root / "path" / "uv.py"))} "$@"'
        self.write("path/uv", f"#!/bin/sh\n{command}\n").chmod(0o755)

    @property
    def calls(self) -> list[str]:
        """What the stand-ins wrote down, without their arguments."""
        log = self.root / "calls.log"
        return [line.split(" -")[0] for line in log.read_text().splitlines()] if log.exists() else []

    def spawn(self, *args: str, script: str = "start.py", **env: str) -> subprocess.Popen[str]:
        """Start a script in its own process group."""
        return subprocess.Popen(
            [sys.executable, str(self.root / "scripts" / script), *args],
            env={**self.env, **env},
            cwd=self.root.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *args: str, script: str = "start.py", **env: str) -> subprocess.CompletedProcess[str]:
        """Run a script to its end."""
        with self.spawn(*args, script=script, **env) as process:
            out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def drive(self, code: str, *args: str) -> subprocess.CompletedProcess[str]:
        """Run start.py in a process that first runs `code`, which changes the machine it finds."""
        script = str(self.root / "scripts" / "start.py")
        program = f"import runpy, sys\n{code}\nrunpy.run_path({script!r}, run_name='__main__')"
        command = [sys.executable, "-c", program, *args]
        return subprocess.run(
            command, env=self.env, cwd=self.root.parent, capture_output=True, encoding="utf-8", check=False
        )

    def interrupt(self, process: subprocess.Popen[str]) -> None:
        """Do what Ctrl+C in a terminal does: SIGINT to the whole foreground group."""
        os.killpg(process.pid, signal.SIGINT)
