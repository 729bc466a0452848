"""Names, codes and signs of currencies, after ISO 4217 and the names that CLDR gives."""

from __future__ import annotations

__all__ = ["AMBIGUOUS", "CODES", "DOLLARS", "PREFIXES", "SIGNS", "STARTS", "WORDS", "in_context", "qualified"]

SIGNS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₦": "NGN", "₽": "RUB", "₩": "KRW", "₱": "PHP",
    "₫": "VND", "₪": "ILS", "₺": "TRY", "₴": "UAH", "฿": "THB", "₡": "CRC", "₲": "PYG", "₸": "KZT", "₵": "GHS",
    "₿": "bitcoin", "₼": "AZN", "₾": "GEL", "₮": "MNT", "₭": "LAK",
}  # fmt: skip
"""What a sign before a number means; a bare dollar is taken as that of the United States."""
DOLLARS = {
    "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD",
    "us": "USD", "nt": "TWD", "mx": "MXN", "r": "BRL", "j": "JMD", "tt": "TTD", "z": "ZWL",
}  # fmt: skip
"""What letters before the sign of the dollar make of it."""
CODES = frozenset(
    """AED AFN AMD AOA ARS AUD AZN BBD BDT BGN BHD BIF BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNH CNY CRC CZK
    DKK DOP DZD EGP ETB EUR FJD GBP GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES
    KGS KHR KPW KRW KWD KYD KZT LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD
    OMR PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SLL SRD SSP SYP SZL THB TJS TMT TND TTD
    TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL""".split()
)
"""Codes of ISO 4217 that are no English word in capitals ("ALL", "TOP", "TRY" are)."""
PREFIXES = {
    "rm": "MYR", "rs": "INR", "rp": "IDR", "rmb": "CNY", "ksh": "KES", "nis": "ILS", "dlrs": "USD",
    "ps": "GBP", "n": "NGN", "r": "ZAR", "p": "PHP",
}  # fmt: skip
"""Letters that stand before an amount for a currency, besides its code; "ps" is a pound sign that a system lost."""
AMBIGUOUS = frozenset("won real reals mark marks crown crowns sol soles dong rand lek birr taka".split())
"""Words that mean a currency only after a large amount, as they mean something else as well: "the three won"."""

# Noun in all its forms, then the code or, where many countries have one of that name, the name; below it by country.
_NOUNS = """
dollar dollars dlr dlrs buck bucks = USD
    us:USD u.s.:USD american:USD australian:AUD canadian:CAD kong:HKD zealand:NZD singapore:SGD
    singaporean:SGD taiwan:TWD taiwanese:TWD jamaican:JMD zimbabwe:ZWL zimbabwean:ZWL namibian:NAD fijian:FJD
    bahamian:BSD barbadian:BBD liberian:LRD brunei:BND caribbean:XCD states:USD
pound pounds = GBP
    british:GBP uk:GBP egyptian:EGP lebanese:LBP syrian:SYP sudanese:SDG
sterling = GBP
euro euros = EUR
yen = JPY
    japanese:JPY
yuan renminbi rmb = CNY
    chinese:CNY
rupee rupees = INR
    indian:INR pakistani:PKR pakistan:PKR lankan:LKR nepalese:NPR nepali:NPR mauritian:MUR
ruble rubles rouble roubles = RUB
    russian:RUB belarusian:BYN
peso pesos = peso
    mexican:MXN argentine:ARS argentinian:ARS chilean:CLP colombian:COP cuban:CUP dominican:DOP philippine:PHP
    filipino:PHP uruguayan:UYU mexico:MXN argentina:ARS chile:CLP colombia:COP cuba:CUP philippines:PHP
    uruguay:UYU
franc francs = franc
    swiss:CHF french:FRF belgian:BEF luxembourg:LUF cfa:XOF african:XOF congolese:CDF rwandan:RWF
    burundian:BIF switzerland:CHF france:FRF belgium:BEF rwanda:RWF burundi:BIF
krona kronor kronas = krona
    swedish:SEK icelandic:ISK sweden:SEK iceland:ISK
krone kroner krones = krone
    danish:DKK norwegian:NOK denmark:DKK norway:NOK
kr kronur = krona
    icelandic:ISK swedish:SEK danish:DKK norwegian:NOK sweden:SEK iceland:ISK denmark:DKK norway:NOK
koruna korunas korun = CZK
    czech:CZK slovak:SKK
crown crowns = krone
    czech:CZK swedish:SEK danish:DKK norwegian:NOK slovak:SKK icelandic:ISK
mark marks = DEM
    german:DEM deutsche:DEM finnish:FIM
lira liras lire = TRY
    turkish:TRY italian:ITL lebanese:LBP syrian:SYP
dinar dinars = dinar
    kuwaiti:KWD iraqi:IQD jordanian:JOD serbian:RSD algerian:DZD bahraini:BHD libyan:LYD tunisian:TND
    kuwait:KWD iraq:IQD jordan:JOD serbia:RSD algeria:DZD bahrain:BHD libya:LYD tunisia:TND
dirham dirhams = AED
    uae:AED emirati:AED moroccan:MAD
riyal riyals = SAR
    saudi:SAR qatari:QAR qatar:QAR yemeni:YER iranian:IRR omani:OMR
rial rials = IRR
    iranian:IRR omani:OMR yemeni:YER saudi:SAR
shilling shillings = shilling
    kenyan:KES kenya:KES ugandan:UGX uganda:UGX tanzanian:TZS somali:SOS tanzania:TZS somalia:SOS
kwacha kwachas = ZMW
    zambian:ZMW malawian:MWK malawi:MWK
won = KRW
    korean:KRW
real reals reais = BRL
    brazilian:BRL
rand rands = ZAR
    african:ZAR
shekel shekels nis = ILS
    israeli:ILS new:ILS
leu lei = RON
    romanian:RON moldovan:MDL
lev leva = BGN
    bulgarian:BGN
zloty zlotys zlotych = PLN
    polish:PLN
sol soles = PEN
    peruvian:PEN
baht = THB
    thai:THB
rupiah rupiahs = IDR
    indonesian:IDR
ringgit ringgits = MYR
    malaysian:MYR
dong = VND
    vietnamese:VND
naira nairas = NGN
    nigerian:NGN
cedi cedis = GHS
    ghanaian:GHS ghana:GHS
birr = ETB
    ethiopian:ETB
taka takas = BDT
    bangladeshi:BDT
tenge = KZT
hryvnia hryvnias hryvnya hryvnyas = UAH
    ukrainian:UAH
forint forints = HUF
    hungarian:HUF
kuna kunas = HRK
    croatian:HRK
kyat kyats = MMK
afghani afghanis = AFN
bolivar bolivars bolivares = VES
    venezuelan:VES
boliviano bolivianos = BOB
quetzal quetzales = GTQ
lempira lempiras = HNL
guarani guaranies = PYG
drachma drachmas = GRD
    greek:GRD
peseta pesetas = ESP
    spanish:ESP
guilder guilders = NLG
    dutch:NLG
escudo escudos = PTE
lek leks = ALL
    albanian:ALL
lari = GEL
    georgian:GEL
manat manats = AZN
    turkmen:TMT
bitcoin bitcoins btc = bitcoin
ether eth ethereum = ether
cent cents ¢ = cent
    us:cent u.s.:cent canadian:cent australian:cent kong:cent singapore:cent
penny pence = penny
sen = sen
    malaysian:sen
kopek kopeks kopeck kopecks = kopek
centavo centavos = centavo
"""


