from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.annotate.quantities import find_quantities
from newstemma.model import Article, Quantity, Span


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(Article("a", text), [Span("a", 0, len(text))])


def quantity(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, [each.span.of(text) for each in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "bounds", "open_ends", "unit", "counted"),
    [
        ("Police counted 4,210 ferries.", (4210, 4210), (False, False), "", "ferry"),
        ("It cost 1.3 million euros.", (1.3e6, 1.3e6), (False, False), "EUR", ""),
        ("Some 143million rivets were lost.", (1.4014e8, 1.4586e8), (False, False), "", "rivet"),
        ("It spent US$2.5bn there.", (2.5e9, 2.5e9), (False, False), "USD", ""),
        ("They paid £40k for it.", (4e4, 4e4), (False, False), "GBP", ""),
        ("More than 62,000 people marched.", (62000, None), (True, False), "", "person"),
        ("At least seven sailors drowned.", (7, None), (False, False), "", "sailor"),
        ("Up to 30 boats sank.", (None, 30), (False, False), "", "boat"),
        ("As many as 57 women left.", (None, 57), (False, False), "", "woman"),
        ("Fewer than 12 seats were taken.", (None, 12), (False, True), "", "seat"),
        ("Nearly 400 cows were sold.", (360, 400), (False, True), "", "cow"),
        ("About 300 homes burned.", (270, 330), (False, False), "", "home"),
        ("Forty or so villagers came.", (36, 44), (False, False), "", "villager"),
        ("Dozens of children sang.", (12, 120), (False, True), "", "child"),
        ("Tens of thousands of birds flew.", (10000, 100000), (False, True), "", "bird"),
        ("Between five and seven crews worked.", (5, 7), (False, False), "", "crew"),
        ("He planted 20 to 30 trees.", (20, 30), (False, False), "", "tree"),
        ("A loan of $2-3 million followed.", (2e6, 3e6), (False, False), "USD", ""),
        ("Two or three lamps broke.", (2, 3), (False, False), "", "lamp"),
        ("A third of the harvest rotted.", (100 / 3, 100 / 3), (False, False), "%", ""),
        ("Almost half the town voted.", (45, 50), (False, True), "%", ""),
        ("Turnout fell 12.5 per cent.", (12.5, 12.5), (False, False), "%", ""),
        ("A 20-month-old slept.", (20, 20), (False, False), "month", "age"),
        ("The driver, aged 61, was hurt.", (61, 61), (False, False), "year", "age"),
        ("Orla Venn, 45, owns it.", (45, 45), (False, False), "year", "age"),
        ("A 40,000-prisoner jail opened.", (40000, 40000), (False, False), "", "prisoner"),
        ("One man stayed.", (1, 1), (False, False), "", "man"),
        ("A hundred and twenty-one miners rose.", (121, 121), (False, False), "", "miner"),
        ("Three of the captured Orvan riders escaped.", (3, 3), (False, False), "", "rider"),
        ("They took 209,000 US card numbers.", (209000, 209000), (False, False), "", "number"),
        ("Frost of minus-30 degrees came.", (-30, -30), (False, False), "degree", ""),
        ("The fund lost $-50.8bn.", (-5.08e10, -5.08e10), (False, False), "USD", ""),
        ("It fell to .25 per cent.", (0.25, 0.25), (False, False), "%", ""),
        ("It made US $61 to $67 billion.", (6.1e10, 6.7e10), (False, False), "USD", ""),
        ("Four hundred million bees flew.", (4e8, 4e8), (False, False), "", "bee"),
        ("Some 4 hundred million bees flew.", (3.6e8, 4.4e8), (False, False), "", "bee"),
        ("It holds 3/8 of a US pint.", (0.375, 0.375), (False, False), "pint", ""),
        ("They shot a 700-pound bear.", (700, 700), (False, False), "pound", ""),
        ("They may bid up to PS6.8m.", (None, 6.8e6), (False, False), "GBP", ""),
        ("The tarn cooled by 3 to 4.5 degrees Celsius.", (3, 4.5), (False, False), "degree Celsius", ""),
        ("Gusts of 80 miles an hour came.", (80, 80), (False, False), "mile per hour", ""),
        ("It draws 5 W at rest.", (5, 5), (False, False), "watt", ""),
        ("They paid HK$8.6m.", (8.6e6, 8.6e6), (False, False), "HKD", ""),
        ("It rose 60 basis points.", (60, 60), (False, False), "basis point", ""),
        ("Sixty fishermen sailed.", (60, 60), (False, False), "", "fisherman"),
        ("The walk is 15 kilometres long.", (15, 15), (False, False), "kilometre", ""),
    ],
)
def test_reads(
    text: str,
    bounds: tuple[float | None, float | None],
    open_ends: tuple[bool, bool],
    unit: str,
    counted: str,
) -> None:
    found = quantity(text)
    assert (found.low, found.high) == (
        pytest.approx(bounds[0]) if bounds[0] is not None else None,
        pytest.approx(bounds[1]) if bounds[1] is not None else None,
    )
    assert (found.low_open, found.high_open) == open_ends
    assert (found.unit, found.counted) == (unit, counted)


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 2016.",
        "On 4 March the 2019 budget passed.",
        "They met on Feb. 12, 2021.",
        "The gate shuts at 10:30 or 5 p.m. daily.",
        "Call 0207 555 0100 now.",
        "An F-16 passed Hall 7 on Route 66.",
        "The iPhone 11 and the Boeing 747 were new.",
        "Lorne won 3-1.",
        "1. Wash the rice.",
        "He lives at 10 Hill Street.",
        "One of them left, and no one knew the one who stayed.",
        "She came third in the second half.",
        "In the '90s and the 1980s it rained.",
        "Article 5 and chapter 12 apply.",
        "",
    ],
)
def test_leaves_labels_alone(text: str) -> None:
    assert [each.span.of(text) for each in quantities(text)] == []


