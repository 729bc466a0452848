"""How news names its speakers: small invented stories, each with the speaker of its last quotation."""

from __future__ import annotations

import pytest

from newstemma.annotate import annotate
from newstemma.model import Article
from newstemma.settings.annotate import AnnotateSettings


def speakers(text: str) -> list[str]:
    """Return the speakers of the direct quotations of `text`."""
    read = annotate(Article("a", text), settings=AnnotateSettings())
    return [one.speaker for one in read.attributions if one.kind == "direct"]


PRONOUNS = [
    ("Nurse Ida Tolling ran the clinic. “We lost a ward,” she said. “And a roof,” she added.", "Ida Tolling"),
    ("“The road is shut,” Rolf Amsel said. Mayor Tilda Moor disagreed. “It is open,” she said.", "Tilda Moor"),
    ("“The road is shut,” Mr. Amsel said. Ms. Moor, a baker, disagreed. “It is shut,” he said.", "Amsel"),
    ("Emil Sand and Nora Ashby disagree. He says the ward is “too full”.", "Emil Sand"),
    ("Emil Sand and Nora Ashby disagree. She says the ward is “half empty”.", "Nora Ashby"),
    ("The Harbor Council met. “We will wait,” it said.", "Harbor Council"),
    ("In a letter, Mayor Tilda Moor said she would leave.\n“My desk is empty,” it said.", "Tilda Moor"),
]
OFFICES = [
    ("“The dam will hold,” Lylish Fish Minister Per Osk said on Monday.", "Per Osk"),
    ("“The dam will hold,” Kenyan Foreign Minister Una Osk said.", "Una Osk"),
    ("“It is safe,” said Ulla Brandt, a doctor at the Lyle Clinic.", "Ulla Brandt"),
    ("Ulla Brandt, a doctor, said the ward was “full to the last bed”.", "Ulla Brandt"),
    ("“We saw smoke,” said Coast Guard spokesman Lars Holm.", "Lars Holm"),
    ("“We saw smoke,” said Lt. Mina Dorr, a spokeswoman for the Coast Guard.", "Mina Dorr"),
    ("“No comment,” an Oskco spokeswoman, Vera Lund, said.", "Vera Lund"),
    ("“The strike ends today,” union leader Bo Renn told a crowd in Port Lyle.", "Bo Renn"),
    ("Union leader Bo Renn met Prime Minister Ella Stone. “No,” the prime minister said.", "Ella Stone"),
    ("Union leader Bo Renn met Prime Minister Ella Stone. “No,” the union leader said.", "Bo Renn"),
    ("“I am innocent,” Jon Hale, 43, told the court.", "Jon Hale"),
    ("Jon Hale’s lawyer, Sue Marsh, called her client “meek as a lamb”.", "Sue Marsh"),
    ("“He is innocent,” said his lawyer, Sue Marsh.", "Sue Marsh"),
    ("Mona Arden, the president, spoke. Arden’s spokesman, Jim Tarn, said she was “furious”.", "Jim Tarn"),
    ("“We won,” Dr. Emil Sand, the hospital’s director, said, “and we will win again.”", "Emil Sand"),
    ("“We won,” Sand says.\nDr. Emil Sand runs the hospital.", "Emil Sand"),
    ("“We need rain,” according to Tom Fell, who grows beans near Lyle.", "Tom Fell"),
]
TITLES = [
    ("Rep. Bob Tarn shouted. “Let me go,” the congressman said.", "Bob Tarn"),
    ("“Let me go,” Sen. Ida Tarn, R-Ohio, said.", "Ida Tarn"),
    ("“Let me go,” said George A Tarn, a baker.", "George A Tarn"),
    ("Billionaire Osmo Tarn flew in. “Let me go,” Tarn said.", "Osmo Tarn"),
    ("“Let me go,” Lyle Campaign Manager Una Tarn said.", "Una Tarn"),
    ("Una Tarn said that Bo Renn was late. Renn, she said, was “a snail”.", "Una Tarn"),
]
BODIES = [
    ("“The sea rose by a metre,” the Harbor Agency reports.", "Harbor Agency"),
    ("“We will not sell,” Nils Varga told Reuters.", "Nils Varga"),
    ("The shipbuilder Oskco cut 40 jobs. “We regret this,” the company said in a statement.", "Oskco"),
    ("“No comment,” a spokesman for Oskco said.", "an Oskco spokesman"),
    ("According to the Lyle Institute, “rain is overdue”.", "Lyle Institute"),
    ("The Foreign Ministry in Lyle said it was “deeply worried”.", "Foreign Ministry"),
    ("The Save Our Harbor campaign met. A message on the group’s page said it was “glad”.", "Save Our Harbor"),
]
NAMELESS = [
    ("“They were close to a deal,” a source near the talks said.", ""),
    ("Ida Tolling left. “This is madness,” one resident said.", ""),
]
WORDS_AS_NAMES = [
    ("“Our fields were dry,” said Per Lunde, chairman of the Growers’ Union.", "Per Lunde"),
    ("Per Lunde, who chairs the Growers’ Union, repeated that “a lake is a lake”.", "Per Lunde"),
    ("“Fares will rise,” said Grace Holm, of the Lyle Transit Board.", "Grace Holm"),
    ("“Fares will rise,” Hope Vane, transit chief for Lyle, said on Monday.", "Hope Vane"),
    ("“Fares will rise,” Art Dunmore said.", "Art Dunmore"),
    ("“Fares will rise,” said Drew Chase, who runs a shop.", "Drew Chase"),
    ("May Tolling met Bill Orme in Port Lyle. “Fares will rise,” Tolling said.", "May Tolling"),
    ("Mark Hale met Will Marsh. “Fares will rise,” Marsh said.", "Will Marsh"),
]
ONE_SURNAME = [
    ("Anna Kell and Peter Kell voted. “I voted yes,” Anna Kell said.", "Anna Kell"),
    ("Anna Kell and Peter Kell voted. “I voted no,” Mr. Kell said.", "Peter Kell"),
    ("Anna Kell and Peter Kell voted. “I voted no,” Ms. Kell said.", "Anna Kell"),
]
ALL = [*PRONOUNS, *OFFICES, *TITLES, *BODIES, *NAMELESS, *WORDS_AS_NAMES, *ONE_SURNAME]


@pytest.mark.parametrize(("text", "speaker"), ALL)
def test_the_speaker_is_found(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_a_quotation_that_runs_on_belongs_to_who_ends_it() -> None:
    text = "Bo Renn spoke.\n“Nobody wishes us ill. We have kin there.\n“But a lake is a lake,” Una Osk said."
    assert set(speakers(text)) == {"Una Osk"}
