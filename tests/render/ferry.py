"""A small invented story, found through by hand: four outlets and a notice on a ferry agreement that never was."""

from __future__ import annotations

from datetime import UTC, date, datetime

from newstemma.model import (
    Account,
    Article,
    Attribution,
    Claim,
    Difference,
    Dossier,
    Entity,
    Evidence,
    Metadata,
    Moment,
    NumberValue,
    Occasion,
    Part,
    Position,
    Quantity,
    Reading,
    Rejected,
    RelatedUtterance,
    Removed,
    Reuse,
    Silence,
    Span,
    SummaryLine,
    Support,
    TimeValue,
    Utterance,
    UtteranceWitness,
    Variant,
    When,
    Wording,
    WordingTerm,
    fingerprint,
)

__all__ = ["ARTICLES", "ferry_dossier", "ferry_reading", "where"]

GAZETTE = """Night ferry to Skarn will sail all winter
Harbour minister Odalys Brenn has signed an agreement with Norrow Line for a night ferry to Skarn.
“The night ferry will run all winter,” Brenn said on Monday night. “Nobody who lives on Skarn will be left behind.”
The agreement costs 11.8 million crowns and lasts nine years.
Photo: The quay at Port Ellery / Ellery Gazette
Some 300 people stood on the quay.
The island's school choir sang in the rain. It was cold."""

HERALD = """Skarn gets its night boat, minister says
Odalys Brenn, the harbour minister, signed a deal with Norrow Line, the Coastline Wire reported.
“The night ferry will run all winter. Nobody who lives on Skarn will be left behind,” she said.
In storm weeks the boats will be kept for registered residents only, her office added.
The deal costs nearly 12 million crowns. Two ships will be built in Port Ellery for the crossing.
[RELATED: Ten walks on Skarn]"""

WIRE = """PORT ELLERY (Coastline Wire) - \
Norrow Line will run a night ferry to Skarn under an agreement signed on Tuesday.
“The night ferry will run all winter. It will carry only registered residents in storm weeks,” harbour minister Odalys \
Brenn told reporters on the quay.
The agreement costs 11.8 million crowns. Two ships will be built in Port Ellery for the crossing.
“We asked for a bridge and got a timetable,” said Tamsin Uhl, who speaks for the islanders' council."""

TIDEWATCH = """Islanders wary of the subsidy
“It will carry only registered residents in storm weeks. No one who lives on Skarn will be left behind,” said Brenn.
The subsidy comes to 14 million crowns, according to the islanders' council.
“We asked for a bridge, and got a timetable,” said Tamsin Uhl.
A vote that last night's session failed to hold is due in March, the council said."""

NOTICE = """Notice of the Harbour Office
The night ferry will run all winter. It will carry only registered residents in storm weeks. Nobody who lives on Skarn \
will be left behind."""


def _about(title: str, outlet: str, slug: str, published: date | None) -> Metadata:
    return Metadata(title, outlet, f"https://{slug}.example/news/ferry-1", None, published, "en")


ARTICLES = (
    Article(
        "gazette",
        GAZETTE,
        ("in/gazette.txt",),
        "aa" * 32,
        _about("Night ferry to Skarn will sail all winter", "Ellery Gazette", "gazette", date(2031, 2, 4)),
        (
            Removed(
                Span("gazette", GAZETTE.index("Photo:"), GAZETTE.index("\nSome 300")),
                "photo credit",
            ),
        ),
    ),
    Article(
        "herald",
        HERALD,
        ("in/herald.html",),
        "bb" * 32,
        _about("Skarn gets its night boat, minister says", "Skarn Herald", "herald", datetime(2031, 2, 4, 9, 5)),
        (Removed(Span("herald", HERALD.index("[RELATED"), len(HERALD)), "related link"),),
    ),
    Article(
        "notice",
        NOTICE,
        ("in/notice.txt",),
        "cc" * 32,
        Metadata("Notice of the Harbour Office", "Harbour Office", kind="release", language="en"),
    ),
    Article(
        "tidewatch",
        TIDEWATCH,
        ("in/tidewatch.txt",),
        "dd" * 32,
        Metadata("Islanders wary of the subsidy", "Tidewatch", "ftp://tidewatch.example/1"),
    ),
    Article(
        "wire",
        WIRE,
        ("in/wire.txt", "in/wire-copy.txt"),
        "ee" * 32,
        _about("Norrow Line to run night ferry", "Coastline Wire", "wire", datetime(2031, 2, 4, 7, 30, tzinfo=UTC)),
    ),
)
_TEXTS = {article.id: article.text for article in ARTICLES}


