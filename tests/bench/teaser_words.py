# ruff: noqa: E501, ISC004 (a list of words stays on one line)
"""Invented words in seven languages for generated pages: nothing here was printed anywhere."""

import random
from dataclasses import dataclass

_WORDS = {
    "en": (
        "The harbour|A night train|The old library|One baker|The town band|A lost bridge|The ferry",
        "reopens after|gives up|fights for|is proud of|waits for|asks about|learns from",
        "a long winter|the new toll|its first garden|forty quiet years|the last orchard|"
        "a late vote|the glass roof",
        "Related articles|You might also like|More stories|Read next|More from this town",
        "Most read|Latest news|Popular now", "Read also", "by",
        "January February March April May June July August September October November December",
        "{d} {m} {y}",
    ),
    "fr": (
        "Le vieux port|Un train de nuit|La bibliothèque|Une boulangère|La fanfare|Le pont perdu",
        "rouvre après|renonce à|se bat pour|est fier de|attend encore|raconte|découvre",
        "un long hiver|son premier jardin|quarante années calmes|le dernier verger|le toit de verre",
        "Sur le même sujet|À lire aussi|Articles similaires|Dans la même rubrique|À lire ensuite",
        "Les plus lus|Derniers articles|Articles récents", "Lire aussi", "par",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "{d} {m} {y}",
    ),
    "de": (
        "Der alte Hafen|Ein Nachtzug|Die Bücherei|Eine Bäckerin|Die Stadtkapelle|Die Fähre",
        "öffnet nach|verzichtet auf|kämpft um|ist stolz auf|wartet auf|erzählt von",
        "einem langen Winter|den ersten Garten|vierzig stille Jahre|den letzten Obsthof|das Glasdach",
        "Mehr zum Thema|Das könnte Sie auch interessieren|Weitere Artikel|Verwandte Artikel",
        "Meistgelesen|Neueste Beiträge|Aktuelle Nachrichten", "Lesen Sie auch", "von",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "{d}. {m} {y}",
    ),
    "es": (
        "El viejo puerto|Un tren nocturno|La biblioteca|Una panadera|La banda del pueblo",
        "reabre tras|renuncia a|lucha por|sueña con|espera todavía|cuenta",
        "un largo invierno|su primer jardín|cuarenta años tranquilos|el último huerto",
        "Artículos relacionados|Te puede interesar|Más noticias|Noticias relacionadas",
        "Lo más leído|Últimas noticias|Entradas recientes", "Lea también", "por",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "{d} de {m} de {y}",
    ),
    "it": (
        "Il vecchio porto|Un treno di notte|La biblioteca|Una fornaia|La banda del paese",
        "riapre dopo|rinuncia a|lotta per|aspetta ancora|racconta|ritrova",
        "un lungo inverno|il primo giardino|quarant'anni tranquilli|l'ultimo frutteto",
        "Articoli correlati|Leggi anche|Potrebbe interessarti|Altre notizie",
        "I più letti|Ultimi articoli|Ultime notizie", "Leggi anche", "di",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "{d} {m} {y}",
    ),
    "pt": (
        "O velho porto|Um trem noturno|A biblioteca|Uma padeira|A banda da vila|A balsa",
        "reabre após|renuncia a|luta por|espera ainda|conta|descobre",
        "um longo inverno|o primeiro jardim|quarenta anos calmos|o último pomar",
        "Leia também|Notícias relacionadas|Artigos relacionados|Veja também",
        "Mais lidas|Últimas notícias|Posts recentes", "Leia também", "por",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "{d} de {m} de {y}",
    ),
    "nl": (
        "De oude haven|Een nachttrein|De bibliotheek|Een bakker|De fanfare|Het veer",
        "opent na|stopt met|vecht voor|is trots op|wacht op|vertelt over",
        "een lange winter|de eerste tuin|veertig stille jaren|de laatste boomgaard",
        "Lees ook|Gerelateerde artikelen|Meer nieuws|Aanbevolen",
        "Meest gelezen|Laatste nieuws|Recente berichten", "Lees ook", "door",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "{d} {m} {y}",
    ),
}  # fmt: skip
LANGUAGES = tuple(_WORDS)
NAMES = ("Ana Ruiz", "Lowri Penn", "Hans Vogt", "Léa Morin", "Piet Dekker", "Carla Nunes")
PLACES = ("Brel", "Ostend Quay", "Tarnow Mill", "Lindenau", "Sant Pol", "Vila Alta", "Penmar")


@dataclass(frozen=True, slots=True)
class Card:
    """A related piece as a generated page offers it."""

    title: str
    url: str
    excerpt: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO date; `printed` is how the page prints it."""
    printed: str | None = None


class Writer:
    """Writes titles, prose and cards in one language; the same seed writes the same."""

    def __init__(self, language: str, seed: int) -> None:
        self.language = language
        self.pick = random.Random(f"{language}{seed}")  # noqa: S311
        table = _WORDS[language]
        self._subjects, self._verbs, self._objects = (part.split("|") for part in table[:3])
        self.related, self.popular = (self.pick.choice(t.split("|")) for t in table[3:5])
        self.also, self.by = table[5], table[6]
        self._months, self._date = table[7].split(), table[8]
        self._seen: set[str] = set()
        self.own = self.title()

    def clause(self) -> str:
        """Return a subject, a verb and an object."""
        choice = self.pick.choice
        return f"{choice(self._subjects)} {choice(self._verbs)} {choice(self._objects)}"

    def title(self) -> str:
        """Return a title that was not given before."""
        while True:
            title = f"{self.pick.choice(PLACES)}: {self.clause()}"
            if title not in self._seen:
                self._seen.add(title)
                return title

    def prose(self, sentences: int = 3) -> str:
        """Return a paragraph."""
        return " ".join(f"{self.clause()}, {self.clause()}." for _ in range(sentences))

    def cards(self, least: int, most: int, *, plain: bool = False) -> list[Card]:
        """Return cards that all show the same things, or titles alone where `plain`."""
        shows = [not plain and self.pick.random() < chance for chance in (0.6, 0.5, 0.6)]
        return [self._card(shows) for _ in range(self.pick.randint(least, most))]

    def _card(self, shows: list[bool]) -> Card:
        title = self.title()
        slug = "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())
        day = f"2024-{self.pick.randint(1, 12):02}-{self.pick.randint(1, 28):02}"
        excerpt = self.prose(1) if shows[0] else None
        author = self.pick.choice(NAMES) if shows[1] else None
        dated = shows[2]
        return Card(
            title, f"https://paper.example/2024/{slug}", excerpt, author,
            day if dated else None, self.date(day) if dated else None,
        )  # fmt: skip

    def date(self, day: str) -> str:
        """Print an ISO date as the language does."""
        year, month, number = day.split("-")
        return self._date.format(d=int(number), m=self._months[int(month) - 1], y=year)
