"""Whether a text says a number, so that nobody is told that it does not."""

from functools import lru_cache

from herniatui.card.wording.amounts import amount_at
from herniatui.card.wording.frequency_phrases import frequency_phrases
from herniatui.card.wording.time_phrases import time_phrases
from herniatui.card.wording.word_list import word_list


@lru_cache(maxsize=2048)
def says_a_number(text: str, language: str) -> bool:
    """Return whether a text says a number, in digits or words; in a language without a word list only in digits."""
    if any(character.isnumeric() for character in text):
        return True
    words = word_list(language)
    if not words:
        return False
    found = words.tokens(text)
    amounts = (amount_at(found, place, words) for place in range(len(found)))
    return (
        any(amount and not amount.is_article for amount in amounts)
        or bool(frequency_phrases(text, language))
        or any(time.sure for time in time_phrases(text, language))
    )