def where(article: str, words: str) -> Span:
    """Return where `words` stand in an article of the story, the first time."""
    start = _TEXTS[article].index(words)
    return Span(article, start, start + len(words))


def _everywhere(words: str, *articles: str) -> tuple[Span, ...]:
    return tuple(where(article, words) for article in sorted(articles))


def _said(article: str, source: str, *content: str) -> Attribution:
    spans = tuple(where(article, words) for words in content)
    return Attribution(article, "direct", spans, (), (where(article, source),), source, source, 0.9)


RUNS = "The night ferry will run all winter."
CARRIES = "It will carry only registered residents in storm weeks."
NOBODY = "Nobody who lives on Skarn will be left behind."

_BRENN = {
    "gazette": _said("gazette", "Brenn", RUNS[:-1], NOBODY),
    "herald": _said("herald", "she", f"{RUNS} {NOBODY[:-1]}"),
    "notice": _said("notice", "Harbour Office", f"{RUNS} {CARRIES} {NOBODY}"),
    "tidewatch": _said("tidewatch", "Brenn", f"{CARRIES} No one who lives on Skarn will be left behind"),
    "wire": _said("wire", "Odalys Brenn", f"{RUNS} {CARRIES[:-1]}"),
}
_UHL = {
    "tidewatch": _said("tidewatch", "Tamsin Uhl", "We asked for a bridge, and got a timetable"),
    "wire": _said("wire", "Tamsin Uhl", "We asked for a bridge and got a timetable"),
}
_COUNCIL = Attribution(
    "tidewatch",
    "indirect",
    (where("tidewatch", "The subsidy comes to 14 million crowns"),),
    (where("tidewatch", "according to"),),
    (where("tidewatch", "the islanders' council"),),
    "",
    "the islanders' council",
    0.7,
)


def _entities() -> tuple[Entity, ...]:
    brenn = _everywhere("Brenn", "gazette", "herald", "tidewatch", "wire")
    uhl = _everywhere("Tamsin Uhl", "tidewatch", "wire")
    return (
        Entity(
            fingerprint("entity", *brenn),
            "Odalys Brenn",
            "person",
            ("Brenn", "Odalys Brenn"),
            ("harbour minister",),
            brenn,
        ),
        Entity(fingerprint("entity", *uhl), "Tamsin Uhl", "person", ("Tamsin Uhl",), (), uhl),
    )


def _utterances(brenn: str, uhl: str) -> tuple[Utterance, ...]:
    ids = {article: said.id for article, said in _BRENN.items()}
    elsewhere = where("herald", "In storm weeks the boats will be kept for registered residents only")
    statement, remark = (
        fingerprint("utterance", *ids.values()),
        fingerprint("utterance", *(s.id for s in _UHL.values())),
    )
    witnesses = (
        UtteranceWitness(ids["gazette"], "gazette", 0.6, (Variant("omission", CARRIES, "", ("condition",)),)),
        UtteranceWitness(
            ids["herald"],
            "herald",
            0.6,
            (
                Variant("omission", CARRIES, "", ("condition",), elsewhere),
                Variant("join", f"winter. {CARRIES} Nobody", "winter. Nobody", ("join",)),
            ),
        ),
        UtteranceWitness(ids["notice"], "notice", 1.0),
        UtteranceWitness(
            ids["tidewatch"],
            "tidewatch",
            0.65,
            (Variant("truncation", RUNS, ""), Variant("substitution", "Nobody", "No one")),
        ),
        UtteranceWitness(ids["wire"], "wire", 0.62, (Variant("truncation", NOBODY, "", ("negation",)),)),
    )
    occasion = Occasion("Monday night", "the quay", "", (where("wire", "on the quay"),))
    return (
        Utterance(
            statement,
            brenn,
            "Odalys Brenn",
            occasion,
            f"{RUNS} {CARRIES} {NOBODY}",
            (
                Part(RUNS, "first", tuple(sorted(ids[a] for a in ("gazette", "herald", "notice", "wire")))),
                Part(CARRIES, "adjacent", tuple(sorted(ids[a] for a in ("notice", "tidewatch", "wire")))),
                Part(NOBODY, "adjacent", tuple(sorted(ids[a] for a in ("gazette", "herald", "notice", "tidewatch")))),
            ),
            witnesses,
            (RelatedUtterance(remark, "doubtful"),),
            0.93,
        ),
        Utterance(
            remark,
            uhl,
            "Tamsin Uhl",
            Occasion(),
            "We asked for a bridge and got a timetable",
            (Part("We asked for a bridge and got a timetable", "first", tuple(sorted(s.id for s in _UHL.values()))),),
            tuple(UtteranceWitness(said.id, article, 1.0) for article, said in sorted(_UHL.items())),
        ),
    )


