"""Who said what, as the page shows it: the reconstruction, and which outlet has which of its words."""

from __future__ import annotations

from newstemma.model import Utterance, Variant
from newstemma.render.attestation import Attestation, attestations, label
from newstemma.render.desk import Desk
from newstemma.render.phrases import AFFECTS, ORDER_UNKNOWN, RELATED, accounts, clip, variant
from newstemma.render.view import Link, Row, UtteranceView, VariantView
from newstemma.text.tokens import tokenize

__all__ = ["utterances"]

_LINK_CHARACTERS = 90


def utterances(desk: Desk) -> tuple[tuple[UtteranceView, ...], tuple[UtteranceView, ...]]:
    """Lay out the utterances: those to show at once, and those of one article that are too many."""
    shown: list[UtteranceView] = []
    folded: list[UtteranceView] = []
    alone = 0
    for utterance in desk.at.dossier.utterances:
        single = len({witness.article for witness in utterance.witnesses}) == 1
        alone += single
        (folded if single and alone > desk.settings.open_quotations else shown).append(_utterance(desk, utterance))
    return tuple(shown), tuple(folded)


def _utterance(desk: Desk, utterance: Utterance) -> UtteranceView:
    at = desk.at
    attested = attestations(at, utterance, desk.settings.gap_words)
    same = all(each.whole for each in attested)
    articles = [witness.article for witness in utterance.witnesses]
    total = sum(token.is_word for token in tokenize(utterance.wording))
    spans = [span for witness in utterance.witnesses for span in at.attributions[witness.attribution].content]
    return UtteranceView(
        anchor=utterance.id,
        speaker=utterance.speaker_text or "Speaker not named",
        occasion=", ".join(filter(None, _occasion(utterance))),
        wording=utterance.wording,
        label=label(at, attested),
        names=desk.names(articles),
        accounts=accounts(at.support(utterance.id, articles)),
        note=ORDER_UNKNOWN if any(part.after == "unknown" for part in utterance.parts) else "",
        rows=() if same else tuple(_row(desk, utterance, each, total) for each in attested),
        related=_related(desk, utterance),
        evidence=desk.evidence([*spans, *utterance.occasion.evidence]),
    )


def _occasion(utterance: Utterance) -> tuple[str, str, str]:
    occasion = utterance.occasion
    return occasion.when, occasion.where, occasion.medium


def _row(desk: Desk, utterance: Utterance, attested: Attestation, total: int) -> Row:
    share = "all words" if attested.whole else f"{attested.words} of {total} words"
    if all(desk.at.articles[article].about.kind != "article" for article in attested.articles):
        share = f"{share}, primary text"
    variants = tuple(_variant(desk, utterance, each) for each in attested.variants if each.kind != "spelling")
    return Row(desk.names(attested.articles, most=0), share, attested.reading, variants)


def _variant(desk: Desk, utterance: Utterance, difference: Variant) -> VariantView:
    """Tell the cases apart: elsewhere in the article, not found in it, or not looked at since nothing hangs on it."""
    case, elsewhere = "", None
    if difference.elsewhere is not None:
        case = "carried elsewhere in this article:"
        words = desk.at.text(difference.elsewhere)
        elsewhere = desk.link(difference.elsewhere, f"“{clip(words, _LINK_CHARACTERS)}”")
    elif difference.kind in ("truncation", "omission"):
        case = "not found in this article" if difference.affects else "absent from this quotation"
    affects = ", ".join(AFFECTS[each] for each in difference.affects)
    return VariantView(variant(difference, utterance.wording), affects, case, elsewhere)


def _related(desk: Desk, utterance: Utterance) -> tuple[tuple[str, Link], ...]:
    others = desk.at.utterances
    return tuple(
        (RELATED[each.kind], Link(f"“{clip(others[each.utterance].wording, _LINK_CHARACTERS)}”", f"#{each.utterance}"))
        for each in utterance.related
        if each.utterance in others
    )
