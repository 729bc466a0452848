"""`python -m bench`: see `bench.line`."""

from bench.line import main

main()