def test_span_runs_from_hedge_to_noun() -> None:
    text = "There were more than 62,000 young people there."
    assert quantity(text).span.of(text) == "more than 62,000 young people"


def test_two_quantities_in_one_phrase_stay_apart() -> None:
    text = "14 of some 90 young pupils left."
    assert [each.span.of(text) for each in quantities(text)] == ["14", "some 90 young pupils"]


def test_change_from_one_number_to_another_is_no_range() -> None:
    assert [(each.low, each.high) for each in quantities("Prices rose from 5 to 7 euros.")] == [(5, 5), (7, 7)]


@given(st.text(alphabet="ab 1290.,-%$£ oneto\u200b\n½😀’“", max_size=120))
def test_spans_lie_in_order_inside_the_sentence(text: str) -> None:
    found = quantities(text)
    ends = [0]
    for each in found:
        assert each.span.start >= ends[-1]
        assert each.span.end > each.span.start
        ends.append(each.span.end)
        assert each.low is None or each.high is None or each.low <= each.high
    assert ends[-1] <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "The jar has 10^400 grains.",
        "The jar has 3 x 10^400 grains.",
        "The jar has 10⁹⁹⁹ grains.",
        "The jar has 10^-400 grains.",
        "The jar has 10^5000 grains.",
        "About 10^308 million grains fell.",
        "About " + ",".join(["900"] * 110) + " grains fell.",
        "About 5" + " billion" * 40 + " grains fell.",
        "Nearly two" + " million" * 60 + " grains fell.",
    ],
)
def test_what_is_beyond_measure_is_no_number(text: str) -> None:
    assert quantities(text) == ()


_NUMBER_PIECES = st.sampled_from(
    """0 1 7 10 10 999 900,000 1.5 ½ ^ ^ -400 400 30 ⁹ ⁹⁹ ⁻³⁰⁰ x × million billion quadrillion lakh crore dozen hundred
    hundreds of and a half two ninety - / % $ k tn to in about nearly miles grains""".split()
)


@given(st.lists(_NUMBER_PIECES, max_size=40), st.sampled_from(["", " "]))
def test_values_are_finite(pieces: list[str], between: str) -> None:
    for each in quantities(between.join(pieces)):
        assert all(end is None or math.isfinite(end) for end in (each.low, each.high))


