"""Command lines in tests: each a process of its own, with its own folder and settings."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from tests.forked import start


def bot(*arguments: str, given: str = "", folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Returns how a run of ``python -m bot`` ended, in a folder of its own and with these settings only."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DONGDOI_")}
    environment = clean | {f"DONGDOI_{name}": value for name, value in settings.items()}
    with TemporaryFile() as typed, TemporaryFile() as said, TemporaryFile() as told:
        typed.write(given.encode())
        typed.seek(0)
        code = start("bot", arguments, folder, environment, [typed.fileno(), said.fileno(), told.fileno()]).wait()
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
