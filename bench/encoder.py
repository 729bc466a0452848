"""Speed of close reading: the encoder alone and with all rules, beside rules only, on one and on two processors.

`python -m bench.encoder` prints pieces and articles of 750 words a second (wall time), the time to open the encoder,
and what the same work costs by rules. Articles are invented; on two processors two processes read half of them each.
"""

from __future__ import annotations

import os
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from bench.synthetic import synthetic_articles
from newstemma.annotate import annotate, paragraphs, sentences
from newstemma.annotate.quotation import pair_quotations
from newstemma.encoder import open_encoder, open_tokenizer
from newstemma.encoder.pieces import Passages, cut_pieces
from newstemma.encoder.weights import find_weights
from newstemma.model import Article
from newstemma.settings.annotate import AnnotateSettings

__all__ = ["articles_of_750_words", "main", "opening_seconds", "read_all"]

WORDS = 750


def articles_of_750_words(count: int) -> list[Article]:
    """Return so many invented articles, each made of as many short ones as 750 words take."""
    made: list[Article] = []
    parts: list[str] = []
    for article in synthetic_articles(4 * count):
        parts.append(article.text)
        words = "\n\n".join(parts).split(" ")
        if len(words) >= WORDS:
            made.append(Article(f"a{len(made)}", " ".join(words[:WORDS])))
            parts = []
    return made[:count]


def opening_seconds() -> float:
    """Return the seconds that opening the encoder takes, its library already imported."""
    start = time.perf_counter()
    open_encoder()
    return time.perf_counter() - start


def read_all(articles: list[Article], how: str) -> float:
    """Return the seconds that reading `articles` takes: by "rules", by the "encoder" alone, or by "both"."""
    encoder = None if how == "rules" else open_encoder()
    start = time.perf_counter()
    for article in articles:
        if how == "encoder" and encoder is not None:
            whole = paragraphs(article)
            encoder.encode(article, whole, sentences(article, whole), pair_quotations(article, whole))
        else:
            annotate(article, settings=AnnotateSettings(), encoder=encoder)
    return time.perf_counter() - start


def pieces_of(article: Article) -> int:
    """Return how many word pieces an article has."""
    whole = paragraphs(article)
    cut = [(span.start, span.end) for span in sentences(article, whole)]
    return len(cut_pieces(article.text, Passages(cut, cut), open_tokenizer(find_weights())))


def main() -> None:
    """Print the table."""
    articles = articles_of_750_words(40)
    pieces = pieces_of(articles[0])
    print(f"opening the encoder: {opening_seconds():.2f} s")
    print(f"{'processors':>10} {'read by':>9} {'articles/s':>11} {'pieces/s':>9}")
    # Threads that numpy keeps spinning in one process would take the other its processor.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(read_all, [articles[:1]] * 2, ["both"] * 2))  # modules imported, expressions compiled
        for how in ("rules", "encoder", "both"):
            one = pool.submit(read_all, articles[:20], how).result()
            two = max(pool.map(read_all, [articles[:20], articles[20:]], [how, how]))
            for processors, count, seconds in ((1, 20, one), (2, 40, two)):
                rate = count / seconds
                print(f"{processors:10} {how:>9} {rate:11.1f} {rate * pieces:9.0f}")


if __name__ == "__main__":
    main()
