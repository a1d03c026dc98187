"""``make bench``: every benchmark in one run, each beside its peers."""

import subprocess
import sys

PARTS = ("benchmarks.matching", "benchmarks.reporting", "benchmarks.store", "benchmarks.loops", "benchmarks.telegram")

if __name__ == "__main__":
    for part in PARTS:
        sys.stdout.write(f"\n== {part}\n")
        sys.stdout.flush()
        subprocess.run([sys.executable, "-m", part], check=True)
