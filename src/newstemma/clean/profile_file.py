"""A profile of outlets as a file: JSON that people can read, correct and compare."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, get_args

from newstemma.clean.recurring import line_key
from newstemma.errors import InputError
from newstemma.model import OutletProfile, Place, Profile, RecurringLine

__all__ = ["SCHEMA", "parse_profile", "write_profile"]

SCHEMA: Final = "newstemma-profile/1"
"""Name of the form; another number is another form, which this version does not read."""

_FAMILY: Final = SCHEMA.partition("/")[0]
_COUNTS: Final = ("articles", "days", "stories", "head", "middle", "tail")
_AGAIN: Final = "make it again with: newstemma profile FOLDER -o FILE"


def write_profile(profile: Profile) -> str:
    """Return a profile as JSON, indented, ending in a line feed.

    >>> parse_profile(write_profile(Profile())) == Profile()
    True
    """
    data = {
        "schema": SCHEMA,
        "made_with": dict(sorted(profile.made_with.items())),
        "sha256": profile.fingerprint,
        "outlets": [
            {
                "outlet": known.outlet,
                "articles": known.articles,
                "days": known.days,
                "lines": [
                    {"line": line.line, "cut": list(line.cut), **{name: getattr(line, name) for name in _COUNTS}}
                    for line in known.lines
                ],
            }
            for known in profile.outlets
        ],
    }
    # Halves of surrogate pairs, which the text of a web page can hold and no file can, are the only ones to escape.
    written = json.dumps(data, ensure_ascii=False, indent=2)
    return "".join(f"\\u{ord(each):04x}" if "\ud800" <= each <= "\udfff" else each for each in written) + "\n"


def parse_profile(text: str) -> Profile:
    """Read a profile that `write_profile` wrote; raises `InputError` where it is none.

    >>> parse_profile("[]")
    Traceback (most recent call last):
    newstemma.errors.InputError: is no profile: it holds no object with "schema": "newstemma-profile/1"; ...

    What was changed after the profile was made is refused, since its hash names what a run was made with; without
    "sha256" it is taken as it is. Of a line that somebody adds, "line" and "cut" are enough.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no profile: it is broken JSON ({error}); {_AGAIN}") from error
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if schema != SCHEMA:
        if isinstance(schema, str) and schema.startswith(f"{_FAMILY}/"):
            raise InputError(f"is a profile of the form {schema!r}, and this version reads {SCHEMA!r}; {_AGAIN}")
        raise InputError(f'is no profile: it holds no object with "schema": "{SCHEMA}"; {_AGAIN}')
    outlets = tuple(sorted(_outlet(each) for each in _list(data, "outlets")))
    made_with = data.get("made_with", {})
    if not isinstance(made_with, Mapping):
        raise _misshapen("made_with", "an object", made_with)
    profile = Profile(outlets, {str(name): str(value) for name, value in made_with.items()})
    if len({known.outlet for known in outlets}) < len(outlets):
        raise InputError("is a profile that has an outlet twice; leave one of them")
    if data.get("sha256", profile.fingerprint) != profile.fingerprint:
        raise InputError(
            "is a profile that was changed after it was made: its content has another hash than its sha256; if you "
            f'changed it, delete its line "sha256", else {_AGAIN}'
        )
    return profile


def _outlet(data: object) -> OutletProfile:
    lines = tuple(_line(each) for each in _list(data, "lines"))
    return OutletProfile(_text(data, "outlet"), _count(data, "articles"), _count(data, "days"), lines)


def _line(data: object) -> RecurringLine:
    places: tuple[Place, ...] = get_args(Place)
    named = _list(data, "cut")
    if any(place not in places for place in named):
        raise _misshapen("cut", f"a list of {', '.join(places)}", named)
    counts = {name: _count(data, name) for name in _COUNTS if _value(data, name) is not None}
    return RecurringLine(line_key(_text(data, "line")), tuple(place for place in places if place in named), **counts)


def _list(data: object, name: str) -> list[Any]:
    value = _value(data, name)
    if not isinstance(value, list):
        raise _misshapen(name, "a list", value)
    return value


def _text(data: object, name: str) -> str:
    value = _value(data, name)
    if not isinstance(value, str):
        raise _misshapen(name, "a string", value)
    return value


def _count(data: object, name: str) -> int:
    value = _value(data, name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _misshapen(name, "a count", value)
    return value


def _value(data: object, name: str) -> object:
    return data.get(name) if isinstance(data, Mapping) else None


def _misshapen(name: str, wanted: str, value: object) -> InputError:
    return InputError(f'is a broken profile: "{name}" should be {wanted}, and is {json.dumps(value)[:60]}; {_AGAIN}')