@pytest.mark.parametrize("piece", ["1,", "one hundred and ", "$", "more than ", "2 to ", "½", "9" * 50 + " "])
def test_long_input_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    quantities(text)
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The number of boats in the harbour rose to 40 on Friday.", "boat"),
        ("The number of people who have signed a letter stood at 5,200.", "person"),
        ("The death toll has climbed to 17.", "death"),
        ("The guard said the toll was 17.", "death"),
        ("The price rose to 17.", ""),
    ],
)
def test_noun_of_a_number_may_be_the_subject(text: str, counted: str) -> None:
    assert quantity(text).counted == counted


def test_former_number_counts_what_the_new_one_counts() -> None:
    assert [each.counted for each in quantities("The port has 26 cranes at work, up from 18 in May.")] == ["crane"] * 2


def test_over_may_belong_to_the_verb() -> None:
    assert (quantity("They handed over 14 sailors.").low, quantity("They handed over 14 sailors.").high) == (14, 14)
    assert quantity("They counted over 14 sailors.").low_open


def test_ages_may_be_a_range() -> None:
    assert [(each.low, each.high, each.counted) for each in quantities("They were men ages 20 to 30.")] == [
        (20, 30, "age")
    ]
    assert quantity("They were between the ages of 20 and 30.").counted == "age"


def test_kind_of_screen_is_no_quantity() -> None:
    assert quantities("He bought a 4K screen.") == ()


def read(text: str) -> list[tuple[float | None, float | None, str]]:
    """Return low, high, and unit or what is counted of every quantity."""
    return [(each.low, each.high, each.unit or each.counted) for each in quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The ring reached 6.5 TeV.", 6.5, "teraelectronvolt"),
        ("It has 470 Ω of resistance.", 470, "ohm"),
        ("Dust of 10 µm fell.", 10, "micrometre"),
        ("It draws 10 mW at rest.", 10, "milliwatt"),
        ("The plant makes 10 MW.", 10, "megawatt"),
        ("The rod took 5 kN.", 5, "kilonewton"),
        ("It gives 370Nm.", 370, "newton metre"),
        ("It took 3 milliseconds.", 3, "millisecond"),
        ("It moved at 340 m/s.", 340, "metre per second"),
        ("Its density was 900 kg/m3.", 900, "kilogram per cubic metre"),
        ("A current of 2.5 A/cm2 flowed.", 2.5, "ampere per square centimetre"),
        ("It emits 120 g/km.", 120, "gram per kilometre"),
        ("The field has 20 km².", 20, "square kilometre"),
        ("The yard has 300 ft^2.", 300, "square foot"),
        ("A 1,200-sq.-ft. flat was let.", 1200, "square foot"),
        ("They cleared 15 sq mi.", 15, "square mile"),
        ("Lines carry 100 megabits per second.", 100, "megabit per second"),
        ("It does 40 miles per gallon.", 40, "mile per gallon"),
        ("The field gives 200,000 barrels a day.", 200000, "barrel per day"),
        ("It is a 73,500 barrel-a-day plant.", 73500, "barrel per day"),
        ("The screen has 460 ppi.", 460, "pixel per inch"),
        ("It turns at 2600 revolutions per minute.", 2600, "revolution per minute"),
        ("The tank holds 50 US gallons.", 50, "gallon"),
        ("The boat did 8,000 nautical miles.", 8000, "nautical mile"),
        ("It uses 30 kilowatt-hours.", 30, "kilowatt hour"),
        ("It has 310 pound-feet of pull.", 310, "pound-foot"),
        ("She took 5 cups.", 5, "cup"),
        ("He weighs 12st.", 12, "stone"),
        ("Its mast is 55in long.", 55, "inch"),
        ("The jet flew at Mach 2.", 2, "Mach"),
        ("A magnitude 6.2 quake came.", 6.2, "point of magnitude"),
        ("The yield fell 3 bps.", 3, "basis point"),
    ],
)
def test_units(text: str, value: float, unit: str) -> None:
    found = quantity(text)
    assert found.low == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost Rs 2.5 crore.", 2.5e7, "INR"),
        ("He got Rs. 5 lakh.", 5e5, "INR"),
        ("The fund has 1.2 lakh crore rupees.", 1.2e12, "INR"),
        ("A flat went for Rs 1,20,000.", 120000, "INR"),
        ("They paid 20 million Indonesian rupiah.", 2e7, "IDR"),
        ("The loan was SGD 4.5 million.", 4.5e6, "SGD"),
        ("It lent 3.2m Singapore dollars.", 3.2e6, "SGD"),
        ("It lost R$5 million.", 5e6, "BRL"),
        ("A ticket is 30€.", 30, "EUR"),
        ("They hold 500 million Pakistani rupees.", 5e8, "PKR"),
        ("The firm owes 3.5T won.", 3.5e12, "KRW"),
        ("It made US$5-mn.", 5e6, "USD"),
        ("The deal is for 1.5 mln euros.", 1.5e6, "EUR"),
        ("It raised N5 billion.", 5e9, "NGN"),
        ("The Swedish firm paid 40 million kronor.", 4e7, "SEK"),
        ("The Chinese maker sells it for ¥3,000.", 3000, "CNY"),
        ("The Japanese maker sells it for ¥3,000.", 3000, "JPY"),
        ("She was fined 300 pounds.", 300, "GBP"),
        ("She lost 30 pounds.", 30, "pound"),
        ("It bought 300 pounds of beef at a good price.", 300, "pound"),
        ("Shares fell 17 Canadian cents.", 17, "cent"),
        ("He owns 5 BTC.", 5, "bitcoin"),
        ("Coal is at $US95 a tonne.", 95, "USD"),
        ("It lost $(0.45) a share.", -0.45, "USD"),
        ("Turnover was NIS 1.3 billion.", 1.3e9, "ILS"),
    ],
)
def test_currencies(text: str, value: float, unit: str) -> None:
    found = quantity(text)
    assert found.low == pytest.approx(value)
    assert found.unit == unit


