"""Standard input as it comes, without holding up the loop: until its end, or until the program is asked to end."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from threading import Thread


async def typed_lines() -> AsyncIterator[str]:
    """Yields the lines that hold something. SIGTERM and SIGINT end it like the end of the input."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[str | None] = asyncio.Queue(maxsize=1)
    ended = asyncio.Event()

    def read() -> None:
        for line in iter(sys.stdin.readline, ""):
            if line.strip():
                asyncio.run_coroutine_threadsafe(queue.put(line.strip()), loop).result()
        asyncio.run_coroutine_threadsafe(queue.put(None), loop).result()

    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, ended.set)
    # A daemon: it hangs in the read, and must not hold up the end of the program.
    Thread(target=read, daemon=True).start()
    end = asyncio.create_task(ended.wait())
    try:
        while not ended.is_set():
            taken = asyncio.create_task(queue.get())
            await asyncio.wait((taken, end), return_when=asyncio.FIRST_COMPLETED)
            if not taken.done() or (line := taken.result()) is None:
                taken.cancel()
                return
            yield line
    finally:
        end.cancel()