def _parsed() -> list[tuple[list[str], str, dict[str, str]]]:
    """Return forms, default and codes by country of each noun."""
    nouns: list[tuple[list[str], str, dict[str, str]]] = []
    for line in _NOUNS.strip().splitlines():
        if line.startswith(" "):
            nouns[-1][2].update((country, code) for country, _, code in (pair.partition(":") for pair in line.split()))
        else:
            forms, _, default = line.partition(" = ")
            nouns.append((forms.split(), default, {}))
    return nouns


WORDS = {form: default for forms, default, _ in _parsed() for form in forms}
"""What a word after a number means; codes of ISO 4217 where the word alone tells the country."""
_QUALIFIED = {
    (country, form): code for forms, _, countries in _parsed() for form in forms for country, code in countries.items()
}
# Words that may stand before the one that tells the country.
_BEFORE = {
    "kong": "hong", "zealand": "new", "korean": "south", "lankan": "sri", "african": "south", "states": "united",
    "caribbean": "east", "taiwan": "new",
}  # fmt: skip

_OF_COUNTRY = {
    (default, country): code
    for _, default, countries in _parsed()
    if default.islower()
    for country, code in countries.items()
}
_OPEN = frozenset(name for name, _ in _OF_COUNTRY)
_REACH = 40  # words around an amount that may tell its country
_CHINESE = frozenset("china chinese beijing shanghai shenzhen yuan renminbi".split())
# Words that say that a sum is paid; after them "300 pounds" are money.
_PAID = frozenset(
    """cost costs costing paid pay pays paying price priced prices worth spent spend spending fine fined salary wage
    wages fee fees earn earned earns bill budget fund funding debt profit revenue donated raised charged loan
    rent""".split()
)

_WEIGHED = frozenset("weigh weighs weighed weighing weight lost lose gained gain".split())

STARTS = frozenset([*WORDS, *_BEFORE.values(), *(country for country, _ in _QUALIFIED), *map(str.lower, CODES), "c"])
"""The words with which a currency after a number may begin."""


def in_context(name: str, words: list[str], begin: int, end: int) -> str:
    """Return the currency of an amount, lexemes `begin` to `end`, where its word or sign alone leaves it open.

    >>> in_context("krona", "the swedish firm paid 40 kronor".split(), 4, 6)
    'SEK'
    >>> [in_context("pound", text.split(), 3, 5) for text in ("she was fined 300 pounds", "he lost only 300 pounds")]
    ['GBP', 'pound']
    """
    near = words[max(0, begin - _REACH) : end + _REACH]
    if name == "JPY":
        return "CNY" if words[begin] == "¥" and not _CHINESE.isdisjoint(near) else name
    if words[end - 1] in ("pounds", "kn") and name in ("pound", "knot"):
        before = words[max(0, begin - 8) : begin]
        paid = not _PAID.isdisjoint(before) and _WEIGHED.isdisjoint(before) and words[end : end + 1] != ["of"]
        return ("GBP" if name == "pound" else "HRK") if paid else name
    if name not in _OPEN:
        return name
    codes = {_OF_COUNTRY[name, word] for word in near if (name, word) in _OF_COUNTRY}
    return codes.pop() if len(codes) == 1 else name


def qualified(words: list[str], index: int) -> tuple[int, str] | None:
    """Read a currency whose country is named at `index`: where it ends, and its code.

    >>> qualified("hong kong dollars".split(), 0), qualified("thai baht".split(), 0), qualified(["thai", "food"], 0)
    ((3, 'HKD'), (2, 'THB'), None)
    """
    country = words[index]
    first = words[index + 1] if index + 1 < len(words) else ""
    if first in _BEFORE and _BEFORE[first] == country:
        index, country = index + 1, first
        first = words[index + 1] if index + 1 < len(words) else ""
    elif country in ("kong", "zealand"):
        return None
    code = _QUALIFIED.get((country, first))
    return None if code is None else (index + 2, code)
