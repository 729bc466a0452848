"""How properties are tested: without a deadline, since the first example pays for compiling patterns."""

from __future__ import annotations

import os

from hypothesis import settings

# The same examples at each run in CI, where a change must not fail by chance; new ones at a developer's desk.
settings.register_profile("newstemma", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("newstemma")
