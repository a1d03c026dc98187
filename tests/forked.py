"""Processes in tests: each is forked from one that has the program imported, and starts in no time."""

import asyncio
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tests.fork_server import NUMBER

ROOT = Path(__file__).parents[1]


class Forked:
    """A process that runs a module."""

    def __init__(self, pid: int, ended: int) -> None:
        """``ended``: a pipe from which its exit code can be read."""
        self.pid = pid
        self._ended = ended

    def lives(self) -> bool:
        """Returns whether it has not ended yet."""
        return not select.select([self._ended], [], [], 0)[0]

    def kill(self) -> None:
        """Ends it at once, unless it has ended."""
        if self.lives():
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Returns its exit code once it has ended, -9 where it was killed. To be called once."""
        with os.fdopen(self._ended, "rb") as pipe:
            return int(NUMBER.unpack(pipe.read())[0])

    async def gone(self) -> int:
        """Returns its exit code as ``wait`` does."""
        return await asyncio.to_thread(self.wait)


def start(
    module: str, arguments: Sequence[str], folder: Path, environment: Mapping[str, str], streams: Sequence[int]
) -> Forked:
    """Starts ``python -m module`` with these standard streams."""
    told, tells = os.pipe()
    asked = {"module": module, "arguments": arguments, "folder": str(folder), "environment": dict(environment)}
    try:
        socket.send_fds(_server(), [json.dumps(asked).encode()], [*streams, tells])
    finally:
        os.close(tells)
    return Forked(*NUMBER.unpack(os.read(told, NUMBER.size)), told)


@cache
def _server() -> socket.socket:
    """Starts the server, once in this process; it ends with it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        command = [sys.executable, "-m", "tests.fork_server", str(theirs.fileno())]
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()])
    return ours
