"""Offset-keeping work on text: tokens, sentences, alignment, shingles. Knows words, not news."""
