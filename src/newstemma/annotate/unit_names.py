"""Names and symbols of units of measure, and the name under which a quantity carries each.

Units of the International System are made from their parts, so that every prefix in use is known; symbols keep their
case as UCUM prints them, since "mW" is no "MW". The others are those that CLDR and the trade press have.
"""

from __future__ import annotations

__all__ = ["ABBREVIATED", "COMPOUND", "LENGTHS", "SYMBOLS", "TIMES", "UNITS"]

_PREFIXES = {
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "exa": "E", "milli": "m", "micro": "μ",
    "nano": "n", "pico": "p", "femto": "f", "centi": "c", "deci": "d", "hecto": "h",
}  # fmt: skip
# Name, its spellings, its symbols, and the letters of the prefixes with which the symbol is in use.
_PREFIXED = (
    ("degree Celsius", "", "C", ""), ("degree Fahrenheit", "", "F", ""),  # before the coulomb and the farad
    ("metre", "metre meter", "m", "kcmμnd"), ("gram", "gram gramme", "g", "kmμn"), ("second", "second", "s", "mμnp"),
    ("litre", "litre liter", "l L", "mcdhμ"), ("watt", "watt", "W", "kMGTmμ"), ("volt", "volt", "V", "kMmμ"),
    ("ampere", "ampere amp", "A", "kmμn"), ("ohm", "ohm", "Ω Ω", "kMmG"), ("joule", "joule", "J", "kMGTmP"),
    ("hertz", "hertz", "Hz", "kMGT"), ("pascal", "pascal", "Pa", "kMGh"), ("newton", "newton", "N", "kMmG"),
    ("farad", "farad", "F", "μnpm"), ("henry", "", "H", "mμ"), ("tesla", "", "T", "mμ"), ("kelvin", "kelvin", "K", "m"),
    ("coulomb", "coulomb", "", ""), ("mole", "", "mol", "mμn"), ("byte", "byte", "B", "kMGTPE"),
    ("bit", "bit", "bit", "kMGT"), ("bit per second", "", "bps", "kMGT"), ("watt hour", "", "Wh", "kMGT"),
    ("ampere-hour", "", "Ah", "m"), ("electronvolt", "electronvolt", "eV", "kMGTm"), ("bar", "", "bar", "mk"),
    ("calorie", "calorie", "cal", "k"), ("tonne", "tonne", "t", "kMG"), ("ton", "ton", "", ""),
    ("becquerel", "becquerel", "Bq", "kMGT"), ("sievert", "sievert", "Sv", "mμ"), ("gray", "", "Gy", "m"),
    ("lumen", "lumen", "lm", ""), ("lux", "lux", "lx", ""), ("candela", "candela", "cd", ""),
    ("pixel", "pixel", "", ""), ("parsec", "parsec", "pc", "kM"), ("hour", "", "h", ""),
    ("penny", "", "p", ""),
)  # fmt: skip
# Symbols that are read as something else in news: a time of day, a per cent, an ending.
_NO_SYMBOLS = frozenset("pm am pc bit H T bps".split())
_FORMS = {
    "%": "% percent pct pc", "per mille": "‰", "percentage point": "pp ppt pps ppts", "kilometre": "kms",
    "mile": "mile miles mi", "foot": "ft foot feet", "inch": "inch inches ″", "yard": "yard yards yd yds",
    "hectare": "hectare hectares ha", "acre": "acre acres", "nautical mile": "nmi", "fathom": "fathoms",
    "furlong": "furlong furlongs", "micrometre": "micron microns", "ångström": "angstrom angstroms Å",
    "kilogram": "kgs kilo kilos", "microgram": "mcg", "pound": "lb lbs pounds", "ounce": "oz ounce ounces",
    "carat": "carat carats", "stone": "stone", "gallon": "gallon gallons gal gals", "pint": "pint pints",
    "quart": "quart quarts", "cup": "cup cups", "tablespoon": "tbsp tablespoon tablespoons",
    "teaspoon": "tsp teaspoon teaspoons", "barrel": "barrel barrels bbl bbls", "barrel per day": "bpd",
    "bushel": "bushel bushels",
    "cubic centimetre": "cc", "degree": "degree degrees deg °", "degree Fahrenheit": "fahrenheit ℉",
    "degree Celsius": "celsius centigrade ℃", "kilocalorie": "kcal kcals",
    "horsepower": "hp bhp horsepower horsepowers", "kilowatt hour": "kwh", "megawatt hour": "mwh",
    "gigawatt hour": "gwh", "milliampere-hour": "mah", "part per million": "ppm", "part per billion": "ppb",
    "decibel": "db dba decibel decibels", "gigabyte": "gb gig gigs", "megabyte": "mb", "terabyte": "tb",
    "kilobyte": "kb", "mile per gallon": "mpg", "mile per hour": "mph", "kilometre per hour": "kph kmh kmph",
    "revolution per minute": "rpm", "frame per second": "fps", "dot per inch": "dpi", "pixel per inch": "ppi",
    "beat per minute": "bpm", "pound per square inch": "psi", "basis point": "bps bp", "knot": "knots kn kt kts",
    "atmosphere": "atm", "millimetre of mercury": "mmhg", "British thermal unit": "btu btus", "therm": "therms",
    "second": "sec secs seconds", "minute": "min mins minute minutes", "hour": "hr hrs hour hours",
    "day": "day days", "week": "week weeks wk wks", "fortnight": "fortnight fortnights", "month": "month months mo mos",
    "year": "yr yrs year years", "decade": "decade decades", "century": "century centuries",
    "millennium": "millennium millennia", "point of magnitude": "magnitude",
    "twenty-foot equivalent unit": "teu teus", "radian": "radian radians", "arcminute": "arcminute arcminutes",
    "arcsecond": "arcsecond arcseconds", "nit": "nits", "megapixel": "mp",
}  # fmt: skip
ABBREVIATED = frozenset(
    """mi mo mos gal gals deg kt kts kn min sec pc pp mp ha cc bit bits pt cup cups stone dpi ppi bpm teu fps bbl
    btu""".split()
)
"""Forms that are read only where a figure stands right before them, as in running text they are words or names."""
_EXACT = {"Nm": "newton metre", "PS": "metric horsepower", "KB": "kilobyte", "µ": "micrometre"}