def test_words_that_are_currencies_elsewhere_are_left_alone() -> None:
    assert quantities("Of the ten players three won.")[-1].unit == ""
    assert quantity("There are three real reasons.").counted == "reason"
    assert quantity("They left two marks.").counted == "mark"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The sum is 3 x 10^5 miles.", 3e5),
        ("It weighs 5.97 × 10²⁴ kg.", 5.97e24),
        ("It lies 10^-9 m away.", 1e-9),
        ("Some 1 000 000 people came.".removeprefix("Some "), 1e6),
        ("It cost 2.300.000 euros.", 2.3e6),
        ("It took 2 ¼ hours.", 2.25),
        ("It took 2-1/2 hours.", 2.5),
        ("It took a half hour.", 0.5),
        ("It took a quarter century.", 0.25),
        ("It is 1.2m sq ft.", 1.2e6),
        ("It took two and a quarter hours.", 2.25),
        ("It took one and three-quarter hours.", 1.75),
        ("It took two-and-a-half years.", 2.5),
        ("It took a year and a half.", 1.5),
        ("It won by a tenth of a second.", 0.1),
        ("It is worth a quarter of a million euros.", 250000),
        ("A half-million birds left.", 500000),
        ("Two dozens of birds left.", 24),
        ("It had one hundred-fourteen visits.", 114),
        ("It cost two thousand million euros.", 2e9),
        ("It holds 3 billion trillion grains.", 3e21),
    ],
)
def test_values(text: str, value: float) -> None:
    assert quantity(text).low == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A range of 10 ± 2 mm.", [(8, 12, "millimetre")]),
        ("A range of 10 +/- 2 mm.", [(8, 12, "millimetre")]),
        ("It runs for one-to-seven days.", [(1, 7, "day")]),
        ("A board of 5- or 6-inch planks.", [(5, 6, "inch")]),
        ("A stake of $5m-$10m.", [(5e6, 1e7, "USD")]),
        ("A loss of EUR 5 to EUR 10.", [(5, 10, "EUR")]),
        ("They sold 10 or 15 boats.", [(10, 15, "boat")]),
        ("A herd of 5-6,000 cows.", [(5000, 6000, "cow")]),
        ("A couple hundred people came.", [(200, 300, "person")]),
        # Steps and levels, the sides of a contest, heights: no ranges.
        ("The index fell 2.7% to 18300.", [(2.7, 2.7, "%"), (18300, 18300, "")]),
        ("The rate rose 0.6 percent to 5.1 percent.", [(0.6, 0.6, "%"), (5.1, 5.1, "%")]),
        ("Vey trails Lorne 38 percent to 45 percent.", [(38, 38, "%"), (45, 45, "%")]),
        ("The margin fell from 5 to 3 percent.", [(5, 5, "%"), (3, 3, "%")]),
        ("He went from 90 miles to 70.", [(90, 90, "mile"), (70, 70, "mile")]),
        ("She is 6-foot-2 and fast.", [(6, 6, "foot")]),
        ("She leads, 44%-38.5%, in the north.", [(44, 44, "%"), (38.5, 38.5, "%")]),
        ("It won a five-to-four vote.", []),
        ("Vey beat Orla Lorne 2,307 to 1,964 there.", [(2307, 2307, ""), (1964, 1964, "")]),
        ("The rowers outscored Lorne 52 to 31 at home.", [(52, 52, ""), (31, 31, "")]),
        ("They want the Comet 9 to fly.", []),
        ("The vote —611 in favour— stood.", [(611, 611, "")]),
        ("A walk of 3.5 or 8 miles.", [(3.5, 3.5, "mile"), (8, 8, "mile")]),
        ("It moved to 87.20 -2.05 -2.30%.", [(87.2, 87.2, ""), (-2.05, -2.05, ""), (-2.3, -2.3, "%")]),
        # Plus or minus is no negative number.
        ("An error of plus or minus 4 miles.", [(4, 4, "mile")]),
        # What one word would be given to twice.
        ("He has 5 USD 10 days on.", [(5, 5, "USD"), (10, 10, "USD")]),
    ],
)
def test_ranges_and_what_is_none(text: str, expected: list[tuple[float, float, str]]) -> None:
    assert read(text) == [pytest.approx(each) for each in expected]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Sales fell by a third.", 100 / 3),
        ("The storm cut output by half.", 50),
        ("Two thirds voted.", 200 / 3),
        ("One in four voters stayed at home.", 25),
        ("One out of ten stayed at home.", 10),
        ("There is a two-in-three chance.", 200 / 3),
        ("Nine out of 10 stayed at home.", 90),
        ("Two in three said so.", 200 / 3),
    ],
)
def test_shares(text: str, share: float) -> None:
    assert quantity(text).low == pytest.approx(share)
    assert quantity(text).unit == "%"


