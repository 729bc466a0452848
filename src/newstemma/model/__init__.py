"""The nouns: frozen, slotted dataclasses that stages hand to each other. Imports the standard library alone."""

from __future__ import annotations

from newstemma.model.account import Account, Evidence, Reuse, Support
from newstemma.model.article import Article, Change, Kind, Media, Metadata, Page, Rejected, Removed, Version, day_of
from newstemma.model.attribution import AnnotatedArticle, Attribution, QuotedSpan
from newstemma.model.claim import Claim, ClaimKind
from newstemma.model.dossier import Alignment, Comparison, Dossier, Moment, Reading, SummaryLine
from newstemma.model.encoding import Encoder, Encoding, NamedSpan, Role, RoleSpan
from newstemma.model.entity import Entity
from newstemma.model.finding import (
    Difference,
    DifferenceKind,
    Nature,
    NumberValue,
    Position,
    Silence,
    TimeValue,
    Wording,
    WordingTerm,
    contested,
)
from newstemma.model.identity import fingerprint
from newstemma.model.mark import EntityType, Granularity, Mention, Quantity, Relative, TimeType, When
from newstemma.model.naming import RecordKey, identifiers
from newstemma.model.profile import OutletProfile, Place, Profile, RecurringLine
from newstemma.model.skim import Lookup, PackedSkim, Skim, WordWeights
from newstemma.model.span import Span
from newstemma.model.story import Story
from newstemma.model.utterance import (
    Affects,
    Occasion,
    Part,
    RelatedUtterance,
    Utterance,
    UtteranceWitness,
    Variant,
    VariantKind,
)

__all__ = [
    "Account",
    "Affects",
    "Alignment",
    "AnnotatedArticle",
    "Article",
    "Attribution",
    "Change",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Difference",
    "DifferenceKind",
    "Dossier",
    "Encoder",
    "Encoding",
    "Entity",
    "EntityType",
    "Evidence",
    "Granularity",
    "Kind",
    "Lookup",
    "Media",
    "Mention",
    "Metadata",
    "Moment",
    "NamedSpan",
    "Nature",
    "NumberValue",
    "Occasion",
    "OutletProfile",
    "PackedSkim",
    "Page",
    "Part",
    "Place",
    "Position",
    "Profile",
    "Quantity",
    "QuotedSpan",
    "Reading",
    "RecordKey",
    "RecurringLine",
    "Rejected",
    "RelatedUtterance",
    "Relative",
    "Removed",
    "Reuse",
    "Role",
    "RoleSpan",
    "Silence",
    "Skim",
    "Span",
    "Story",
    "SummaryLine",
    "Support",
    "TimeType",
    "TimeValue",
    "Utterance",
    "UtteranceWitness",
    "Variant",
    "VariantKind",
    "Version",
    "When",
    "WordWeights",
    "Wording",
    "WordingTerm",
    "contested",
    "day_of",
    "fingerprint",
    "identifiers",
]
