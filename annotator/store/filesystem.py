"""Is a path on a file system that cannot hold SQLite's write-ahead log safely?

The log needs shared memory, which network shares do not give: https://www.sqlite.org/wal.html, section 1.
"""

import sys
from pathlib import Path

_NETWORK = ("nfs", "cifs", "smb", "9p", "afs", "fuse.sshfs", "fuse.rclone", "ncpfs", "ceph", "glusterfs", "davfs")


def is_network(path: Path, *, mounts: str | None = None) -> bool:
    """Whether the path lies on a network share, as far as the system tells.

    `mounts` is the content of Linux's mount table, for tests.
    """
    if sys.platform == "win32":
        return str(path.resolve()).startswith("\\\\")
    table = mounts if mounts is not None else _mount_table()
    kinds = {}
    for line in table.splitlines():
        fields = line.split(" ")
        if len(fields) > 2:
            kinds[fields[1].replace("\\040", " ")] = fields[2]
    places = [str(place) for place in (path.resolve(), *path.resolve().parents)]
    return next((kinds[place].startswith(_NETWORK) for place in places if place in kinds), False)


def _mount_table() -> str:
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