def test_a_third_person_is_no_share() -> None:
    assert read("A third man and a quarter final.") == []
    assert [each.unit for each in quantities("He scored two in four games.")] == ["", ""]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They sold dozens of Vey and Lorne lamps.", "lamp"),
        ("It has 19 national and regional offices.", "office"),
        ("They ordered 70 Vey A710-200 jets.", "jet"),
        ("They have three Comet 9 rockets.", "rocket"),
        ("They bought two new 617 Vey jets.", "jet"),
        ("They met nine BBA members.", "member"),
        ("They met nine Guild of Lorne members.", "member"),
        ("It hired 40 new University of Vey graduates.", "graduate"),
        ("They met nine MPs.", "mp"),
        ("They heard 30 farm-rights groups.", "group"),
        ("They heard two United States senators.", "senator"),
        ("There were 28 “serious” faults.", "fault"),
        ("It stands on 50 tall poles.", "pole"),
        ("Two of the town's best pupils left.", "pupil"),
        ("There is only one lamp tonight.", "lamp"),
        ("Between 1500 and 2000 boats sank.", "boat"),
        ("they sold 200 us lamps.", "lamp"),
        ("One of the oldest bridges fell.", "bridge"),
        ("One senior official Monday left.", "official"),
        ("They want another lamp or two.", "lamp"),
        ("Last week 20 boats sank.", "boat"),
        ("They sold 2000 boats.", "boat"),
        ("He made a three-point shot.", "point"),
        ("It trades at 15x earnings.", "time"),
    ],
)
def test_what_is_counted(text: str, counted: str) -> None:
    assert quantity(text).counted == counted


