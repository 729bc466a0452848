"""What articles call one person, organisation or place besides its name: titles, offices, kinds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from newstemma.compare.uses import Use, side_by_side, without_determiner
from newstemma.model import AnnotatedArticle, Entity, Mention, Span, Wording

__all__ = ["descriptions"]

_LEADS_BY = 2  # times as often as any other, and the one that is named most is whom "the company" means
# What cannot stand in a title or a description: then a reading has gone over the phrase's end.
_NO_DESCRIPTION = frozenset(
    """a an the this that these those his her its their our my he she it they we who which when where while after
    before amid about and or but come comes came is are was were be been has have had led said says new other same
    another several some many""".split()
)
_HONORIFICS = frozenset("mr mrs ms miss dr prof professor sir dame lord lady madam".split())
_ROOT = 5  # letters that a country and its people mostly share


def descriptions(articles: Sequence[AnnotatedArticle], entities: Sequence[Entity]) -> Iterator[Wording]:
    """Yield what two or more articles call one entity, where it is not the same.

    >>> list(descriptions([], []))
    []

    Titles at a name count; "the company" counts only for the one that the article names far more than all others of its
    sort, and "the reformer" for the only person that it names: whom such words mean is a guess otherwise.
    """
    entity_of = {mention: entity for entity in entities for mention in entity.mentions}
    uses: dict[str, list[Use]] = defaultdict(list)
    names = {entity.id: entity.name for entity in entities}
    for article in articles:
        leading = _leading(article, entity_of)
        for mention in article.mentions:
            entity = entity_of.get(mention.span)
            if entity is None:
                continue
            use = _use(article, mention, leading=entity.id in leading)
            if use is not None and _describes(use):
                uses[entity.id].append(use)
    for identifier in sorted(uses):
        plain = _unqualified(uses[identifier])
        if _in_other_words(plain) and (wording := side_by_side(names[identifier], plain)):
            yield wording


def _leading(article: AnnotatedArticle, entity_of: Mapping[Span, Entity]) -> frozenset[str]:
    """Return the organisation and the place named far more often than any other, and the person if there is but one."""
    found = set()
    for kind in ("person", "organization", "place"):
        named = Counter(
            entity.id
            for mention in article.mentions
            if mention.form == "name"
            if (entity := entity_of.get(mention.span)) is not None and entity.type == kind
        ).most_common(2)
        if named and (len(named) == 1 or (kind != "person" and named[0][1] >= _LEADS_BY * named[1][1])):
            found.add(named[0][0])
    return frozenset(found)


def _use(article: AnnotatedArticle, mention: Mention, *, leading: bool) -> Use | None:
    if mention.form == "nominal":
        return without_determiner(article, mention.span) if leading else None
    title = article.title_of(mention)
    return without_determiner(article, title) if title else None


def _describes(use: Use) -> bool:
    """Tell whether the words are a title or a kind, and not more than that."""
    words = use.form.split()
    return (
        not _NO_DESCRIPTION.intersection(words)
        and not _HONORIFICS.issuperset(words)
        and not any(word[0].isdigit() for word in words)
    )


def _unqualified(uses: Sequence[Use]) -> list[Use]:
    """Give "the Norland president" the form of "president": whose office it is says nothing in other words."""
    forms = {use.form for use in uses}
    plain = []
    for use in uses:
        words, form = use.text.split(), use.form.split()
        shorter = (number for number in range(1, len(words)) if " ".join(form[number:]) in forms)
        cut = next((number for number in shorter if all(word[:1].isupper() for word in words[:number])), 0)
        plain.append(replace(use, form=" ".join(form[cut:])))
    return plain


def _in_other_words(uses: Sequence[Use]) -> bool:
    """Tell whether two of the terms differ by more than what one adds, a country's form or initials."""
    said = {frozenset(word[:_ROOT] for word in use.form.split()): use.form for use in uses}
    return any(
        not one <= other and not other <= one and not _initials(said[one], said[other])
        for one, other in combinations(sorted(said, key=said.__getitem__), 2)
    )


def _initials(one: str, other: str) -> bool:
    """Tell whether one term ends in the initials of the other's last words ("CEO")."""
    short, long = sorted((one, other), key=lambda form: len(form.split()))
    last = short.split()[-1].replace(".", "")
    return len(last) > 1 and "".join(word[0] for word in long.split()).endswith(last)
