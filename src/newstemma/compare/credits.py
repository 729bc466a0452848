"""Credits: where an article says from which agency or outlet it has its matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newstemma.model import AnnotatedArticle, Span
from newstemma.settings.accounts import AccountSettings

__all__ = ["Credit", "agency", "find_credits", "outlet_of", "plain_name"]

_DEFAULT = AccountSettings()


_Scope = Literal["article", "passage"]


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """One credit: to whom, in which words, and for the whole article or for the passage that it stands in."""

    span: Span
    origin: str
    scope: _Scope


# Agencies print under short names and long ones; the value is the name shown to readers.
_AGENCIES = {
    "associated press": "Associated Press", "ap": "Associated Press", "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "agence france-presse": "AFP", "agence france presse": "AFP", "afp": "AFP", "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg", "xinhua": "Xinhua", "xinhua news agency": "Xinhua", "press association": "PA",
    "pa": "PA", "pa media": "PA", "upi": "UPI", "united press international": "UPI", "tass": "TASS",
    "itar-tass": "TASS",
    "ria novosti": "RIA Novosti", "interfax": "Interfax", "dpa": "dpa", "deutsche presse-agentur": "dpa", "efe": "EFE",
    "ansa": "ANSA", "kyodo": "Kyodo", "kyodo news": "Kyodo", "jiji": "Jiji Press", "jiji press": "Jiji Press",
    "yonhap": "Yonhap", "yonhap news agency": "Yonhap", "kcna": "KCNA", "ani": "ANI", "pti": "PTI",
    "press trust of india": "PTI", "ians": "IANS", "aap": "AAP", "australian associated press": "AAP",
    "canadian press": "The Canadian Press", "anadolu": "Anadolu", "anadolu agency": "Anadolu", "irna": "IRNA",
    "sana": "SANA", "belga": "Belga", "tt": "TT", "ritzau": "Ritzau", "apa": "APA", "mti": "MTI", "pap": "PAP",
    "bernama": "Bernama", "antara": "Antara", "ukrinform": "Ukrinform", "notimex": "Notimex", "cna": "CNA",
}  # fmt: skip
_HOSTS = {
    "apnews.com": "Associated Press", "ap.org": "Associated Press", "reuters.com": "Reuters", "afp.com": "AFP",
    "bloomberg.com": "Bloomberg", "xinhuanet.com": "Xinhua", "news.cn": "Xinhua", "upi.com": "UPI", "tass.com": "TASS",
    "interfax.com": "Interfax", "yna.co.kr": "Yonhap", "kyodonews.net": "Kyodo", "ptinews.com": "PTI",
    "aninews.in": "ANI", "ansa.it": "ANSA", "efe.com": "EFE", "aa.com.tr": "Anadolu",
}  # fmt: skip
_AMBIGUOUS = "pa|tt|apa|sana|ani|cna|pap|mti|aap"  # short enough to be a place, a name or a word; only in brackets
_LONG = "|".join(re.escape(n) for n in sorted(_AGENCIES, key=len, reverse=True) if n not in _AMBIGUOUS.split("|"))
_SHORT = "|".join(re.escape(n) for n in sorted(_AGENCIES, key=len, reverse=True))
_OUTLETS = (
    r"CNN|BBC|NBC|CBS|ABC|NPR|PBS|MSNBC|CNBC|ITV|RT|CBC|NHK|DW|Fox|Sky|Al Jazeera|Axios|Politico|BuzzFeed|HuffPost|Vox"
    r"|Gizmodo|Newsweek|Forbes|Fortune|Time|The Economist|The Hill|The Atlantic|The New Yorker|The Intercept"
    r"|Der Spiegel|Spiegel|Le Monde|El País|El Pais|Haaretz|Variety|Wired|The Verge|Engadget|ProPublica|ESPN|TMZ"
)
_PAPER = (
    r"(?:[A-Z][\w’'&-]*\s){1,3}(?:Times|Post|Journal|News|Herald|Tribune|Gazette|Telegraph|Guardian|Observer|Mail|Mirror"
    r"|Express|Standard|Globe|Inquirer|Courier|Chronicle|Dispatch|Examiner|Bulletin|Daily|Today|Magazine|Radio|Television"
    r"|TV|Network|News Agency)"
)
_NAME = rf"(?P<name>(?i:{_LONG})|(?:{_OUTLETS})(?:\s(?:News|Radio|Television))?|The Guardian|The Sun|{_PAPER})(?![\w-])"
_FIRM_NAME = rf"(?P<name>(?i:{_SHORT}))(?![\w-])"
_THE = r"(?:[Tt]he\s)?"


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to write a credit; where `hint` does not match, the dearer `pattern` cannot."""

    hint: re.Pattern[str]
    pattern: re.Pattern[str]