def test_numbers_inside_what_is_counted() -> None:
    assert read("He got nine $2,500 gifts.") == [(9, 9, "gift"), (2500, 2500, "USD")]
    assert read("Two of the five men left.") == [(2, 2, "man"), (5, 5, "man")]
    assert read("They moved three 40-foot crates.") == [(3, 3, "crate"), (40, 40, "foot")]
    assert read("A two-, three- and four-mast ship.") == [(n, n, "mast") for n in (2, 3, 4)]
    assert read("It takes six years instead of nine.") == [(6, 6, "year"), (9, 9, "year")]


@pytest.mark.parametrize(
    "text",
    [
        "She is 41.",
        "He will be 41 by May.",
        "She turned 41 there.",
        "He died at 41.",
        "His wife, 41, sings.",
        "The old star, 41, was voted off.",
        "Orla Venn Jr., 41, owns it.",
        "Orla Venn, 41 of Lorne, owns it.",
        "The average age of the crew was 41.",
        "Orla Venn (41) won.",
        "orla venn, 41, owns it.",
        "Men 41 and older may vote.",
        "A man 41 years of age sang.",
        "It takes men as young as 41.",
    ],
)
def test_ages(text: str) -> None:
    found = quantity(text)
    assert ((found.low or found.high), found.unit, found.counted) == (41, "year", "age")


@pytest.mark.parametrize(
    "text",
    [
        "In the early 1990s, in her 60s and in his mid-50s he sang.",
        "Stage One and chapter two of it came in nineteen ninety-seven.",
        "it opened on march 15 and closed on dec. 3.",
        "It shuts at 1 a.m",
        "It shuts at 8 tonight.",
        "He called 911 on 9/11, and it is a 24/7 store.",
        "A 617-based machine and a 1080p screen.",
        "The FTSE 100 and the S&P 500 fell; so did the Nikkei 225.",
        "In Week 3, round 12 and room 4.",
        "A three-year, well-paid job.",
        "It may one day open, and they hugged one another.",
        "The COVID -19 wave came.",
        "The Chang'e 3 landed with an iPhone 11.",
        "You need the following: 1.",
        "Here Are The Best.",
        "It ran on 3/4/2020 and on 10/16 2010.",
        "The 787 Comet flew.",
        "A 3-D show near ground zero.",
        "He went 3-for-5 and made 10-of-15.",
        "She has a 401(k).",
        "the airpod 2 and 5g phones",
        "From 1999 to 2004 sales rose.",
        "A one-on-one date, one called Venn and one involving a boat.",
        "The two met with the Gang of Eight.",
        "They wrote of the Six Day War.",
        "Its test scores put it in the top 10.",
    ],
)
def test_leaves_more_labels_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["A blaze killed scores in Lorne.", "Floods have stranded scores on two roofs."])
def test_scores_of_persons_are_a_number(text: str) -> None:
    assert (quantities(text)[0].low, quantities(text)[0].high) == (20, 200)


@pytest.mark.parametrize(
    "text", ["The locks at Lorne, 3, 7 and 11, leak.", "walks start at lorne, 4, 9 or 12 miles of them."]
)
def test_a_list_of_numbers_after_a_name_holds_no_age(text: str) -> None:
    assert "age" not in [each.counted for each in quantities(text)]


def test_index_may_be_followed_by_its_change() -> None:
    assert read("The FTSE 100 0.3% up.") == [(0.3, 0.3, "%")]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It lists 30-odd towns.", (27, 33)),
        ("It lists 20-plus towns.", (20, None)),
        ("It lists 300 or more", (300, None)),
        ("It costs as little as 99 cents.", (99, None)),
        ("It makes sub-9 nanometre parts.", (None, 9)),
        ("It made ≈ 300 lamps.", (270, 330)),
        ("It rose 3 miles over 12 months.", (3, 3)),
        ("It rained for over 12 months.", (12, None)),
        ("It was up 3 miles and up 5.", (3, 3)),
    ],
)
def test_hedges(text: str, bounds: tuple[float | None, float | None]) -> None:
    assert (quantities(text)[0].low, quantities(text)[0].high) == bounds


def test_over_before_a_length_of_time_says_during_which() -> None:
    assert [each.hedge for each in quantities("It rose 3 miles over 12 months.")] == ["", ""]
