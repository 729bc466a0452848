from __future__ import annotations

from datetime import date

from tests.compare.reading import read_closely

from newstemma.compare.context import Contexts
from newstemma.compare.denials import denial_differences
from newstemma.compare.stated import Clauses
from newstemma.model import Difference
from newstemma.settings.differences import DifferenceSettings

PAID = "The ferry company paid a ransom for the stolen lanterns."


def differences(*texts: str, days: tuple[date, ...] = ()) -> list[Difference]:
    articles, _ = read_closely(texts, days)
    contexts = Contexts(articles, DifferenceSettings().reach_words, DifferenceSettings().key_reach_words)
    return list(denial_differences(articles, Clauses(articles, contexts), settings=DifferenceSettings()))


def test_a_fact_and_its_denial_face_each_other() -> None:
    (found,) = differences(PAID, "Osk denied that the ferry company paid a ransom for the lanterns.")
    assert (found.kind, found.nature) == ("attribution", "conflict")
    assert [position.text for position in found.positions] == [
        PAID,
        "the ferry company paid a ransom for the lanterns",
    ]
    assert found.about == "the ferry company paid a ransom for the lanterns"


def test_denied_reports_and_deeds_are_denials() -> None:
    assert differences(PAID, "Osk dismissed early reports that the ferry company had paid a ransom for lanterns.")
    assert differences(PAID, "The ferry company denied paying a ransom for the lanterns.")
    assert not differences(PAID, "Osk did not deny that the ferry company paid a ransom for the lanterns.")


def test_what_did_not_happen_faces_what_did() -> None:
    freed = "The rebels freed four hostages in the harbour of Orvan."
    assert differences(freed, "No hostages were freed in the harbour of Orvan.")
    assert differences(freed, "The rebels did not free the hostages in the harbour of Orvan.")
    assert not differences(freed, "The guards did not see the hostages that the rebels freed in Orvan.")


def test_denials_of_one_thing_are_one_position() -> None:
    (found,) = differences(
        PAID,
        "Osk denied that the ferry company paid a ransom for the lanterns.",
        "The captain denied that the ferry company had paid the thieves a ransom for lanterns.",
    )
    assert [len(position.witnesses) for position in found.positions] == [1, 2]


def test_articles_that_all_report_both_do_not_differ() -> None:
    both = PAID + " Osk denied that the ferry company paid a ransom for the lanterns."
    assert not differences(both, both)
    assert differences(both, "Osk denied that the ferry company paid a ransom for the lanterns.")


def test_what_may_be_and_what_happened_another_month_is_no_fact() -> None:
    denial = "Osk denied that the ferry company paid a ransom for the lanterns."
    assert not differences("The ferry company may have paid a ransom for the stolen lanterns.", denial)
    assert not differences(PAID, denial, days=(date(2031, 3, 4), date(2031, 5, 4)))


def test_not_yet_is_an_update() -> None:
    (found,) = differences(
        "The guards have identified the men who stole the lanterns.",
        "The guards have not yet identified the men who stole the lanterns.",
    )
    assert found.nature == "update"
    assert not differences("The club won the silver cup.", "The club has not won the silver cup since 1988.")


def test_copies_of_a_fact_and_of_its_denial_are_witnesses_of_one_difference() -> None:
    denial = "Osk denied that the ferry company paid a ransom for the lanterns."
    (found,) = differences(PAID, denial, PAID, denial, denial)
    assert [[span.article for span in position.witnesses] for position in found.positions] == [
        ["0", "2"],
        ["1", "3", "4"],
    ]


def test_a_denial_goes_back_no_farther_than_a_long_clause() -> None:
    lead = "then and now as before " * 40
    denial = "the ferry company did not pay a ransom for the stolen lanterns"
    (found,) = differences(PAID, f"{lead}{denial}.")
    text = found.positions[1].text
    assert text.endswith(denial)
    assert text.split()[0] in lead.split()
    assert len(text) <= len(denial) + 400


def test_a_month_or_a_name_makes_nothing_uncertain() -> None:
    denial = "Osk denied that the ferry company paid a ransom for the lanterns."
    assert differences("On 3 May the ferry company paid a ransom for the stolen lanterns.", denial)
    assert differences("Will Tarn of the ferry company paid a ransom for the stolen lanterns.", denial)
    assert differences("Due to a storm the ferry company paid a ransom for the stolen lanterns.", denial)
    assert not differences("The ferry company was due to pay a ransom for the stolen lanterns.", denial)