_BARE = _NAME.replace("name", "bare", 1)
_REPORTED = _Form(
    re.compile(r"report(?:ed|s)\b"),
    re.compile(rf"(?<![\w-]){_NAME}(?:\snews agency)?,?\s(?:has\s|first\s|earlier\s)?report(?:ed|s)\b"),
)
_ACCORDING = _Form(
    re.compile(r"ccording to|eported by|eports from"),
    re.compile(rf"(?<!\w)(?:[Aa]ccording to|(?:[Aa]s\s)?[Rr]eported by|[Rr]eports from)\s{_THE}{_NAME}"),
)
_TOLD = _Form(
    re.compile(r"\btold\b|\btells\b|\bper\b|interview with|quoted by|speaking to|spoke to"),
    re.compile(rf"(?<!\w)(?:told|tells|per|interview with|quoted by|speaking to|spoke to)\s{_THE}{_NAME}"),
)
_VIA = _Form(
    re.compile(r"\bvia\b|ource:|©|\([Cc]\)|opyright"),
    re.compile(rf"(?<!\w)(?:via|[Ss]ource:|©|\([Cc]\)|[Cc]opyright)\s(?:\d{{4}}\s)?{_THE}{_NAME}"),
)
_DATELINE = _Form(
    re.compile(r"[(\[][A-Za-z]|\s[-–—]\s"),
    re.compile(
        rf"[(\[]{_FIRM_NAME}[)\]](?=\s*(?:[-–—:]|$|\s[A-Z“\"]))|^{_FIRM_NAME.replace('name', 'bare', 1)}\s[-–—]\s",
        re.MULTILINE,
    ),
)
# Whatever stands in brackets between a place and a dash at the very top is who sent it, known or not.
_SENT_BY = re.compile(
    r"\s*(?!The\s)(?P<place>[A-Z][\w’'-]+[ ,]+(?:(?:[A-Z][\w.’'-]*|\d{1,4}|on|upon|de|la|le|el|al)[ ,]+){0,6})"
    r"(?P<sent>[(\[](?P<name>[A-Z][A-Z.]{1,7}|[A-Z]\w+(?:\s[A-Z]\w*){0,3})[)\]])\s*[-–—]"
)
_BYLINE = re.compile(
    r"\s*[Bb][Yy]\s[^\n,|]{2,60}[,|]\s*(?P<sent>(?P<name>(?:[A-Z][\w.&’'-]*\s){1,3}"
    r"(?:(?:News\s|Press\s)?Agency|Press|Presse|Newswire|(?:News\s|Wire\s)Service|Wire)))[ \t.]*(?=\n|$)"
)
_CONTRIBUTED = _Form(
    re.compile(r"\bcontributed\b|\bwith (?:files|reporting|agency reports) from\b"),
    re.compile(
        rf"{_THE}{_NAME}(?:\s[\w.’'-]+){{0,8}}?\scontributed\b"
        rf"|\b(?:contributed by|with (?:files|reporting|agency reports) from)\s{_THE}{_BARE}"
    ),
)
_DATELINE_CHARACTERS = 120


def agency(name: str) -> str:
    """Return the agency that an outlet's name, host name or byline is, or an empty string.

    >>> agency("www.reuters.com"), agency("By The Associated Press"), agency("elmsteadherald.example")
    ('Reuters', 'Associated Press', '')
    """
    lower = name.lower().strip()
    for host, known in _HOSTS.items():
        if lower == host or lower.endswith("." + host) or f"://{host}" in lower:
            return known
    found = re.search(rf"(?<![\w-])(?i:{_LONG})(?![\w-])", name)
    return _AGENCIES[found.group().lower()] if found and not re.search(r"\.\w", name) else ""


