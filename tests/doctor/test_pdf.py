"""A PDF is really made."""

from herniatui.doctor.outside import check_pdf


def test_the_blank_card_is_made_as_pdf() -> None:
    found = check_pdf()
    assert found.advice == ()
    assert found.data["made"]
    assert found.data["bytes"] > 10_000
