import pytest

from tui.parse.language import detect

TEXTS = {
    "fr": "Le conseil a voté la réouverture du pont, et les habitants du quartier sont ravis.",
    "en": "The council has voted to reopen the bridge, and the people of the town are glad.",
    "de": "Der Rat hat die Öffnung der Brücke beschlossen und die Anwohner sind froh.",
    "es": "El consejo ha votado la reapertura del puente y los vecinos se alegran de la obra.",
    "it": "Il consiglio ha votato la riapertura del ponte e gli abitanti sono contenti della cosa.",
    "pt": "O conselho aprovou a reabertura da ponte e os moradores do bairro estão contentes.",
    "nl": "De raad heeft voor de opening van de brug gestemd en de bewoners zijn er blij mee.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_prose_in_each_language(language: str, text: str):
    assert detect(text) == language


@pytest.mark.parametrize(
    "text",
    ["", "Paris", "1 2 3", "橋が開いた。", "Rada miasta zagłosowała za otwarciem mostu.",
     "El consell ha votat la reobertura del pont i els veïns del barri són contents amb els plans.",
     "Rådet har vedtaget at åbne broen, og beboerne i kvarteret er glade for det."],
)  # fmt: skip
def test_unsure_is_none(text: str):
    assert detect(text) is None
