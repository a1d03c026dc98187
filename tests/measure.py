"""``python -m tests.measure`` prints how rows, noises and traps stand. Its parts: --rows, --noise, --traps.

--seed N: the first seed. --seeds N: how many. --full: all forms of each row and all questions, not a sample.
--names: mistyped names of communes too. --only TEXT: tables, kinds and noises with this in their names. --misses N:
what fails. It always ends well: it measures, the tests judge.
"""

import argparse
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from time import perf_counter

from knowledge.base import Base, build
from knowledge.library import open_library
from tests.asking.ask import Ask
from tests.exam import Question
from tests.invariance import Sat, answerable, is_lost, sample, share, sit_typed, traps, under
from tests.noise import NOISES
from tests.rows import CLEAN, VERDICTS, Reply, Task, asked, one_each, replied
from tests.trial import each

SAMPLE = 150
_GOOD = ("right", "asked")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures the parts that are asked for, or all."""
    asked_for = _arguments(arguments)
    base = build(open_library())
    parts: dict[str, Callable[[Base, argparse.Namespace], None]] = {"rows": rows, "noise": noise, "traps": trapped}
    chosen = [name for name in parts if getattr(asked_for, name)] or list(parts)
    for name in chosen:
        start = perf_counter()
        parts[name](base, asked_for)
        _say(f"  ({perf_counter() - start:.0f} s)\n")
    return 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.measure", description=__doc__)
    for part in ("rows", "noise", "traps", "full", "names"):
        parser.add_argument(f"--{part}", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    return parser.parse_args(arguments)


def rows(base: Base, asked_for: argparse.Namespace) -> None:
    """Prints right, asked, missed and wrong by table for the clean questions, and by noise for all tables together."""
    every = [ask for ask in asked(base.library) if not asked_for.names or ask.place]
    asks = every if asked_for.full or asked_for.names else one_each(every, asked_for.seed)
    tasks = []
    for name in (CLEAN, *NOISES):
        seeds = [asked_for.seed] if name in (CLEAN, "no accents") else _seeds(asked_for)
        for seed in seeds:
            some = asks if asked_for.full or name in (CLEAN, "no accents") else _some(asks, f"{name} {seed}")
            tasks += [Task(ask, name, seed, protect=not asked_for.names) for ask in some]
    replies = each(replied, base, [task for task in tasks if _is_meant(task, asked_for.only)], asked_for.processes)
    for name in (CLEAN, "no accents"):
        _say(f"Rows, {name}:")
        _print(_counted((reply.task.ask.table, reply) for reply in replies if reply.task.noise == name))
    _say("Rows, by noise:")
    _print(_counted((reply.task.noise, reply) for reply in replies))
    _say("Rows, by table, the other noises:")
    _print(
        _counted((reply.task.ask.table, reply) for reply in replies if reply.task.noise not in (CLEAN, "no accents"))
    )
    lost = [reply for reply in replies if reply.verdict not in _GOOD and not reply.unclear]
    _misses([_shown(reply) for reply in sorted(lost, key=_group)], asked_for)


def _is_meant(task: Task, only: str) -> bool:
    return only in f"{task.ask.table} {task.noise}"


def _some(asks: Sequence[Ask], seed: str) -> Sequence[Ask]:
    return Random(seed).sample(asks, min(SAMPLE, len(asks)))


def _counted(named: Iterable[tuple[str, Reply]]) -> Mapping[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, reply in named:
        counts[name]["left out" if reply.unclear else reply.verdict] += 1
        counts[name]["another's"] += reply.other and not reply.unclear
    return counts


def _print(counts: Mapping[str, Counter[str]]) -> None:
    columns = (*VERDICTS, "another's", "left out")
    _say(f"  {'':22}{'right or asked':>15}" + "".join(f"{column:>11}" for column in columns))
    for name, count in counts.items():
        total = sum(count[verdict] for verdict in VERDICTS)
        good = 100 * sum(count[verdict] for verdict in _GOOD) / total if total else 100.0
        _say(f"  {name:22}{good:13.1f} %" + "".join(f"{count[column] or '':>11}" for column in columns))


def _group(reply: Reply) -> tuple[str, str, str]:
    return reply.task.noise, reply.task.ask.table, reply.verdict


def _shown(reply: Reply) -> str:
    ask = reply.task.ask
    head = f"{reply.verdict} [{reply.task.noise}] {ask.table} {ask.row} ({ask.form}): {_line(reply.typed)}"
    return f"{head}\n      {_line(reply.text)[:220]}"


def noise(base: Base, asked_for: argparse.Namespace) -> None:
    """Prints accuracy, loss against the same questions clean, and wrong facts by noise."""
    questions = [
        one for one in answerable() if asked_for.full or asked_for.only in one.kind or asked_for.only in NOISES
    ]
    some = questions if asked_for.full else sample(questions, 2 * SAMPLE, asked_for.seed)
    names = [asked_for.only] if asked_for.only in NOISES else list(NOISES)
    given = [*under([CLEAN], some, [0]), *under(names, [*some, *_traps(asked_for)], _seeds(asked_for))]
    sat = each(sit_typed, base, given, asked_for.processes)
    clean = {one.typed.clean.id: one for one in sat if one.typed.noise == CLEAN}
    _say(f"Noise: {len(some)} questions, {len(_traps(asked_for))} traps")
    _say(f"  {'':22}{'right':>9}{'loss':>8}{'asked':>8}{'missed':>8}{'wrong':>8}{'traps':>8}{'left out':>10}")
    for name in (CLEAN, *names):
        own = [one for one in sat if one.typed.noise == name]
        clear = [one for one in own if one.typed.clean.answerable and not one.unclear]
        loss = share([clean[one.typed.clean.id] for one in clear]) - share(clear)
        count = Counter(one.result.verdict for one in clear)
        fallen = sum(
            one.result.verdict == "wrong" and not one.unclear for one in own if one.typed.clean.answerable is False
        )
        out = sum(one.unclear for one in own)
        numbers = "".join(f"{count[verdict] or '':>8}" for verdict in VERDICTS[1:])
        _say(f"  {name:22}{share(clear):7.1f} %{loss:8.1f}{numbers}{fallen or '':>8}{out or '':>10}")
    lost = [
        one
        for one in sat
        if not one.unclear and (one.result.verdict == "wrong" or is_lost(one, clean.get(one.typed.clean.id, one)))
    ]
    _misses([_told(one) for one in lost], asked_for)


def _traps(asked_for: argparse.Namespace) -> list[Question]:
    if asked_for.only and asked_for.only not in NOISES:
        return []
    return traps() if asked_for.full else sample(traps(), SAMPLE)


def _told(one: Sat) -> str:
    head = f"{one.result.verdict} [{one.typed.noise}] {one.typed.clean.kind}: {_line(one.result.question.text)}"
    return f"{head}\n      {_line(one.result.reply)[:220]}"


def trapped(base: Base, asked_for: argparse.Namespace) -> None:
    """Prints how many traps are answered."""
    sat = each(sit_typed, base, under([CLEAN], traps(), [0]), asked_for.processes)
    answered = [one for one in sat if one.result.verdict == "wrong"]
    _say(f"Traps: {len(answered)} of {len(sat)} answered")
    _misses([_told(one) for one in answered], asked_for)


def _seeds(asked_for: argparse.Namespace) -> range:
    return range(asked_for.seed, asked_for.seed + asked_for.seeds)


def _misses(lines: Sequence[str], asked_for: argparse.Namespace) -> None:
    """Prints some of what fails, spread over all groups."""
    some = sorted(Random(asked_for.seed).sample(range(len(lines)), min(asked_for.misses, len(lines))))
    for at in some:
        _say(f"  - {lines[at]}")
    if some and len(some) < len(lines):
        _say(f"  … {len(some)} of {len(lines)}")


def _line(text: str) -> str:
    return " / ".join(text.splitlines())


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    raise SystemExit(main())
