"""Make and keep the .venv of a checkout: what scripts/start.py and scripts/test.py share.

Standard library only. One .venv serves both: `Kit.RUN` is what coach needs, `Kit.DEV` is that plus the tools
of the checks, pinned to the same versions. A stamp per kit, written last, says that it is complete; it holds
a digest of the lock file, this Python, the platform and the place of the checkout. With a right stamp nothing
is called and nothing is written. Without one .venv is emptied and filled again, so a set-up that was
interrupted heals at the next call. A kit is only added to an existing .venv when the run kit in it is right
and no earlier attempt to add broke off.

Exit codes: those of coach, and of the set-up itself 69 (this machine lacks something: the sentence says
what), 70 (a fault of ours), 130 (interrupted).
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from setup_failures import OWN_FAULT, Cause, SetupError, cause_of_output
from setup_lock import held

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = os.name == "nt"
_LAYOUT = "1"  # raise it when the launcher or the .pth file changes form
_BUSY = ".bezig"
_LOG = "installatie.log"
_FREE_BYTES = 100 * 2**20
# Would send the installation elsewhere, or make children look in the wrong place.
_DROPPED = (
    *("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONSAFEPATH"),
    *(
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_ROOT",
        "PIP_NO_BINARY",
        "PIP_CONSTRAINT",
        "PIP_REQUIREMENT",
    ),
    *("VIRTUAL_ENV", "__PYVENV_LAUNCHER__"),
)


class Kit(Enum):
    """What a .venv holds; the value is its lock file and its stamp."""

    RUN = ("requirements.lock", ".klaar-coach")
    DEV = ("requirements-dev.lock", ".klaar-controles")

    @property
    def lock(self) -> str:
        """Name of the lock file, in the checkout."""
        return self.value[0]

    @property
    def stamp(self) -> str:
        """Name of the stamp, in .venv."""
        return self.value[1]


def python_of(venv: Path) -> Path:
    """Return the interpreter of `venv`."""
    return venv / ("Scripts/python.exe" if WINDOWS else "bin/python")


def child_env() -> dict[str, str]:
    """Return the environment for a child: ours, without what would lead it astray or make it slow."""
    env = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    if WINDOWS:
        env["PYTHONUTF8"] = "1"
    return env


def say(sentence: str) -> None:
    """Write one sentence for the user; stdout stays free for data."""
    print(sentence, file=sys.stderr, flush=True)


def digest(kit: Kit, root: Path) -> str:
    """Return what the stamp of `kit` holds when its installation fits this checkout and this Python."""
    try:
        lock = (root / kit.lock).read_bytes()
    except FileNotFoundError:
        raise SetupError(
            f"Het bestand {kit.lock} ontbreekt, dus deze map is niet compleet: haal coach opnieuw op.",
            OWN_FAULT,
        ) from None
    facts = (_LAYOUT, sys.implementation.cache_tag, sys.version, sysconfig.get_platform(), str(root))
    return hashlib.sha256("\0".join(facts).encode() + b"\0" + lock).hexdigest()


def is_ready(kit: Kit, root: Path) -> bool:
    """Return whether .venv holds all of `kit`, made for this Python and this lock."""
    venv = root / ".venv"
    try:
        return python_of(venv).exists() and (venv / kit.stamp).read_text("ascii") == digest(kit, root)
    except (OSError, UnicodeDecodeError):
        return False


def ensure(kit: Kit, root: Path = ROOT) -> Path:
    """Return the interpreter of a .venv that holds `kit`, made first when needed; raises SetupError."""
    venv = root / ".venv"
    if not is_ready(kit, root):
        with held(root / ".venv.lock") as lock_fd:
            if not is_ready(kit, root):
                _Builder(root, venv, lock_fd).build(kit)
    return python_of(venv)


class _Builder:
    """Fills one .venv while the lock is held; `lock_fd` goes to the children.

    A child that outlives us keeps the lock, so nobody empties the folder an orphaned installer is writing in.
    """

    def __init__(self, root: Path, venv: Path, lock_fd: int | None) -> None:
        self.root, self.venv, self.lock_fd = root, venv, lock_fd
        self.uv = _working_uv()

    def build(self, kit: Kit) -> None:
        if self.venv.is_symlink() or self.venv.is_file():
            self.venv.unlink()  # venv makes none through a link
        busy = self.venv / _BUSY
        can_add = (
            kit is Kit.DEV
            and is_ready(Kit.RUN, self.root)
            and not busy.exists()
            and not (self.venv / kit.stamp).exists()
            and (self.uv is not None or self._has_pip())
        )
        say("Coach wordt klaargezet. Dat duurt één keer ongeveer een minuut.")
        if can_add:
            busy.touch()
            self._install(kit)
        else:
            for old in Kit:
                (self.venv / old.stamp).unlink(missing_ok=True)
            self._make(with_pip=self.uv is None)
            self._install(kit)
        self._link_checkout()
        self._stamp(Kit.RUN)  # part of the other kit, at the same versions
        self._stamp(kit)
        busy.unlink(missing_ok=True)

    def _has_pip(self) -> bool:
        return (site_packages(self.venv) / "pip").is_dir()

    def _make(self, with_pip: bool) -> None:
        missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
        if "venv" in missing or (with_pip and missing):
            raise Cause.NO_VENV.error()
        # Never from the .venv that is emptied here.
        base = getattr(sys, "_base_executable", None) or sys.executable
        options = ["--clear"] if with_pip else ["--clear", "--without-pip"]
        result = self._run([base, "-m", "venv", *options, str(self.venv)])
        if result.returncode:
            cause = cause_of_output(result.stdout)
            if cause in (Cause.NO_VENV, Cause.UNKNOWN) and shutil.disk_usage(self.root).free < _FREE_BYTES:
                cause = Cause.DISK_FULL  # ensurepip does not say why it failed
            raise self._failure(cause, result.stdout)

    def _install(self, kit: Kit) -> None:
        wanted = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(self.root / kit.lock)]
        python = str(python_of(self.venv))
        if self.uv:
            result = self._run([self.uv, "pip", "install", "--python", python, "--compile-bytecode", *wanted])
            if result.returncode == 0:
                return
            cause = cause_of_output(result.stdout)
            if cause in (Cause.DISK_FULL, Cause.READ_ONLY, Cause.IN_USE):
                raise self._failure(cause, result.stdout)
            # pip has its own settings (a mirror, a proxy, certificates), so it may succeed where uv did not.
            (self.venv / Kit.RUN.stamp).unlink(missing_ok=True)
            self._make(with_pip=True)
        pip = [python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--retries", "3"]
        result = self._run([*pip, *wanted])
        if result.returncode:
            raise self._failure(cause_of_output(result.stdout), result.stdout)

    def _run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        kept = () if WINDOWS or self.lock_fd is None else (self.lock_fd,)
        return subprocess.run(
            command,
            cwd=self.root,
            env=child_env(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
            pass_fds=kept,
        )

    def _failure(self, cause: Cause, output: str) -> SetupError:
        log = self.venv / _LOG
        with contextlib.suppress(OSError):
            log.write_text(output, "utf-8")
        return cause.error(log=str(log))

    def _link_checkout(self) -> None:
        """Make the checkout importable and give .venv a `coach` command; no build is needed for either."""
        packages = site_packages(self.venv)
        # Relative, hence ASCII whatever the checkout's name: older Pythons read .pth files in the locale.
        (packages / "gesprekscoach.pth").write_text(os.path.relpath(self.root, packages) + "\n", "utf-8")
        if WINDOWS:
            command = self.venv / "Scripts" / "coach.cmd"
            command.write_text(
                '@setlocal\n@set PYTHONUTF8=1\n@"%~dp0python.exe" -P -m coach %*\n', "ascii", newline="\r\n"
            )
        else:
            command = self.venv / "bin" / "coach"
            command.write_text(f'#!/bin/sh\nexec {shlex.quote(str(python_of(self.venv)))} -P -m coach "$@"\n')
            command.chmod(0o755)

    def _stamp(self, kit: Kit) -> None:
        (self.venv / kit.stamp).write_text(digest(kit, self.root), "ascii")


def site_packages(venv: Path) -> Path:
    """Return where `venv` keeps its packages; the venv is one of the running Python."""
    places = {"base": str(venv), "platbase": str(venv), "installed_base": str(venv)}
    return Path(sysconfig.get_path("purelib", scheme="venv", vars=places))


def _working_uv() -> str | None:
    """Return uv's path when it is on PATH and answers (a version manager's stand-in may not)."""
    uv = shutil.which("uv")
    if uv is None:
        return None
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        asked = [uv, "--version"]
        answer = subprocess.run(asked, capture_output=True, env=child_env(), timeout=20, check=False)
        if answer.returncode == 0:
            return uv
    return None
