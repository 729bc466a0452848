"""Entities: whom or what the names of a story's articles stand for, across the articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from newstemma.align.forms import acronyms, compact, contains, one_person, shouted, title_words, without_lead
from newstemma.align.referents import Local, foremost, local_referents, name_tokens
from newstemma.model import AnnotatedArticle, Entity, EntityType, Span, fingerprint
from newstemma.text.names import name_words

__all__ = ["link_entities", "name_tokens"]

_REGIONS = frozenset(["Africa", "Asia", "Europe", "America", "Americas", "Middle East", "International"])
_SINGLE_OFFICES = frozenset(
    """president chairman chairwoman chair chairperson chief mayor governor premier chancellor minister secretary ceo
    director head commissioner ambassador superintendent rector principal""".split()
)


class _Groups:
    """Referents that are one, as a forest; the root is the first in order."""

    def __init__(self, locals_: Sequence[Local]) -> None:
        self.locals = locals_
        self.parent = list(range(len(locals_)))

    def root(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self.parent[second] = first

    def articles(self, index: int) -> frozenset[str]:
        """Return the articles that print a full name of the group of `index`."""
        root = self.root(index)
        alike = [local for number, local in enumerate(self.locals) if self.root(number) == root]
        return frozenset(span.article for local in alike if len(local.tokens) > 1 for span in local.spans)

    def members(self) -> list[list[int]]:
        """Return the groups, each in order, by their first members."""
        groups: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self.parent)):
            groups[self.root(index)].append(index)
        return [groups[root] for root in sorted(groups)]


def _join_equal(groups: _Groups) -> None:
    """Join equal names: father and son stay apart by "Jr.", a person and a place of one word by type."""
    by_key: dict[tuple[object, ...], int] = {}
    for index, local in enumerate(groups.locals):
        tokens = local.tokens
        if not local.described and local.type in {"organization", "other"}:
            tokens = tuple(sorted(without_lead(tokens)))
        kind = local.type if len(tokens) == 1 and local.type in {"person", "place"} else ""
        key = (tokens, local.generation, kind, local.described)
        groups.join(by_key.setdefault(key, index), index)


def _join_undecided(groups: _Groups) -> None:
    """Join a word of unknown or doubtful type to the one referent of that name whose type is known."""
    by_word: dict[str, set[int]] = defaultdict(set)
    for index, local in enumerate(groups.locals):
        if len(local.tokens) == 1 and not local.described:
            by_word[local.tokens[0]].add(groups.root(index))
    for word in sorted(by_word):
        roots = sorted(by_word[word])
        kinds = {root: groups.locals[root].type for root in roots}
        settled = [root for root in roots if kinds[root] in {"person", "place"}]
        if len(settled) == 1:
            for root in roots:
                groups.join(settled[0], root)


def _join_shorter(groups: _Groups) -> None:
    """Join names of several words to the one longer name that contains them, middle initials aside."""
    fullest: dict[tuple[str, str], list[int]] = defaultdict(list)
    heads: dict[tuple[str, ...], int] = {}
    for members in groups.members():
        for index in members:
            tokens = groups.locals[index].tokens
            if len(tokens) > 1 and not groups.locals[index].described:
                heads.setdefault(tokens, index)
    for tokens in heads:
        for word in {tokens[0], tokens[-1]}:
            fullest[word, groups.locals[heads[tokens]].type].append(heads[tokens])
    for tokens in sorted(heads, key=lambda item: (-len(item), item)):
        index = heads[tokens]
        longer = {
            other
            for word in (tokens[0], tokens[-1])
            for other in fullest[word, groups.locals[index].type]
            if contains(groups.locals[other], groups.locals[index])
        }
        hosts = {groups.root(other) for other in longer} - {groups.root(index)}
        if len(hosts) == 1:
            groups.join(hosts.pop(), index)


def _join_single(groups: _Groups) -> None:
    """Join surnames to the one person of that surname in the story, and acronyms to the one body that they fit."""
    people: dict[str, set[int]] = defaultdict(set)
    bodies: dict[str, set[int]] = defaultdict(set)
    for index, local in enumerate(groups.locals):
        tokens, root = local.tokens, groups.root(index)
        if local.described:
            continue
        if len(tokens) > 1 and local.type == "person":
            people[tokens[-1]].add(root)
        if local.type == "organization":
            for short in acronyms(local):
                bodies[short].add(root)
    titles: dict[int, set[str]] = defaultdict(set)
    for index, local in enumerate(groups.locals):
        titles[groups.root(index)] |= title_words(local.titles)
    for index, local in enumerate(groups.locals):
        if len(local.tokens) != 1 or local.described or local.type == "place":
            continue
        hosts = people[local.tokens[0]] if local.type in {"person", "other"} else set()
        hosts = hosts or (bodies[local.tokens[0]] if shouted(local.name) else set())
        roots = sorted({groups.root(host) for host in hosts} - {groups.root(index)})
        if len(roots) > 1:
            roots = [root for root in roots if titles[root] & title_words(local.titles)]
        if len(roots) == 1:
            groups.join(roots[0], index)


def _join_called(groups: _Groups) -> None:
    """Join full names that differ in what a person is called, where no article prints both as two people."""
    by_surname: dict[str, list[int]] = defaultdict(list)
    for members in groups.members():
        for index in members:
            local = groups.locals[index]
            if local.type == "person" and len(local.tokens) > 1 and not local.described:
                by_surname[local.tokens[-1]].append(index)
    for surname in sorted(by_surname):
        for one, other in combinations(by_surname[surname], 2):
            if groups.root(one) == groups.root(other) or not one_person(groups.locals[one], groups.locals[other]):
                continue
            if not groups.articles(one) & groups.articles(other):
                groups.join(one, other)


def _join_tags(groups: _Groups) -> None:
    """Join hashtags to the one body whose name they run together, branches to the body whose acronym they begin with.

    "#SaveOurHarbor" is the Save Our Harbor campaign, "LLS Africa" the League of Lylish Sailors.
    """
    bodies: dict[str, set[int]] = defaultdict(set)
    places: set[tuple[str, ...]] = set()
    for index, local in enumerate(groups.locals):
        if local.type == "organization" and not local.described and "#" not in local.name:
            spelled = acronyms(local) if len(local.tokens) > 2 else set()
            for short in {compact(local.tokens), *spelled} if len(local.tokens) > 1 else ():
                bodies[short].add(groups.root(index))
        elif local.type == "place":
            places.add(local.tokens)
    for index, local in enumerate(groups.locals):
        if local.described or len(local.name) < 2:
            continue
        tag = compact(local.tokens) if local.name[0] == "#" else ""
        first, _, rest = local.name.partition(" ")
        if shouted(first) and rest and (local.tokens[1:] in places or rest in _REGIONS):
            tag = local.tokens[0]
        hosts = {groups.root(root) for root in bodies.get(tag, ())} - {groups.root(index)}
        if len(hosts) == 1:
            groups.join(hosts.pop(), index)


def _join_offices(groups: _Groups) -> None:
    """Join "the president of the Lyle Board" to the one person of the story who has that title."""
    holders: dict[str, set[int]] = defaultdict(set)
    words: dict[int, list[set[str]]] = defaultdict(list)
    for index, local in enumerate(groups.locals):
        if local.type == "person" and not local.described:
            for title in local.titles:
                said = set(name_words(title))
                words[groups.root(index)].append(said)
                for role in said & _SINGLE_OFFICES:
                    holders[role].add(groups.root(index))
    for index, local in enumerate(groups.locals):
        role = local.tokens[-1] if local.described and local.definite and local.tokens else ""
        found = {
            groups.root(root)
            for root in holders.get(role, ())
            if any(said >= set(local.tokens) for said in words[root])
        }
        if len(found) == 1:
            groups.join(found.pop(), index)


def _entity(members: Sequence[Local]) -> Entity:
    """Build the entity of the referents `members`."""
    types: Counter[EntityType] = Counter()
    forms: Counter[str] = Counter()
    for local in members:
        types.update(local.types)
        forms.update(local.forms)
        forms[local.name] += 1
    called = [form for local in members if not local.described for form in (*local.forms, local.name)] or list(forms)
    mixed = [form for form in called if not (form.isupper() and len(form) > 5)] or called
    name = min(mixed, key=lambda form: (-len(name_tokens(form)), -forms[form], form))
    kind = foremost(types)
    spans = sorted({span for local in members for span in local.spans}, key=lambda s: (s.article, s.start, s.end))
    titles = tuple(sorted({title for local in members for title in local.titles}))
    return Entity(fingerprint("entity", kind, name), name, kind, tuple(sorted(forms)), titles, tuple(spans))


def link_entities(articles: Sequence[AnnotatedArticle]) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """Return the entities of a story, by name, and for each attribution with a speaker that speaker's entity.

    >>> from newstemma.model import Article, Mention
    >>> def told(id, text, name):
    ...     mention = Mention(Span(id, 0, len(text)), "name", "person", name)
    ...     return AnnotatedArticle(Article(id, text), mentions=(mention,))
    >>> found, _ = link_entities([told("a", "Ida F. Osk", "Ida F. Osk"), told("b", "Osk", "Osk")])
    >>> [(entity.name, entity.names) for entity in found]
    [('Ida F. Osk', ('Ida F. Osk', 'Osk'))]

    The order of `articles` does not matter. A surname alone goes to the one person of that surname; where the story has
    several, and no title tells, it stays an entity of its own. Described speakers ("an Osk spokesman") are entities.
    """
    referents = [
        local for article in sorted(articles, key=lambda article: article.id) for local in local_referents(article)
    ]
    groups = _Groups(referents)
    _join_equal(groups)
    _join_shorter(groups)
    _join_called(groups)
    _join_single(groups)
    _join_undecided(groups)
    _join_tags(groups)
    _join_offices(groups)
    entities: dict[str, Entity] = {}
    speakers: dict[str, str] = {}
    for indices in groups.members():
        members = [referents[index] for index in indices]
        entity = _entity(members)
        if entity.id in entities:  # two referents of one name: the evidence tells them apart
            entity = Entity(fingerprint("entity", entity.type, entity.name, *entity.mentions), *_fields(entity))
        entities[entity.id] = entity
        for local in members:
            speakers.update(dict.fromkeys(local.attributions, entity.id))
    found = sorted(entities.values(), key=lambda entity: (entity.name.casefold(), entity.name, entity.id))
    return tuple(found), dict(sorted(speakers.items()))


def _fields(
    entity: Entity,
) -> tuple[str, EntityType, tuple[str, ...], tuple[str, ...], tuple[Span, ...]]:
    return entity.name, entity.type, entity.names, entity.titles, entity.mentions
