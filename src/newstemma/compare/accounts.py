"""Accounts: which articles go back to one channel of reporting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise, product

from newstemma.compare.credits import Credit, agency, find_credits, outlet_of
from newstemma.compare.passages import content
from newstemma.compare.prose import Prose, prose
from newstemma.model import Account, AnnotatedArticle, Evidence, Reuse, fingerprint
from newstemma.settings.accounts import AccountSettings
from newstemma.text.shingles import containment, shingles
from newstemma.text.tokens import key, tokenize

__all__ = ["find_accounts"]

_DEFAULT = AccountSettings()

_Ties = dict[tuple[str, str], tuple[Evidence, ...]]
_RUN_WORDS = 5  # words in the runs by which whole texts are compared


def find_accounts(
    articles: Sequence[AnnotatedArticle], reuse: Sequence[Reuse], *, settings: AccountSettings = _DEFAULT
) -> tuple[Account, ...]:
    """Return the accounts that `articles` make up, by evident common origin, sorted by their first article.

    >>> from newstemma.model import Article, Span
    >>> one, two = "Rain fell all night in Elmstead town.", "The bridge is closed until its pillars are mended."
    >>> texts = {"a": one, "b": one, "c": two}
    >>> articles = [AnnotatedArticle(Article(i, t), (Span(i, 0, len(t)),)) for i, t in texts.items()]
    >>> [account.articles for account in find_accounts(articles, ())]
    [('a', 'b'), ('c',)]

    Every article is in exactly one account; primary texts (transcripts, releases, posts) are in none. Two articles are
    tied by being near-duplicates, by a large share of common prose, by several shared passages of which one credits
    an origin, by a credit to one and the same agency with a shared passage, or by an outlet's repeating itself. Without
    such evidence they stay apart: "no common origin found", never "independent".
    """
    told = {article.id: article for article in articles if article.article.about.kind == "article"}
    credited = {id_: find_credits(article, settings=settings) for id_, article in told.items()}
    own = prose(articles, settings)
    ties = _copies(told, settings)
    for shared in reuse:
        if shared.articles[0] in told and shared.articles[1] in told:
            reasons = _tie(shared, told, own, credited, settings)
            if reasons:
                ties[shared.articles] = ties.get(shared.articles, ()) + reasons
    parts = _linked(sorted(told), ties)
    return tuple(_account(part, told, credited, ties) for part in parts)


def _copies(told: Mapping[str, AnnotatedArticle], settings: AccountSettings) -> _Ties:
    """Ties between articles of which one has much of the other's text, quotations included."""
    runs = {id_: _text_runs(article) for id_, article in told.items()}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for id_ in sorted(told):
        for run in sorted(runs[id_]):
            holders[run].append(id_)
    pairs: set[tuple[str, str]] = set()
    for members in holders.values():
        few = len(members) <= settings.article_limit
        pairs.update(combinations(members, 2) if few else pairwise(members))
    ties: _Ties = {}
    for first, second in sorted(pairs):
        share = containment(runs[first], runs[second])
        if share >= settings.same_text:
            text = f"{first} and {second}: {share:.0%} of the shorter text stands in the other"
            ties[first, second] = (Evidence("containment", text),)
    return ties


def _text_runs(article: AnnotatedArticle) -> set[int]:
    kept = ((span.start, span.end) for span in article.article.kept())
    words = [key(t.text) for start, end in kept for t in tokenize(article.article.text, start, end) if t.is_word]
    return set(shingles(words, _RUN_WORDS))