# Symbols that are printed in small letters or in capitals as well, and mean nothing else.
_LOOSE = frozenset(
    """km cm mm kg mg ml cl kw mw gw kwh mwh gwh mah hz khz mhz ghz kb mb gb tb kbps mbps gbps kpa mpa gpa kj mj kv ev
    kev mev gev tev""".split()
)


def _symbols() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, _, symbols, letters in _PREFIXED:
        for prefix, letter in [("", ""), *_PREFIXES.items()]:
            for symbol in symbols.split() if letter in letters else ():
                found.setdefault(f"{letter}{symbol}", f"{prefix}{name}")
                if letter == "μ":
                    found.setdefault(f"µ{symbol}", f"{prefix}{name}")  # the micro sign, apart from the Greek letter
    return {symbol: name for symbol, name in (found | _EXACT).items() if symbol not in _NO_SYMBOLS}


def _words() -> dict[str, str]:
    found = {
        f"{prefix}{spelling}{ending}": f"{prefix}{name}"
        for name, spellings, _, _ in _PREFIXED
        for prefix in ("", *_PREFIXES)
        for spelling in spellings.split()
        for ending in ("", "s")
    }
    found |= {symbol.lower(): name for symbol, name in _symbols().items() if symbol.lower() in _LOOSE}
    del found["second"]  # an ordinal, more often
    return found | {form: name for name, forms in _FORMS.items() for form in forms.lower().split()}


SYMBOLS = _symbols()
"""Symbols, whose case tells, to the name that a quantity carries."""
UNITS = _words()
"""The same for words and abbreviations, in lower case."""
LENGTHS = frozenset("metre kilometre centimetre millimetre micrometre nanometre decimetre mile foot inch yard".split())
"""Units that may be squared and cubed."""
TIMES = frozenset("second minute hour day week fortnight month year decade century millennium".split())
"""Units of time."""
COMPOUND = {
    ("per", "cent"): "%", ("percentage", "points"): "percentage point", ("percentage", "point"): "percentage point",
    ("percent", "points"): "percentage point", ("basis", "points"): "basis point", ("basis", "point"): "basis point",
    ("light", "years"): "light year", ("light", "year"): "light year", ("metric", "tons"): "tonne",
    ("metric", "ton"): "tonne", ("metric", "tonnes"): "tonne", ("short", "tons"): "ton", ("long", "tons"): "long ton",
    ("nautical", "miles"): "nautical mile", ("nautical", "mile"): "nautical mile", ("troy", "ounces"): "troy ounce",
    ("troy", "ounce"): "troy ounce", ("fluid", "ounces"): "fluid ounce", ("fluid", "ounce"): "fluid ounce",
    ("fl", "oz"): "fluid ounce", ("acre", "feet"): "acre-foot", ("acre", "foot"): "acre-foot",
    ("pound", "feet"): "pound-foot", ("pound", "foot"): "pound-foot", ("foot", "pounds"): "pound-foot",
    ("lb", "ft"): "pound-foot", ("ft", "lb"): "pound-foot", ("ft", "lbs"): "pound-foot",
    ("newton", "metres"): "newton metre", ("newton", "meters"): "newton metre", ("n", "m"): "newton metre",
    ("degrees", "celsius"): "degree Celsius", ("degrees", "centigrade"): "degree Celsius",
    ("degree", "celsius"): "degree Celsius", ("degrees", "c"): "degree Celsius", ("°", "c"): "degree Celsius",
    ("deg", "c"): "degree Celsius", ("degree", "c"): "degree Celsius", ("degrees", "fahrenheit"): "degree Fahrenheit",
    ("degree", "fahrenheit"): "degree Fahrenheit", ("degrees", "f"): "degree Fahrenheit",
    ("degree", "f"): "degree Fahrenheit", ("deg", "f"): "degree Fahrenheit", ("°", "f"): "degree Fahrenheit",
    ("inch", "pounds"): "inch-pound", ("pounds", "force"): "pound-force", ("pound", "force"): "pound-force",
    ("electron", "volts"): "electronvolt", ("electron", "volt"): "electronvolt",
    ("british", "thermal", "units"): "British thermal unit", ("astronomical", "units"): "astronomical unit",
    ("board", "feet"): "board foot", ("parts", "per", "million"): "part per million",
    ("parts", "per", "billion"): "part per billion", ("parts", "per", "trillion"): "part per trillion",
    ("revolutions", "per", "minute"): "revolution per minute", ("frames", "per", "second"): "frame per second",
    ("beats", "per", "minute"): "beat per minute", ("dots", "per", "inch"): "dot per inch",
    ("pixels", "per", "inch"): "pixel per inch", ("amp", "hours"): "ampere-hour", ("ampere", "hours"): "ampere-hour",
    ("barrels", "of", "oil", "equivalent"): "barrel of oil equivalent",
} | {
    (f"{prefix}watt", hours): f"{prefix}watt hour"
    for prefix in ("", "kilo", "mega", "giga", "tera")
    for hours in ("hour", "hours")
} | {
    (f"milliamp{ere}", hours): "milliampere-hour" for ere in ("", "ere") for hours in ("hour", "hours")
}  # fmt: skip
"""Units of several words; hyphens between them are left out."""
