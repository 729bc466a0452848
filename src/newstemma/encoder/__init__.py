"""The shipped model: an article's words to roles of attributions, names, links and sentence vectors.

One small transformer (MiniLM, Wang et al. 2020; base weights all-MiniLM-L6-v2) with eight-bit weights, run by
onnxruntime. How it was trained is in `training/`, how well it reads in docs/encoder.md.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from newstemma.encoder.decoding import Floats, best_paths, log_shares, role_steps, steps_allowed, tag_runs
from newstemma.encoder.linking import links
from newstemma.encoder.pieces import CLS, SEP, Ints, Passages, Pieces, cut_pieces
from newstemma.encoder.tags import NAME_TYPES, ROLES
from newstemma.encoder.weights import FOLDER, GRAPH, TOKENIZER, Weights, find_weights
from newstemma.encoder.windows import cut_windows
from newstemma.model import Article, Encoding, NamedSpan, QuotedSpan, RoleSpan, Span

__all__ = ["SmallEncoder", "Window", "open_encoder", "open_session", "open_tokenizer"]

_BYTE = 127  # what a dimension of one is kept as
_OUTPUTS = ["roles", "names", "link_from", "link_to", "vectors"]


class Window(NamedTuple):
    """What one pass gave: scores of tags and sides of the pointer for each word, and a vector for each sentence.

    `firsts` is the row of `reached` at which a word begins; row 0 stands before all words.
    """

    words: range
    sentences: range
    firsts: Ints
    roles: Floats
    names: Floats
    leaving: Floats
    reached: Floats
    vectors: Floats


def open_encoder(folder: Path = FOLDER, *, threads: int = 1) -> SmallEncoder:
    """Open the weights in `folder`, the shipped ones if no other is named.

    >>> open_encoder().name == open_encoder(threads=2).name
    True

    `threads` is how many windows of an article are read at once; the result does not hang on it. Raises `WeightsError`
    where the weights are missing or altered.
    """
    weights = find_weights(folder)
    return SmallEncoder(weights, open_session(weights.folder / GRAPH), open_tokenizer(weights), threads=threads)


def open_session(graph: Path) -> onnxruntime.InferenceSession:
    """Open a graph for calls that use one processor each and may come from several threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The fused sum and norm is ten times slower on a CPU than the two by themselves.
    slow = ["SkipLayerNormFusion"]
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=slow)


def open_tokenizer(weights: Weights) -> Tokenizer:
    """Open the tokenizer of `weights`, which neither cuts nor fills up what it reads."""
    tokenizer = Tokenizer.from_file(str(weights.folder / TOKENIZER))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


