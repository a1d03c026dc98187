"""Ports of this machine for programs that have to be told theirs."""

import os
import socket
from itertools import count

_FIRST, _LAST = 10_000, 32_000
"""Below those that the system gives to whoever asks for any: nobody gets one between our look and its use."""
_APART = 100
"""Test processes that were started one after the other look in different places."""

_numbers = count(os.getpid() * _APART)


def free_port() -> int:
    """Returns a port that nobody listens on, another one each time."""
    for number in _numbers:
        port = _FIRST + number % (_LAST - _FIRST)
        try:
            with socket.create_server(("127.0.0.1", port)):
                return port
        except OSError:
            continue
    raise AssertionError("numbers have no end")
