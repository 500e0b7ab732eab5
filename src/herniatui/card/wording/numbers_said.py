"""Detect whether a text contains a number, so that the program never says that the card gives none."""

from functools import lru_cache

from herniatui.card.wording.frequency_phrases import frequency_phrases
from herniatui.card.wording.time_phrases import time_phrases


@lru_cache(maxsize=2048)
def says_a_number(text: str, language: str) -> bool:
    """Return whether a text says a number of people, a time, or anything in digits.

    In a language without a word list only digits are found. A bare number word (`in twee rondes`) does not count.
    """
    return (
        any(character.isnumeric() for character in text)
        or bool(frequency_phrases(text, language))
        or any(time.sure for time in time_phrases(text, language))
    )
