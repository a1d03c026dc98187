"""One poller for each token: two on the same one would each get half of the messages."""

import fcntl
import hashlib
import os
import tempfile
from pathlib import Path


class Exclusive:
    """A lock on a name, among all processes of this user on this machine. It ends with its process."""

    def __init__(self, name: str) -> None:
        digest = hashlib.sha256(name.encode()).hexdigest()[:24]  # the name is a secret
        self._path = Path(tempfile.gettempdir()) / f"dongdoi-{os.getuid()}-{digest}.lock"
        self._held: int | None = None

    def take(self) -> bool:
        """Returns whether the lock is ours now."""
        if self._held is not None:
            return False
        opened = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(opened)
            return False
        self._held = opened
        return True

    def leave(self) -> None:
        """Gives it back."""
        held, self._held = self._held, None
        if held is not None:
            os.close(held)
