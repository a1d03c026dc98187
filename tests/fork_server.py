"""A process that has the program imported, and becomes it again and again: a command line then starts in no time.

It is asked on a socket whose number it is given: a JSON object with the streams to speak on, and a pipe for what
becomes of it. Each time it forks; the child's module, folder, environment, arguments and streams are those asked for.
"""

import gc
import json
import os
import runpy
import signal
import socket
import sys
from struct import Struct
from typing import Any

MOST = 1 << 17
"""Bytes that a question may have."""
NUMBER = Struct("i")
"""What comes through the pipe: the number of the process, and in the end its exit code."""


def _serve(control: socket.socket) -> dict[str, Any]:
    """Returns in a child, with what it shall be. The process itself ends when nobody can ask any more."""
    while True:
        asked, streams, _, _ = socket.recv_fds(control, MOST, 4)
        if not asked:
            os._exit(0)
        if os.fork() == 0:
            control.close()
            return _watch(json.loads(asked), streams)
        for stream in streams:
            os.close(stream)


def _watch(asked: dict[str, Any], streams: list[int]) -> dict[str, Any]:
    """Returns in a child once more; this process waits for it and tells how it ended."""
    *standard, ended = streams
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    child = os.fork()
    if child:
        os.write(ended, NUMBER.pack(child))
        _, status = os.waitpid(child, 0)
        os.write(ended, NUMBER.pack(os.waitstatus_to_exitcode(status)))
        os._exit(0)
    os.close(ended)
    for number, stream in enumerate(standard):
        os.dup2(stream, number)
        os.close(stream)
    return asked


def main() -> None:
    """Serves; in a child, runs the program from its first line."""
    import bot.__main__  # noqa: F401

    del sys.modules["bot.__main__"]  # so that it is run, not found
    gc.freeze()  # the children need not look through it, nor copy it
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those who wait
    asked = _serve(socket.socket(fileno=int(sys.argv[1])))
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    sys.argv[1:] = asked["arguments"]
    runpy.run_module(asked["module"], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
