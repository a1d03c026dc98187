"""Command lines in tests: each a process of its own with its own folder and settings, forked from one that is warm."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

ROOT = Path(__file__).parents[1]


def bot(*arguments: str, given: str = "", folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Returns how a run of ``python -m bot`` ended, in a folder of its own and with these settings only."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DONGDOI_")}
    environment = clean | {f"DONGDOI_{name}": value for name, value in settings.items()}
    with TemporaryFile() as typed, TemporaryFile() as said, TemporaryFile() as told:
        typed.write(given.encode())
        typed.seek(0)
        code = _ended(arguments, folder, environment, [typed.fileno(), said.fileno(), told.fileno()])
        texts = []
        for stream in (said, told):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8"))
    return subprocess.CompletedProcess(["bot", *arguments], code, *texts)


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """Returns the JSON lines of a run that went well."""
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def lines(*objects: Mapping[str, Any]) -> str:
    """Returns objects as JSON lines."""
    return "".join(f"{json.dumps(one)}\n" for one in objects)


def _ended(arguments: tuple[str, ...], folder: Path, environment: Mapping[str, str], streams: list[int]) -> int:
    """Returns the exit code of a run that reads and writes these."""
    asked = json.dumps({"arguments": arguments, "folder": str(folder), "environment": environment})
    ended, told = os.pipe()
    try:
        socket.send_fds(_server(), [asked.encode()], [*streams, told])
    finally:
        os.close(told)
    with os.fdopen(ended) as pipe:
        return int(pipe.read())


@cache
def _server() -> socket.socket:
    """Starts the server, once in this process; it ends with it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        command = [sys.executable, "-m", "tests.fork_server", str(theirs.fileno())]
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()])
    return ours
