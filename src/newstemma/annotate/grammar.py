"""Function words, and what form tells of a piece: no tagger stands behind this."""

from __future__ import annotations

from collections.abc import Sequence

from newstemma.annotate.cues import CUES
from newstemma.annotate.narration import Piece

__all__ = [
    "ADVERB_OR_AUXILIARY", "AUXILIARIES", "BREAKS", "DASHES", "DETERMINERS", "OPENERS", "PAUSES", "PREPOSITIONS",
    "PRONOUNS", "TIME", "has_verb", "is_adjunct", "is_verb", "sentence_end", "sentence_start",
]  # fmt: skip

PRONOUNS = frozenset("he she they it i we you who".split())
DETERMINERS = frozenset(
    """the a an his her its their our my your this that these those some many most several few all no another any
    each""".split()
)
AUXILIARIES = frozenset(
    """has had have having is was were are been be being am 's 've 'd did do does would could will may might should
    must can cannot won't wouldn't couldn't didn't doesn't don't hasn't haven't hadn't isn't wasn't aren't
    weren't can't shouldn't he's she's they've they're it's we've i've he'd she'd they'd he'll she'll they'll
    there's that's""".split()
)
_ADVERBS = frozenset(
    """also later then not never again still now just even once often always sometimes twice soon first further too
    so far today yesterday earlier previously recently long simply only ever already instead went on to back""".split()
)
ADVERB_OR_AUXILIARY = AUXILIARIES | _ADVERBS
TIME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow earlier late later
    last this january february march april may june july august september october november december jan. feb.
    mar. apr. aug. sept. oct. nov. dec. morning afternoon evening night week month year weekend noon midnight
    recently""".split()
)
BREAKS = frozenset(
    """that because while as but when whenever if though although since whether where which than yet how why what
    after before until unless whereas so or nor like amid despite without""".split()
)
PREPOSITIONS = frozenset(
    """on in at during to from for with by about of into over under against through after before since within upon
    following via amid despite without according across near outside inside alongside between among until
    throughout""".split()
)
_PARTICIPIAL = frozenset("united alleged armed so-called unnamed former red sacred retired hundred indeed".split())
OPENERS = frozenset("and but so yet or still meanwhile however also now then nor plus".split())
_FINITE = frozenset(
    """is was were are has had have will would could should may might must can did does do went came took made got
    gave became left met saw ran won lost held kept put set led sent spent stood brought began broke built
    bought caught chose fell fought found grew hit hurt knew laid paid rose sat shot spoke stuck struck taught
    wore used died fled drew drove flew threw heard sought sold shook rang
    comes goes takes makes gets gives wants needs seems remains faces includes""".split()
)
DASHES = ("—", "–", "―", "--", "-")
PAUSES = (",", "—", "–", "―", "--")
_ADJUNCT = frozenset(
    """on in at to during from by via after before when as while through late early last this yesterday today
    reporters earlier later recently again afterwards about of with for under following amid here there tonight
    the a""".split()
)
_REACH = 400  # pieces: what is longer is no sentence, and looking further would make one endless line slow


def has_verb(pieces: Sequence[Piece]) -> bool:
    """Tell whether a finite verb stands in `pieces`, as far as form shows."""
    return any(is_verb(piece) for piece in pieces)


def is_verb(piece: Piece) -> bool:
    """Tell whether `piece` has the form of a finite verb."""
    if not piece.is_word or piece.capital:
        return False
    word = piece.lower
    if word in _FINITE or word in AUXILIARIES:
        return True
    cue = CUES.get(word)
    if cue is not None and not cue.noun and cue.form in ("past", "present", "perfect"):
        return True
    return word.endswith("ed") and len(word) > 4 and word not in _PARTICIPIAL


def is_adjunct(pieces: Sequence[Piece]) -> bool:
    """Tell whether what follows a tag's verb only says when, where or to whom."""
    words = [piece for piece in pieces if piece.is_word]
    if not words:
        return True
    if len(words) > 22:
        return False
    opens = words[0].lower
    if words[0].start > pieces[0].start and pieces[0].text == ",":
        return opens in ("adding", "citing", "referring", "speaking", "in", "according", "who", "noting")
    return opens in _ADJUNCT or words[0].capital or opens.endswith("ly")


def sentence_start(pieces: Sequence[Piece], index: int) -> int:
    """Return the index of the first piece of the sentence that `pieces[index]` stands in."""
    return max(pieces[index].opening, index - _REACH)


def sentence_end(pieces: Sequence[Piece], index: int) -> int:
    """Return the index after the last piece of the sentence that `pieces[index]` stands in."""
    return min(pieces[index].closing, index + _REACH)