def _tie(
    shared: Reuse,
    told: Mapping[str, AnnotatedArticle],
    own: Mapping[str, Prose],
    credited: Mapping[str, tuple[Credit, ...]],
    settings: AccountSettings,
) -> tuple[Evidence, ...]:
    """Return the reasons for which a pair with shared passages is one account; none if they do not suffice."""
    first, second = (told[id_] for id_ in shared.articles)
    keys = [[key(t.text) for t in tokenize(first.article.text, a.start, a.end)] for a, _ in shared.passages]
    words, meaning = sum(map(len, keys)), sum(content(k) for passage in keys for k in passage if k[:1].isalnum())
    spans = tuple(span for pair in shared.passages for span in pair)
    passages = Evidence(
        "shared passage", f"{first.id} and {second.id} share {_counted(len(keys))}, {words} words", spans
    )
    least = min(len(own[article.id].keys) for article in (first, second))
    if words >= settings.same_prose * max(least, 1):
        return (passages,)
    if words < settings.linked_share * least:
        return ()
    if outlet_of(first) and outlet_of(first) == outlet_of(second) and meaning >= settings.publisher_content:
        return (passages, Evidence("publisher", f"both are printed by {first.article.about.outlet}"))
    credit = [reason for reason in shared.evidence if reason.kind == "credit"]
    several = len(shared.passages) >= settings.credited_passages and meaning >= settings.credited_content
    if credit and (several or _same_origin(*(credited[id_] for id_ in shared.articles))):
        return (passages, *credit)
    return ()


def _counted(passages: int) -> str:
    return "one passage" if passages == 1 else f"{passages} passages"


def _same_origin(first: Sequence[Credit], second: Sequence[Credit]) -> bool:
    """Tell whether both credit one origin for the whole article."""
    mine, others = ({c.origin for c in found if c.scope == "article"} for found in (first, second))
    return bool(mine & others)


def _linked(ids: Sequence[str], ties: _Ties) -> list[tuple[str, ...]]:
    """Parts of `ids` that are tied, strong ties first.

    Parts between which there are only weak ties are joined where most of the pairs across them are tied: else
    A that shares a few passages with B, and B with C, would make one account of A and C, which have nothing in common.
    """
    part: dict[str, tuple[str, ...]] = {id_: (id_,) for id_ in ids}
    for pair in sorted(ties, key=lambda pair: (_weak(ties[pair]), pair)):
        mine, others = part[pair[0]], part[pair[1]]
        if mine is others:
            continue
        across = [(min(a, b), max(a, b)) in ties for a, b in product(mine, others)] if _weak(ties[pair]) else [True]
        if 2 * sum(across) > len(across):
            joint: tuple[str, ...] = tuple(sorted(mine + others))
            part.update(dict.fromkeys(joint, joint))
    return sorted(set(part.values()))


def _weak(reasons: Sequence[Evidence]) -> bool:
    """Tell whether common words alone would not tie a pair."""
    kinds = {reason.kind for reason in reasons}
    return "containment" not in kinds and bool(kinds & {"credit", "publisher"})


def _account(
    part: tuple[str, ...],
    told: Mapping[str, AnnotatedArticle],
    credited: Mapping[str, tuple[Credit, ...]],
    ties: _Ties,
) -> Account:
    inside = set(part)
    reasons = [reason for pair, found in sorted(ties.items()) if inside.issuperset(pair) for reason in found]
    origins = [(credit.origin, credit) for id_ in part for credit in credited[id_] if credit.scope == "article"]
    published = [name for id_ in part for name in _published_by(told[id_])]
    # A credit for one passage names the origin of several articles only where it is what ties them: an outlet that
    # repeats its own report, credited sentence included, does not go back to that sentence's source.
    tying = {span for reason in reasons if reason.kind == "credit" for span in reason.spans}
    origins += [(c.origin, c) for id_ in part for c in credited[id_] if c.scope == "passage" and c.span in tying]
    votes = Counter([name for name, _ in origins] + published)
    origin = min(votes, key=lambda name: (name not in published, -votes[name], name), default="")
    named = [credit for name, credit in origins if name == origin]
    reasons += [Evidence("credit", f"{credit.span.article} credits {origin}", (credit.span,)) for credit in named]
    reasons += [Evidence("publisher", f"printed by {origin}")] if origin in published else []
    return Account(fingerprint("account", *part), part, origin, tuple(dict.fromkeys(reasons)))


def _published_by(article: AnnotatedArticle) -> list[str]:
    """The agency that prints an article itself or stands in its byline."""
    about = article.article.about
    return sorted({name for given in (about.outlet, about.author) if given and (name := agency(given))})