class SmallEncoder:
    """The encoder with its weights in memory; made by `open_encoder`."""

    def __init__(
        self,
        weights: Weights,
        session: onnxruntime.InferenceSession,
        tokenizer: Tokenizer,
        *,
        threads: int,
    ) -> None:
        self._name = weights.name
        self._session = session
        self._tokenizer = tokenizer
        self._role_steps = role_steps(weights.manifest["role_steps"], weights.manifest["span_bonus"])
        self._name_steps = steps_allowed(len(NAME_TYPES))
        self._pool = ThreadPoolExecutor(threads) if threads > 1 else None

    @property
    def name(self) -> str:
        """Version of the weights and the first digits of their sha256."""
        return self._name

    def encode(
        self, article: Article, paragraphs: Sequence[Span], sentences: Sequence[Span], quoted: Sequence[QuotedSpan]
    ) -> Encoding:
        """Return the role spans, the names and the sentence vectors of an article.

        An article without sentences has none. A sentence without any word has a vector of zeros.
        """
        passages = Passages(
            [(one.start, one.end) for one in sentences],
            [(one.start, one.end) for one in paragraphs],
            [(one.span.start, one.span.end) for one in quoted if one.depth == 0],
        )
        pieces = cut_pieces(article.text, passages, self._tokenizer)
        windows = self._read(pieces)
        return Encoding(
            self._roles(article, pieces, windows),
            self._names(article, pieces, windows),
            tuple(np.rint(_BYTE * row).astype(np.int8).tobytes() for row in _vectors(windows, len(sentences))),
        )

    def vectors(self, texts: Sequence[str]) -> tuple[array[float], ...]:
        """Return a vector of length one for each text, read alone; an empty text has a vector of zeros."""
        found: list[array[float]] = []
        for text in texts:
            whole = [(0, len(text))]
            windows = self._read(cut_pieces(text, Passages(whole, whole), self._tokenizer))
            found += (array("f", row.tobytes()) for row in _vectors(windows, 1))
        return tuple(found)

    def _read(self, pieces: Pieces) -> list[Window]:
        """Read all windows; each is one call of its own, so that nothing of one bears upon another."""
        cut = cut_windows(pieces)
        if self._pool is None or len(cut) < 2:
            return [self._read_window(pieces, *bounds) for bounds in cut]
        return list(self._pool.map(lambda bounds: self._read_window(pieces, *bounds), cut))

    def _read_window(self, pieces: Pieces, start: int, end: int) -> Window:
        ids = np.empty((1, end - start + 2), np.int64)
        ids[0, 0], ids[0, 1:-1], ids[0, -1] = CLS, pieces.ids[start:end], SEP
        features = np.zeros_like(ids)
        features[0, 1:-1] = pieces.features[start:end]
        of_piece = pieces.sentences[pieces.words[start:end]]
        sentences = range(int(of_piece[0]), int(of_piece[-1]) + 1)
        pooling = np.zeros((1, len(sentences), ids.shape[1]), np.float32)
        pooling[0, of_piece - sentences.start, np.arange(1, end - start + 1)] = 1
        given = {"ids": ids, "features": features, "pooling": pooling / np.maximum(1, pooling.sum(2, keepdims=True))}
        roles, names, leaving, reached, vectors = (output[0] for output in self._session.run(_OUTPUTS, given))
        # A word that was cut in two by a window's end belongs to the window in which it begins.
        words = range(int(np.searchsorted(pieces.firsts, start)), int(np.searchsorted(pieces.firsts, end)))
        first = pieces.firsts[words.start : words.stop] - start + 1
        return Window(words, sentences, first, roles[first], names[first], leaving[first], reached, vectors)

    def _roles(self, article: Article, pieces: Pieces, windows: Sequence[Window]) -> tuple[RoleSpan, ...]:
        found: list[RoleSpan] = []
        paths = best_paths([window.roles for window in windows], self._role_steps)
        for window, path in zip(windows, paths, strict=True):
            if not len(path):
                continue
            spans = tag_runs(path, pieces.paragraphs[window.words.start : window.words.stop])
            targets = links(spans, window.leaving, window.reached, window.firsts)
            sure = np.exp(log_shares(window.roles))[np.arange(len(path)), path]
            held = len(found)
            for (role, start, end), target in zip(spans, targets, strict=True):
                span = _span(article, pieces, window.words.start + start, window.words.start + end)
                link = held + target if target >= 0 else -1
                found.append(RoleSpan(span, ROLES[role], link, round(float(sure[start:end].mean()), 4)))
        return tuple(found)

    def _names(self, article: Article, pieces: Pieces, windows: Sequence[Window]) -> tuple[NamedSpan, ...]:
        found: list[NamedSpan] = []
        scores = [log_shares(window.names) if len(window.names) else window.names for window in windows]
        for window, shares, path in zip(windows, scores, best_paths(scores, self._name_steps), strict=True):
            sentences = pieces.sentences[window.words.start : window.words.stop]
            for kind, start, end in tag_runs(path, sentences):
                span = _span(article, pieces, window.words.start + start, window.words.start + end)
                sure = float(np.exp(shares[np.arange(start, end), path[start:end]]).mean())
                found.append(NamedSpan(span, NAME_TYPES[kind], round(sure, 4)))
        return tuple(found)


def _span(article: Article, pieces: Pieces, start: int, end: int) -> Span:
    """Return the span of the words from `start` up to `end`."""
    return article.span(int(pieces.starts[start]), int(pieces.ends[end - 1]))


def _vectors(windows: Sequence[Window], count: int) -> Floats:
    """Return a vector for each sentence; one that two windows share has the sum of both, brought to length one."""
    summed = np.zeros((count, windows[0].vectors.shape[1] if windows else 0), np.float32)
    for window in windows:
        summed[window.sentences.start : window.sentences.stop] += window.vectors
    lengths = np.linalg.norm(summed, axis=1, keepdims=True)
    return (summed / np.where(lengths > 0, lengths, 1)).astype(np.float32)