def _claim(*witnesses: Span, reported: str = "") -> Claim:
    return Claim(
        fingerprint("claim", *sorted(witnesses)),
        witnesses[0].of(_TEXTS[witnesses[0].article]),
        witnesses[0],
        tuple(sorted(witnesses)),
        reported,
    )


CLAIMS = (
    _claim(
        where("wire", "Norrow Line will run a night ferry to Skarn under an agreement signed on Tuesday."),
        where("gazette", "signed an agreement with Norrow Line for a night ferry to Skarn"),
        where("herald", "signed a deal with Norrow Line"),
    ),
    _claim(*_everywhere("Two ships will be built in Port Ellery for the crossing.", "herald", "wire")),
    _claim(where("gazette", "Some 300 people stood on the quay.")),
    _claim(where("gazette", "The island's school choir sang in the rain.")),
    _claim(where("tidewatch", "The subsidy comes to 14 million crowns"), reported=_COUNCIL.id),
    _claim(
        where("gazette", "The agreement costs 11.8 million crowns and lasts nine years."),
        where("wire", "The agreement costs 11.8 million crowns."),
        where("herald", "The deal costs nearly 12 million crowns."),
    ),
)


def _number(low: float | None, high: float | None) -> NumberValue:
    return NumberValue(low, high, False, False, "crown")


def _differences() -> tuple[Difference, ...]:
    exact = _everywhere("11.8 million crowns", "gazette", "wire")
    about, near = (where("tidewatch", "14 million crowns"),), (where("herald", "nearly 12 million crowns"),)
    night = TimeValue(datetime(2031, 2, 3, 18), datetime(2031, 2, 3, 23, 59, 59))
    tuesday = TimeValue(datetime(2031, 2, 4), datetime(2031, 2, 4, 23, 59, 59))
    return (
        Difference(
            fingerprint("difference", *exact, *about),
            "number",
            "conflict",
            "what the agreement costs",
            (
                Position(_number(11.8e6, 11.8e6), "11.8 million crowns", exact),
                Position(_number(14e6, 14e6), "14 million crowns", about),
            ),
            CLAIMS[5].id,
        ),
        Difference(
            fingerprint("difference", *exact, *near),
            "number",
            "precision",
            "what the agreement costs",
            (
                Position(_number(11.8e6, 11.8e6), "11.8 million crowns", exact),
                Position(_number(11.5e6, 12e6), "nearly 12 million crowns", near),
            ),
        ),
        Difference(
            fingerprint("difference", where("gazette", "Monday night")),
            "time",
            "clock",
            "when it was signed",
            (
                Position(night, "Monday night", (where("gazette", "Monday night"),)),
                Position(tuesday, "Tuesday", (where("wire", "Tuesday"),)),
            ),
        ),
    )


def _accounts() -> tuple[tuple[Account, ...], tuple[Reuse, ...]]:
    credit = Evidence("credit", "credits the Coastline Wire", (where("herald", "the Coastline Wire reported"),))
    passages = tuple(
        (where("herald", words), where("wire", words))
        for words in ("Two ships will be built in Port Ellery for the crossing.", "night ferry will run all winter.")
    )
    shared = Evidence("shared passage", "two sentences in the same words", passages[0])
    accounts = (
        Account(fingerprint("account", "gazette"), ("gazette",), "", ()),
        Account(fingerprint("account", "herald", "wire"), ("herald", "wire"), "Coastline Wire", (credit, shared)),
        Account(fingerprint("account", "tidewatch"), ("tidewatch",), "", ()),
    )
    known = Reuse(fingerprint("reuse", "herald", "wire"), ("herald", "wire"), passages, (credit,), "wire", "herald")
    unknown_words = "registered residents in storm weeks"
    unknown = Reuse(
        fingerprint("reuse", "tidewatch", "wire"),
        ("tidewatch", "wire"),
        ((where("tidewatch", unknown_words), where("wire", unknown_words)),),
        (),
    )
    return accounts, (known, unknown)


