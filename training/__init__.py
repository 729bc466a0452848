"""Makes the shipped weights from the gold sets; not in the wheel. `training/README.md` has the commands."""
