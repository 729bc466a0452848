"""A dossier as the page shows it: claims, differences, wording, accounts, timeline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from newstemma.model import Claim, Difference, Dossier, Moment, Reuse, Span, SummaryLine, Support, contested
from newstemma.render.desk import Desk
from newstemma.render.fulltext import lay_out
from newstemma.render.index import extent
from newstemma.render.phrases import NATURES, accounts, count, day, enumerate_names, interval
from newstemma.render.speech import utterances
from newstemma.render.view import (
    AccountView,
    DifferenceView,
    Link,
    MomentView,
    PositionView,
    ReuseView,
    Section,
    SilenceView,
    StatementView,
    StoryView,
    WordingView,
)
from newstemma.settings.render import RenderSettings

__all__ = ["story"]


def story(dossier: Dossier, settings: RenderSettings) -> StoryView:
    """Lay out one dossier.

    >>> story(Dossier("d", "Rain", "2031-02-03", ()), RenderSettings()).when
    'Mon 3 Feb 2031'
    """
    desk = Desk.of(dossier, settings)
    summed = {line.claim for line in dossier.summary}
    rest = [claim for claim in dossier.claims if claim.id not in summed]
    disputed = contested(dossier.claims, dossier.differences)
    several, more = utterances(desk)
    return StoryView(
        anchor=dossier.id,
        title=dossier.title or "Untitled story",
        when=day(dossier.when),
        extent=", ".join(extent(dossier)),
        summary=_summary(desk),
        shared=tuple(
            _statement(desk, claim)
            for claim in rest
            if claim.kind in ("sentence", "part") and _support(desk, claim).accounts > 1 and claim.id not in disputed
        ),
        people=tuple(
            _statement(desk, claim) for claim in rest if claim.kind == "office" and _support(desk, claim).accounts > 1
        ),
        differences=tuple(_difference(desk, difference) for difference in dossier.differences),
        utterances=several,
        more_utterances=more,
        silences=_silences(desk),
        wording=tuple(
            WordingView(each.referent, tuple(_position(desk, term.text, term.witnesses) for term in each.terms))
            for each in dossier.wording
        ),
        accounts=_accounts(desk),
        primary=desk.article_links(article.id for article in dossier.articles if article.about.kind != "article"),
        reuse=tuple(_reuse(desk, reuse) for reuse in dossier.reuse),
        timeline=tuple(_moment(desk, moment) for moment in dossier.timeline),
        # Late, for the articles must know which words are cited, and show all but what one account alone has: that is
        # nearly every sentence.
        alone=_alone(
            desk, [claim for claim in rest if claim.kind == "sentence" and _support(desk, claim).accounts <= 1]
        ),
        articles=tuple(lay_out(desk, article) for article in dossier.articles),
    )


def _support(desk: Desk, claim: Claim) -> Support:
    return desk.at.support(claim.id, claim.articles)


def _summary(desk: Desk) -> tuple[StatementView, ...]:
    """Lay out the summary; a claim that two lines state has its anchor at the first."""
    lines = desk.at.dossier.summary
    first = {line.claim: number for number, line in reversed(list(enumerate(lines)))}
    views = [_summary_line(desk, line) for line in lines]
    return tuple(
        view if first[line.claim] == number else replace(view, anchor="")
        for number, (line, view) in enumerate(zip(lines, views, strict=True))
    )


def _summary_line(desk: Desk, line: SummaryLine) -> StatementView:
    claim = desk.at.claims.get(line.claim)
    if claim is None:
        return StatementView("", line.text, count(line.accounts, "account"), "", "", ())
    return _statement(desk, claim, line.text)


def _statement(desk: Desk, claim: Claim, text: str = "") -> StatementView:
    speaker = desk.at.reported_by(claim)
    return StatementView(
        anchor=claim.id,
        text=text or claim.text,
        accounts=accounts(_support(desk, claim)),
        names=desk.names(claim.articles),
        reported=(f"as said by {speaker}" if speaker else "as reported speech") if claim.reported else "",
        evidence=desk.evidence(claim.witnesses),
    )


def _difference(desk: Desk, difference: Difference) -> DifferenceView:
    label, explanation = NATURES[difference.nature]
    return DifferenceView(
        difference.id,
        difference.about,
        difference.kind,
        label,
        explanation,
        tuple(_position(desk, position.text, position.witnesses, position.id) for position in difference.positions),
    )


def _position(desk: Desk, text: str, witnesses: tuple[Span, ...], counted: str = "") -> PositionView:
    """Lay out one of several values; `counted` is under what its accounts were counted, if they were."""
    articles = [span.article for span in witnesses]
    support = desk.at.support(counted, articles)
    return PositionView(text, accounts(support), desk.names(articles), desk.evidence(witnesses))


def _alone(desk: Desk, claims: Iterable[Claim]) -> tuple[Section, ...]:
    """Sort the claims that one account carries by the articles that carry them."""
    desk.mark_cited()
    by_articles: defaultdict[tuple[str, ...], list[StatementView]] = defaultdict(list)
    for claim in claims:
        by_articles[desk.at.name_all(claim.articles)].append(_statement(desk, claim))
    return tuple(
        Section(enumerate_names(names), tuple(statements)) for names, statements in sorted(by_articles.items())
    )


def _silences(desk: Desk) -> tuple[SilenceView, ...]:
    shown = []
    for silence in desk.at.dossier.silences:
        claim = desk.at.claims.get(silence.claim)
        if claim is not None and silence.articles:
            link = Link(claim.text, f"#{claim.id}")
            shown.append(SilenceView(link, desk.names(claim.articles), desk.names(silence.articles, most=0)))
    return tuple(shown)


def _accounts(desk: Desk) -> tuple[AccountView, ...]:
    return tuple(
        AccountView(
            account.id,
            desk.article_links(account.articles),
            account.origin,
            tuple((each.text or each.kind, desk.evidence(each.spans)) for each in account.evidence),
        )
        for account in desk.at.dossier.accounts
    )


def _reuse(desk: Desk, reuse: Reuse) -> ReuseView:
    first, second = reuse.articles
    if reuse.source and reuse.target:
        direction = f"{desk.name(reuse.target)} has from {desk.name(reuse.source)}"
    else:
        direction = f"{desk.name(first)} and {desk.name(second)} share, direction unknown"
    return ReuseView(
        reuse.id,
        direction,
        tuple(each.text or each.kind for each in reuse.evidence),
        tuple((desk.at.text(left), desk.link(left), desk.link(right)) for left, right in reuse.passages),
    )


def _moment(desk: Desk, moment: Moment) -> MomentView:
    return MomentView(
        interval(moment.earliest, moment.latest),
        moment.earliest.isoformat(),
        any(when.overlaps(witness) for witness in moment.witnesses for when in desk.inferred.get(witness.article, ())),
        moment.text,
        desk.evidence(moment.witnesses),
    )
