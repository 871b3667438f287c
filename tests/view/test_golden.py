"""The body as text, at two widths, compared with files that can be read in a review.

`BROADSHEET_GOLDEN=write pytest tests/view/test_golden.py` writes the files anew.
"""

import os
from pathlib import Path

import pytest
from articles import article

GOLDEN = Path(__file__).parent / "golden"

EVERY_KIND = article(
    "Le phare rallumé : « une bougie », dit le maire, et deux gardiens pour la tenir",
    ("lede", "Après onze mois de nuit, le feu de la Pointe-aux-Oies tourne de nouveau."),
    "Le maire, Jean-Loup d'Arcy, a parlé d’« une bougie de plus ». Nadia Le Goff, gardienne "
    "depuis l’hiver, n’a pas ri : « On voit mieux avec qu’après », a-t-elle répondu.",
    ("heading", "Onze mois de nuit"),
    ("caption", "Nadia Le Goff au pied de l’escalier. Photo M. Quist"),
    "Les chiffres du port tiennent en trois lignes et demie, qui n’ont pas été démenties :",
    ("list_item", "onze mois sans feu, dont quatre d’hiver et un équinoxe que personne n’oublie ;"),
    ("list_item", "deux échouages ;"),
    ("list_item", "une seule ampoule."),
    ("quotation", "Nous avions demandé une lampe. On nous a livré un rapport sur la lampe, relié."),
    ("table", "Mois | Échouages\nmars | 1\navril | 1"),
    ("preformatted", "FEU  4s  23m\n    W  R  G"),
    "灯台は再び回り始めた。風が強い夜も、島の人々はその光を頼りに海へ出る。 Emoji: 👩‍🚀 fin.",
    "Unbroken: " + "x" * 130,
    people={"Jean-Loup d'Arcy": [], "Nadia Le Goff": []},
    quotes=[("une bougie de plus", "Jean-Loup d'Arcy"), ("On voit mieux avec qu’après", None)],
    published="2026-03-01",
    site="La Lanterne",
    authors=["Mia Quist"],
)


@pytest.mark.parametrize("width", [60, 100])
async def test_the_body_at_a_width(start, width: int):
    async with start(size=(width, 70), articles=(EVERY_KIND,)) as user:
        await user.press("z")
        painted = "\n".join(user.painted("#article")).rstrip() + "\n"
    path = GOLDEN / f"body-{width}.txt"
    if os.environ.get("BROADSHEET_GOLDEN") == "write":
        path.write_text(painted, encoding="utf-8")
    assert painted == path.read_text(encoding="utf-8")