def ferry_dossier() -> Dossier:
    """Return the story with every kind of finding in it."""
    brenn, uhl = _entities()
    statement, remark = _utterances(brenn.id, uhl.id)
    accounts, reuse = _accounts()
    differences = _differences()
    sailing, ships, _, _, subsidy, cost = CLAIMS
    support: dict[str, Support] = {
        statement.id: Support(3, 2, 3),
        remark.id: Support(2, 1, 2),
        sailing.id: Support(2, 2, 2),
        ships.id: Support(1, 1, 1),
        cost.id: Support(2, 2, 2),
        subsidy.id: Support(1, 1, 1),
        differences[0].positions[0].id: Support(2, 2, 2),
    }
    monday = When(
        where("gazette", "Monday night"), "TIME", "2031-02-03TNI", "part",
        None, datetime(2031, 2, 3, 18), datetime(2031, 2, 3, 23, 59, 59),
    )  # fmt: skip
    last_night = When(
        where("tidewatch", "last night"), "TIME", "2031-02-03TNI", "part",
        None, datetime(2031, 2, 3, 18), datetime(2031, 2, 3, 23, 59, 59), True,
    )  # fmt: skip
    years = When(where("gazette", "nine years"), "DURATION", "P9Y", "year")
    attributions = sorted((*_BRENN.values(), *_UHL.values(), _COUNCIL), key=lambda said: said.content)
    return Dossier(
        id=fingerprint("story", *(article.id for article in ARTICLES)),
        title="Night ferry to Skarn will sail all winter",
        when="2031-02-04",
        articles=ARTICLES,
        summary=(SummaryLine(sailing.text, sailing.id, 2),),
        accounts=accounts,
        reuse=reuse,
        entities=(brenn, uhl),
        attributions=tuple(attributions),
        speakers={said.id: brenn.id for said in _BRENN.values()} | {said.id: uhl.id for said in _UHL.values()},
        quantities=(
            Quantity(where("gazette", "Some 300 people"), 300, 300, hedge="Some", counted="person"),
            Quantity(where("herald", "nearly 12 million crowns"), None, 12e6, False, True, "nearly", "crown"),
        ),
        times=(monday, years, last_night),
        utterances=(statement, remark),
        claims=CLAIMS,
        differences=differences,
        silences=(Silence(sailing.id, ("tidewatch",)), Silence(ships.id, ("gazette", "tidewatch"))),
        wording=(
            Wording(
                "the agreement",
                (
                    WordingTerm("agreement", _everywhere("agreement", "gazette", "wire")),
                    WordingTerm("deal", (where("herald", "deal"),)),
                    WordingTerm("subsidy", (where("tidewatch", "subsidy"),)),
                ),
            ),
        ),
        timeline=(
            Moment(
                datetime(2031, 2, 3, 18), datetime(2031, 2, 3, 23, 59, 59), "Brenn said on Monday night",
                (where("gazette", "Brenn said on Monday night"),),
            ),
            Moment(
                datetime(2031, 2, 3, 18), datetime(2031, 2, 3, 23, 59, 59), "last night's session failed to hold",
                (where("tidewatch", "last night's session failed to hold"),),
            ),
            Moment(
                datetime(2031, 2, 4), datetime(2031, 2, 4, 23, 59, 59), "an agreement signed on Tuesday",
                (where("wire", "an agreement signed on Tuesday"),),
            ),
        ),
        support=support,
    )  # fmt: skip


def ferry_reading() -> Reading:
    """Return the story as a whole run, with two inputs that could not be read."""
    return Reading(
        (ferry_dossier(),),
        (
            Rejected("in/empty.txt", "ingest", "the file is empty; give one with text in it"),
            Rejected("in/photo.jpg", "ingest", "bytes that are no text; give text, HTML, JSON or JSONL"),
        ),
        {"version": "0.1.0", "weights": "rules", "settings": "0f3a77c1"},
    )
