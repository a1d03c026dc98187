"""Many small wishes, one piece of work: what is wished while the last piece is under way is done together."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

_Wish = TypeVar("_Wish")
_Done = TypeVar("_Done")

MOST = 100  # wishes in one piece: others must get their turn at the database


class Gathered(Generic[_Wish, _Done]):
    """Does ``work`` for many at once: a commit costs the disk the same for one as for a hundred."""

    def __init__(self, work: Callable[[Sequence[_Wish]], Awaitable[Sequence[_Done]]], most: int = MOST) -> None:
        """``work`` returns a result for each wish, in their order, and does all or nothing."""
        self._work = work
        self._most = most
        self._waiting: deque[tuple[_Wish, asyncio.Future[_Done]]] = deque()
        self._worker: asyncio.Task[None] | None = None

    async def do(self, wish: _Wish) -> _Done:
        """Returns the result of this wish. Raises what the work raises for it alone."""
        done: asyncio.Future[_Done] = asyncio.get_running_loop().create_future()
        self._waiting.append((wish, done))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._run())
        return await done

    async def _run(self) -> None:
        while self._waiting:
            taken = [self._waiting.popleft() for _ in range(min(self._most, len(self._waiting)))]
            if not await self._together(taken):
                for one in taken:
                    await self._alone(*one)

    async def _together(self, taken: Sequence[tuple[_Wish, asyncio.Future[_Done]]]) -> bool:
        """Returns whether it went well: else one of them spoils it for all, and each is tried alone."""
        try:
            results = await self._work([wish for wish, _ in taken])
        except Exception:
            return False
        for (_, done), result in zip(taken, results, strict=True):
            if not done.done():
                done.set_result(result)
        return True

    async def _alone(self, wish: _Wish, done: "asyncio.Future[_Done]") -> None:
        try:
            (result,) = await self._work([wish])
        except Exception as error:
            if not done.done():
                done.set_exception(error)
        else:
            if not done.done():
                done.set_result(result)
