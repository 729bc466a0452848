"""Names of units and currencies, and the form under which a quantity carries them."""

from __future__ import annotations

__all__ = ["CURRENCY_SIGNS", "CURRENCY_WORDS", "LETTER_MAGNITUDES", "UNITS", "unit_at"]

CURRENCY_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₦": "NGN", "₽": "RUB", "₩": "KRW"}
"""What a sign before a number means; a bare dollar is taken as that of the United States."""
DOLLARS = {"a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "us": "USD"}
CODES = {
    "rm": "MYR",
    "ps": "GBP",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "rs": "INR",
    "aud": "AUD",
    "cad": "CAD",
    "chf": "CHF",
}
CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "buck": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR", "rupees": "INR", "ruble": "RUB", "rubles": "RUB",
    "rouble": "RUB", "roubles": "RUB", "naira": "NGN", "peso": "peso", "pesos": "peso", "franc": "franc",
    "francs": "franc", "krona": "krona", "kronor": "krona", "won": "KRW", "rand": "ZAR", "shekels": "ILS",
    "shekel": "ILS", "lira": "TRY", "baht": "THB", "sen": "sen", "kroner": "krone", "krone": "krone", "crowns": "krone",
    "zloty": "PLN", "ringgit": "MYR", "real": "BRL", "reais": "BRL", "jpy": "JPY", "cny": "CNY", "inr": "INR",
    "rmb": "CNY", "chf": "CHF", "cad": "CAD", "aud": "AUD", "usd": "USD", "eur": "EUR", "gbp": "GBP",
}  # fmt: skip
"""What a word after a number means; codes of ISO 4217 where the word alone tells the country."""
_QUALIFIED = {
    ("australian", "dollars"): "AUD", ("canadian", "dollars"): "CAD", ("hong", "kong", "dollars"): "HKD",
    ("us", "dollars"): "USD", ("u.s.", "dollars"): "USD", ("american", "dollars"): "USD", ("swiss", "francs"): "CHF",
    ("pounds", "sterling"): "GBP", ("mexican", "pesos"): "MXN", ("british", "pounds"): "GBP",
    ("new", "zealand", "dollars"): "NZD", ("singapore", "dollars"): "SGD",
}  # fmt: skip
LETTER_MAGNITUDES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "t": 1e12}
"""Letters that may stand directly after a figure for a magnitude."""

_FORMS = {
    "%": "% percent pct pc", "percentage point": "pp", "kilometre": "km kms kilometre kilometres kilometer kilometers",
    "metre": "metre metres meter meters", "centimetre": "cm centimetre centimetres centimeter centimeters",
    "millimetre": "mm millimetre millimetres millimeter millimeters", "mile": "mile miles", "foot": "ft foot feet",
    "inch": "inch inches ″", "yard": "yard yards", "hectare": "hectare hectares ha", "acre": "acre acres",
    "kilogram": "kg kgs kilo kilos kilogram kilograms", "gram": "gram grams", "milligram": "mg milligram milligrams",
    "tonne": "tonne tonnes", "ton": "ton tons", "pound": "lb lbs pounds", "ounce": "oz ounce ounces",
    "litre": "litre litres liter liters", "millilitre": "ml millilitre millilitres milliliter milliliters",
    "gallon": "gallon gallons", "pint": "pint pints", "quart": "quart quarts", "barrel": "barrel barrels",
    "bushel": "bushel bushels", "degree Fahrenheit": "fahrenheit", "degree Celsius": "celsius",
    "degree": "degree degrees °", "kilowatt": "kw kilowatt kilowatts", "watt": "watt watts",
    "megawatt": "mw megawatt megawatts", "gigawatt": "gw gigawatt gigawatts", "horsepower": "hp bhp horsepower",
    "kilowatt hour": "kwh", "megawatt hour": "mwh", "gigawatt hour": "gwh", "milliampere-hour": "mah",
    "part per million": "ppm", "part per billion": "ppb", "gigapascal": "gpa gigapascals",
    "decibel": "db decibel decibels", "gigabyte": "gb gigabyte gigabytes", "megabyte": "mb megabyte megabytes",
    "terabyte": "tb terabyte terabytes", "hertz": "hz hertz", "megahertz": "mhz", "gigahertz": "ghz", "volt": "volts",
    "mile per gallon": "mpg", "nanometre": "nanometre nanometres nanometer nanometers",
    "micrometre": "μm micrometre micrometres micrometer micrometers micron microns", "mile per hour": "mph",
    "kilometre per hour": "kph kmh", "revolution per minute": "rpm", "cent": "cent cents", "penny": "pence",
    "basis point": "bps bp", "knot": "knots", "calorie": "calorie calories", "second": "sec secs seconds",
    "minute": "min mins minute minutes", "hour": "hr hrs hour hours", "day": "day days", "week": "week weeks",
    "fortnight": "fortnight fortnights", "month": "month months", "year": "yr yrs year years",
    "decade": "decade decades", "century": "centuries", "newton metre": "nm", "point of magnitude": "magnitude",
}  # fmt: skip
UNITS = {form: unit for unit, forms in _FORMS.items() for form in forms.split()}
"""Written form to the name that a quantity carries."""
_COMPOUND = {
    ("miles", "an", "hour"): "mile per hour", ("kilometers", "per", "hour"): "kilometre per hour",
    ("degrees", "celsius"): "degree Celsius", ("°", "f"): "degree Fahrenheit",
    ("per", "cent"): "%", ("percentage", "points"): "percentage point", ("percentage", "point"): "percentage point",
    ("basis", "points"): "basis point", ("basis", "point"): "basis point", ("sq", "m"): "square metre",
    ("m", "2"): "square metre", ("pound", "-", "feet"): "pound-foot", ("lb", "-", "ft"): "pound-foot",
    ("square", "miles"): "square mile", ("square", "kilometres"): "square kilometre",
    ("square", "kilometers"): "square kilometre", ("square", "feet"): "square foot", ("square", "foot"): "square foot",
    ("square", "metres"): "square metre", ("square", "meters"): "square metre", ("sq", "ft"): "square foot",
    ("cubic", "metres"): "cubic metre", ("cubic", "meters"): "cubic metre", ("cubic", "feet"): "cubic foot",
    ("km", "/", "h"): "kilometre per hour", ("miles", "per", "hour"): "mile per hour",
    ("kilometres", "per", "hour"): "kilometre per hour", ("metric", "tons"): "tonne", ("metric", "tonnes"): "tonne",
    ("degrees", "fahrenheit"): "degree Fahrenheit", ("°", "c"): "degree Celsius", ("light", "-", "years"): "light year",
    ("light", "years"): "light year",
}  # fmt: skip
_LONGEST = 3


def unit_at(words: list[str], index: int) -> tuple[int, str] | None:
    """Read the unit or currency whose words begin at `index`: where it ends, and its name.

    >>> unit_at(["per", "cent", "of"], 0), unit_at(["kilometers"], 0), unit_at(["people"], 0)
    ((2, '%'), (1, 'kilometre'), None)
    """
    for length in range(min(_LONGEST, len(words) - index), 1, -1):
        several = tuple(words[index : index + length])
        if found := _COMPOUND.get(several) or _QUALIFIED.get(several):
            return index + length, found
    if index < len(words) and (found := UNITS.get(words[index]) or CURRENCY_WORDS.get(words[index])):
        return index + 1, found
    return None
