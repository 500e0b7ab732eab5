"""A PDF is really made."""

from herniatui.doctor.outside import the_pdf


def test_the_blank_card_is_made_as_pdf() -> None:
    found = the_pdf()
    assert found.advice == ()
    assert found.data["made"]
    assert found.data["bytes"] > 10_000
