"""`python -m newstemma.cli`: the same as the `newstemma` command."""

from newstemma.cli import main

main()
