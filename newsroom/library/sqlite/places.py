"""Where a library should not lie: on a network drive, in a folder that another program synchronises."""

from __future__ import annotations

from pathlib import Path

from newsroom.translation import N_, Message, msg

_SYNCED = (
    "dropbox",
    "onedrive",
    "nextcloud",
    "owncloud",
    "google drive",
    "googledrive",
    "icloud",
    "seafile",
    "pcloud",
)
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "9p", "ncpfs", "fuse.rclone"}
)
_MOUNTS = Path("/proc/self/mounts")


def place_warning(path: Path) -> Message | None:
    """Give a warning where a library's place puts it at risk."""
    whole = path.absolute()
    if any(part.lower().startswith(_SYNCED) for part in whole.parts):
        return msg(
            N_(
                "The library lies in a synchronised folder, which may damage it. Move it to a folder of this computer."
            )
        )
    if str(whole).startswith("\\\\") or _file_system(whole) in _NETWORK:
        return msg(
            N_(
                "The library lies on a network drive, which may damage it. For several people, use a shared database."
            )
        )
    return None


def _file_system(path: Path) -> str:
    """Give the kind of file system a path lies on, where the system tells."""
    try:
        mounts = [line.split() for line in _MOUNTS.read_text().splitlines()]
    except OSError:
        return ""
    over = [(place, kind) for _, place, kind, *_ in mounts if path.is_relative_to(place)]
    return max(over, key=lambda mount: len(mount[0]), default=("", ""))[1]