def find_credits(article: AnnotatedArticle, *, settings: AccountSettings = _DEFAULT) -> tuple[Credit, ...]:
    """Return the credits in an article's text, sorted; residue and quoted speech are skipped.

    >>> from newstemma.model import Article
    >>> text = "ELMSTEAD (Reuters) - Rain fell.\\nThe mayor told CNN that it would pass."
    >>> whole = Span("a", 0, len(text))
    >>> for credit in find_credits(AnnotatedArticle(Article("a", text), (Span("a", 0, 31), Span("a", 32, len(text))))):
    ...     print(credit.origin, credit.scope)
    Reuters article
    CNN passage

    A dateline with a sender, known or not, an agency in a byline, "(AP)" at the top, "via X" and "X contributed" credit
    for the whole article; so does "X reported" near the top. "Told X" and "according to X" credit for one
    passage. An outlet that names itself credits nobody.
    """
    found: dict[Span, Credit] = {}
    hidden = sorted(
        [r.span for r in article.article.removed]
        + [q.span for q in article.quoted if q.speech and len(q.span.of(article.article.text).split()) > 2]
    )
    outlet = outlet_of(article)
    for number, paragraph in enumerate(article.paragraphs):
        for credit in _in_paragraph(article, paragraph, number < settings.lead_paragraphs):
            own = outlet.startswith(plain_name(credit.origin)) if outlet else False
            if not own and not any(span.overlaps(credit.span) for span in hidden):
                found.setdefault(credit.span, credit)
    return tuple(sorted(found.values()))


def outlet_of(article: AnnotatedArticle) -> str:
    """Return the plain name of the outlet that prints `article`, or an empty string.

    >>> from newstemma.model import Article, Metadata
    >>> outlet_of(AnnotatedArticle(Article("a", "", about=Metadata(outlet="www.elmsteadherald.example"))))
    'elmsteadherald'
    """
    outlet = article.article.about.outlet or ""
    labels = outlet.lower().split(".")
    if len(labels) > 1 and " " not in outlet:
        second_level = len(labels) > 2 and labels[-2] in {"co", "com", "org", "net", "gov", "ac"}
        outlet = labels[-3 if second_level else -2]
    return plain_name(agency(article.article.about.outlet or "") or outlet)


def plain_name(name: str) -> str:
    """Return a name as host names write it.

    >>> plain_name("The Elmstead Herald")
    'elmsteadherald'
    """
    return "".join(character for character in name.lower() if character.isalnum()).removeprefix("the")


def _in_paragraph(article: AnnotatedArticle, paragraph: Span, near_top: bool) -> Iterator[Credit]:
    text = article.article.text
    begin, end = paragraph.start, paragraph.end
    if near_top:
        yield from _senders(article, paragraph)
        yield from _credits(_DATELINE, article, begin, min(end, begin + _DATELINE_CHARACTERS), "article")
    elif text[begin:end].rstrip().endswith(")"):
        yield from _credits(_DATELINE, article, max(begin, end - 40), end, "article")
    short = end - begin <= _DATELINE_CHARACTERS
    yield from _credits(_VIA, article, begin, end, "article" if short else "passage")
    yield from _credits(_CONTRIBUTED, article, begin, end, "article")
    yield from _credits(_REPORTED, article, begin, end, "article" if near_top else "passage")
    for form in (_ACCORDING, _TOLD):
        yield from _credits(form, article, begin, end, "passage")


def _senders(article: AnnotatedArticle, paragraph: Span) -> Iterator[Credit]:
    """The sender in a dateline or a byline, whether it is an agency that is known or not."""
    text, end = article.article.text, min(paragraph.end, paragraph.start + _DATELINE_CHARACTERS)
    for pattern in (_SENT_BY, _BYLINE):
        match = pattern.match(text, paragraph.start, end)
        if match and not _abbreviates(match["name"], match.groupdict().get("place") or ""):
            yield Credit(article.article.span(*match.span("sent")), _shown(match["name"]), "article")


def _abbreviates(name: str, written: str) -> bool:
    """Tell whether `name` is short for the words before it: "Elmstead Rail Union (ERU)" is no place and its sender."""
    initials = "".join(word[0] for word in written.split() if word[0].isupper())
    return name == initials


def _credits(form: _Form, article: AnnotatedArticle, start: int, end: int, scope: _Scope) -> Iterator[Credit]:
    text = article.article.text
    if not form.hint.search(text, start, end):
        return
    for match in form.pattern.finditer(text, start, end):
        named = match.groupdict()
        name = named.get("name") or named.get("bare") or ""
        yield Credit(article.article.span(match.start(), match.end()), _shown(name), scope)


def _shown(name: str) -> str:
    plain = " ".join(name.split()).removeprefix("The ").removeprefix("the ")
    return _AGENCIES.get(plain.lower(), plain)
