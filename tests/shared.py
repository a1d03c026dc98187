"""The folder of source material beside the project. A stranger's clone lacks it: what needs it says so and skips."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"

needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the plans' own texts are not here (../shared)")
