"""Why a system call failed and what to do about it, in words."""

from __future__ import annotations

import errno

_CAUSES = {
    errno.ENOSPC: ("the disk is full", "free some space and save again, or use Save As to another disk"),
    errno.EDQUOT: ("your disk quota is used up", "free some space and save again, or use Save As elsewhere"),
    errno.EIO: ("the disk reports an error", "use Save As to another disk, and check this one"),
    errno.EROFS: ("the file system is read-only", "use Save As to another place"),
    errno.EACCES: ("you may not write here", "ask for permission, or use Save As to another place"),
    errno.EPERM: (
        "the system does not permit it (immutable or append-only file?)",
        "use Save As to another place",
    ),
    errno.ETXTBSY: ("it is a program that is running", "end the program and save again, or use Save As"),
    errno.EFBIG: ("the file would be larger than the system allows", "use Save As to another file system"),
    errno.EMFILE: ("too many files are open", "close some and save again"),
    errno.ENFILE: ("too many files are open", "close some and save again"),
    errno.EBUSY: ("the file is in use by the system", "save again later, or use Save As"),
    errno.ESTALE: ("the network file system has lost the file", "use Save As to another place"),
}


def cause_of(error: Exception) -> str:
    """What went wrong, as a clause without a full stop."""
    if isinstance(error, OSError) and error.errno is not None:
        known = _CAUSES.get(error.errno)
        return known[0] if known else f"the system says “{error.strerror}”"
    return str(error).rstrip(".") or type(error).__name__


def advice_for(error: Exception) -> str:
    """What to do about it, as a clause without a full stop."""
    known = _CAUSES.get(error.errno or 0) if isinstance(error, OSError) else None
    return known[1] if known else "save again, or use Save As to another place"
