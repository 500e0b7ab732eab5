"""The font that the HTML handout embeds."""

from fontTools.ttLib import TTFont

from tools.web_font import NAME, TARGET

LANGUAGES = {
    "Dutch": "Één reünie, cliënt’s “zorg” – 100 € …",
    "Turkish": "ğĞşŞıİçÇöÖüÜ",
    "Polish": "ąĄćĆęĘłŁńŃóÓśŚźŹżŻ",
    "Vietnamese": "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđĐơƠưƯ",
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "Ukrainian": "ґҐєЄіІїЇ",
    "Greek": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΐΰ",
}


def test_it_has_the_letters_of_languages_in_latin_cyrillic_and_greek() -> None:
    letters = set(map(chr, TTFont(TARGET).getBestCmap()))
    missing = {language: sorted(set(words) - letters) for language, words in LANGUAGES.items()}
    assert not any(missing.values()), missing


def test_its_name_is_not_the_one_that_the_licence_reserves() -> None:
    names = {entry.nameID: str(entry) for entry in TTFont(TARGET)["name"].names}
    assert names[1] == NAME
    assert [number for number, name in names.items() if "Plex" in name and number not in (0, 7, 13)] == []


def test_it_has_the_weights_of_running_text_and_bold() -> None:
    (weight,) = TTFont(TARGET)["fvar"].axes
    assert (weight.axisTag, weight.minValue, weight.defaultValue, weight.maxValue) == ("wght", 450, 450, 700)
