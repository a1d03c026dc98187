"""``make bench``: every benchmark in one run, each beside its peers."""

import subprocess
import sys

PARTS = tuple(
    f"benchmarks.{part}"
    for part in ("matching", "reporting", "office", "store", "loops", "broadcast", "telegram", "web")
)

if __name__ == "__main__":
    for part in PARTS:
        sys.stdout.write(f"\n== {part}\n")
        sys.stdout.flush()
        subprocess.run([sys.executable, "-m", part], check=True)
