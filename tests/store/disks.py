"""Disks and files as they go wrong: full, read-only, held by another process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _runs(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@contextmanager
def small_disk(at: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of so many kilobytes, mounted at the path."""
    at.mkdir()
    if not _runs("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(at)):
        pytest.skip("only root on Linux can mount a small disk; the page limit is tested in any case")
    try:
        yield at
    finally:
        assert _runs("umount", str(at)), "something still holds the small disk"


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    """Make a file or folder read-only: by its mode or, for root, who may write all the same, by its attribute."""
    if sys.platform == "win32" or os.geteuid() != 0:
        if path.is_dir() and sys.platform == "win32":
            pytest.skip("Windows has no read-only folders")
        mode = path.stat().st_mode
        path.chmod(mode & ~0o222)
        try:
            yield
        finally:
            path.chmod(mode)
    elif _runs("chattr", "+i", str(path)):
        try:
            yield
        finally:
            assert _runs("chattr", "-i", str(path))
    else:
        pytest.skip("root may write everything on a file system without the immutable attribute")


@contextmanager
def other_process(code: str, path: Path) -> Iterator[None]:
    """Another process that runs the code with the path as `path`, says ready, and holds on until the end."""
    program = (
        f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[1])\n{code}\nprint('ready', flush=True)\ninput()\n"
    )
    command = [sys.executable, "-c", program, str(path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        try:
            yield
        finally:
            child.stdin.write("\n")
            child.stdin.flush()
