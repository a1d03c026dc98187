"""The test platform as a process of its own: control over HTTP, for benchmarks and kill tests."""

import argparse
import asyncio
import json
from typing import Any

from tests.telegram_faults import Fault, Limits
from tests.telegram_http import Answer, Request
from tests.telegram_server import TOKEN, TelegramServer


class ControlledServer(TelegramServer):
    """``POST /control/say`` makes people write; ``GET /control/report`` tells what was delivered."""

    def answer(self, request: Request) -> Any:
        """Returns the answer to control requests, and the platform's to all others."""
        if request.path == "/control/say":
            asked = json.loads(request.body)
            people = asked.get("people", 200)
            for number in range(asked["count"]):
                self.say(1000 + number % people, f"{asked.get('label', '')}{number}")
            return Answer(200, b"{}")
        if request.path == "/control/report":
            seen = [[message.at, message.chat, message.text] for message in self.delivered]
            return Answer(200, json.dumps({"delivered": seen, "pending": len(self.pending)}).encode())
        if request.path == "/control/count":
            return Answer(200, json.dumps(len(self.delivered)).encode())
        if request.path == "/control/reset":
            self.pending.clear()
            self.delivered.clear()
            return Answer(200, b"{}")
        return super().answer(request)


async def serve(arguments: argparse.Namespace) -> None:
    """Prints the address as one JSON line and serves until it is ended."""
    chances = {Fault(name): float(chance) for name, _, chance in (fault.partition("=") for fault in arguments.fault)}
    limits = Limits(arguments.rate, arguments.chat_rate, arguments.retry_after)
    server = ControlledServer(
        arguments.token, seed=arguments.seed, chances=chances, limits=limits, stall=arguments.stall
    )
    server.keep_calls = False
    url = await server.start(arguments.port)
    print(json.dumps({"url": url}), flush=True)  # noqa: T201 (whoever started it reads this)
    await asyncio.Event().wait()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.telegram_server", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fault", action="append", default=[], metavar="NAME=CHANCE")
    parser.add_argument("--rate", type=int, help="deliveries a second, to all chats")
    parser.add_argument("--chat-rate", type=int, help="deliveries a second, to one chat")
    parser.add_argument("--retry-after", type=int, default=1)
    parser.add_argument("--stall", type=float, default=3600)
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
