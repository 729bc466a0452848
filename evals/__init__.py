"""Accuracy on gold sets: each module measures one thing and prints it; `python -m evals` prints all as one table."""
