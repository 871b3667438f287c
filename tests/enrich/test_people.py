"""Who is a person, under which names, and in which role."""

import pytest

from tests.enrich.reading import article, people, read
from tui.enrich import enrich

FORMS = [
    (
        "a full name gathers its bare surname",
        "fr",
        ["Claire Vasseur a ouvert la séance. Vasseur est repartie."],
        {"Claire Vasseur": ["Claire Vasseur", "Vasseur"]},
    ),
    (
        "an elided article is no part of a name",
        "fr",
        ["Un livre d’Éric Morvan sur l’amie qu’Anne Ledoux a perdue."],
        {"Éric Morvan": ["Éric Morvan"], "Anne Ledoux": ["Anne Ledoux"]},
    ),
    (
        "accents do not part a person in two",
        "fr",
        ["Eric Morvan arrive. Éric Morvan repart."],
        {"Éric Morvan": ["Eric Morvan", "Éric Morvan"]},
    ),
    (
        "particles and hyphens belong to the name",
        "fr",
        ["Jean-Marc van Hoeve et Hélène de La Tour ont signé."],
        {
            "Jean-Marc van Hoeve": ["Jean-Marc van Hoeve"],
            "Hélène de La Tour": ["Hélène de La Tour"],
        },
    ),
    (
        "initials join the full name",
        "fr",
        ["Le jardin de J.-P. Brunel est ouvert. Jean-Pierre Brunel y vit."],
        {"Jean-Pierre Brunel": ["J.-P. Brunel", "Jean-Pierre Brunel"]},
    ),
    (
        "a title makes a bare surname a person and stays outside the mention",
        "fr",
        ["Selon Mme Garrec, le pont tiendra. M. Ollier en doute."],
        {"Garrec": ["Garrec"], "Ollier": ["Ollier"]},
    ),
    (
        "the place and the post in front stay outside",
        "en",
        ["Halifax Mayor Peter Dunning met Acme CEO Laura Finch."],
        {"Peter Dunning": ["Peter Dunning"], "Laura Finch": ["Laura Finch"]},
    ),
    (
        "a Korean name whose surname is an English word",
        "en",
        ["South Korean President Park Min-seo spoke. Kim Ryong Un did not."],
        {"Park Min-seo": ["Park Min-seo"], "Kim Ryong Un": ["Kim Ryong Un"]},
    ),
    (
        "a space that was put between a name's parts",
        "fr",
        ["Paige O 'Garran est venue. O'Garran chante."],
        {"Paige O 'Garran": ["Paige O 'Garran", "O'Garran"]},
    ),
    (
        "a point of the compass in front of a country",
        "en",
        ["The boats of N. Korea came to the pier."],
        {},
    ),
    (
        "an acronym in front stays outside",
        "fr",
        ["Au congrès de la CGX Samuel Aubry a ri."],
        {"Samuel Aubry": ["Samuel Aubry"]},
    ),
    (
        "the possessive stays outside",
        "en",
        ["Laura Finch's plan and Finch’s budget were late."],
        {"Laura Finch": ["Laura Finch", "Finch"]},
    ),
    (
        "a middle initial",
        "en",
        ["Walter T. Briggs spoke. Walter Briggs left."],
        {"Walter T. Briggs": ["Walter T. Briggs", "Walter Briggs"]},
    ),
    (
        "streets, prizes and buildings are no people",
        "fr",
        ["La rue Victor Hugo, le lycée Paul Valéry et le prix Jean Vigo."],
        {},
    ),
    (
        "bodies and towers are no people",
        "en",
        ["Baxter Tower stands near Emily Carr University and Grant Street."],
        {},
    ),
    (
        "a bare given name that speaks is a person",
        "fr",
        ["« Je reviendrai demain », explique Véronique."],
        {"Véronique": ["Véronique"]},
    ),
    (
        "a bare given name joins the one person who bears it",
        "en",
        ["Alfonso Perrin sells comics. For Alfonso, it is a job."],
        {"Alfonso Perrin": ["Alfonso Perrin", "Alfonso"]},
    ),
    (
        "a surname that is also a word or a place",
        "en",
        ["Doug Ford met Kevin Love and Spike Lee."],
        {"Doug Ford": ["Doug Ford"], "Kevin Love": ["Kevin Love"], "Spike Lee": ["Spike Lee"]},
    ),
    (
        "English titles in French stay outside",
        "fr",
        ["Sir Alan Poole a salué Dame Laura Finch, puis le Captain Joe Hart."],
        {"Alan Poole": ["Alan Poole"], "Laura Finch": ["Laura Finch"], "Joe Hart": ["Joe Hart"]},
    ),
    (
        "French titles in English stay outside",
        "en",
        ["Mgr Luc Ferrand met Mme Rose Garrec and Maître Paul Darmont."],
        {
            "Luc Ferrand": ["Luc Ferrand"],
            "Rose Garrec": ["Rose Garrec"],
            "Paul Darmont": ["Paul Darmont"],
        },
    ),
    (
        "an initial is no title",
        "en",
        ["Richard M. Poole is here."],
        {"Richard M. Poole": ["Richard M. Poole"]},
    ),
    (
        "a particle belongs to a bare surname behind a title",
        "fr",
        ["Paul de Garrec entre. M. de Garrec sort avec le Dr Le Floch."],
        {"Paul de Garrec": ["Paul de Garrec", "de Garrec"], "Le Floch": ["Le Floch"]},
    ),
    (
        "an article behind a title is no particle",
        "fr",
        ["M. le Président est venu. Mme la Maire aussi."],
        {},
    ),
    (
        "a title holds behind a no-break space",
        "fr",
        ["Paul Le Floch entre. M.\u00a0Le Floch sort."],
        {"Paul Le Floch": ["Paul Le Floch", "Le Floch"]},
    ),
    (
        "a club between the post and the name",
        "fr",
        ["Le gardien de l’Espérance Marc Duval plonge."],
        {"Marc Duval": ["Marc Duval"]},
    ),
    (
        "a storm that bears a given name",
        "fr",
        ["La tempête Zoé a emporté le quai. Zoé soufflait du nord. Fermé depuis Alex."],
        {},
    ),
    (
        "a ship that bears a name and a title",
        "en",
        ["They crossed on the Lady Anne. The tug Hector waited, and the Lord Poole left."],
        {},
    ),
    (
        "a saint's place",
        "en",
        ["The harbour of St Maurice, which is small, is shut. Sainte Anne was open."],
        {},
    ),
    (
        "firms named after people",
        "en",
        ["Peter Dunning & Sons, Hart Shipping, Laura Poole Ltd and Karl Roth GmbH merged."],
        {},
    ),
    (
        "companies and products are no people",
        "fr",
        ["Le loueur Uber et la banque Orion ont ouvert à Toronto avec Microsoft."],
        {},
    ),
    (
        "a ruler's number belongs to the name",
        "fr",
        ["Le pape Jean-Paul II a reçu Napoléon III et Gaston III de Lurel."],
        {
            "Jean-Paul II": ["Jean-Paul II"],
            "Napoléon III": ["Napoléon III"],
            "Gaston III de Lurel": ["Gaston III de Lurel"],
        },
    ),
    (
        "people of the past are known by one word",
        "fr",
        ["Elle relit Voltaire et Plutarque, puis un essai sur Nietzsche."],
        {"Voltaire": ["Voltaire"], "Plutarque": ["Plutarque"], "Nietzsche": ["Nietzsche"]},
    ),
    (
        "a place, a street and a school named after somebody are none of his",
        "fr",
        ["Le lycée Voltaire donne sur la rue Darwin, près de la fontaine Plutarque."],
        {},
    ),
    (
        "firms, prizes and units named after somebody",
        "fr",
        ["Il a vendu sa Renault, gagné le Nobel et lu le Larousse chez Michelin."],
        {},
    ),
    (
        "what acts has a name, though nobody lists it",
        "fr",
        ["Elle est battue par Yarvela Dutkanov, puis perd contre Kazumori Tedaki."],
        {"Yarvela Dutkanov": ["Yarvela Dutkanov"], "Kazumori Tedaki": ["Kazumori Tedaki"]},
    ),
    (
        "somebody's death, work or side",
        "fr",
        ["La mort de Bojanika Rudelic a suivi celle de son chien, aux côtés de Nwadiko Obilora."],
        {"Bojanika Rudelic": ["Bojanika Rudelic"], "Nwadiko Obilora": ["Nwadiko Obilora"]},
    ),
    (
        "kin behind a comma and an adjective of origin",
        "fr",
        ["Sa sœur, Yoshimi Takena, rit. Le cycliste slovène Matevko Dolinar pleure."],
        {"Yoshimi Takena": ["Yoshimi Takena"], "Matevko Dolinar": ["Matevko Dolinar"]},
    ),
    (
        "unknown names in a row of people",
        "fr",
        ["Au bal : Anne Ledoux, Shelto Barrick, Tervo Makinen et Paul Darmont."],
        {
            "Anne Ledoux": ["Anne Ledoux"],
            "Shelto Barrick": ["Shelto Barrick"],
            "Tervo Makinen": ["Tervo Makinen"],
            "Paul Darmont": ["Paul Darmont"],
        },
    ),
    (
        "results give the country behind the name",
        "en",
        ["Then came Olabiso Adekole (Nigeria) in 51.98."],
        {"Olabiso Adekole": ["Olabiso Adekole"]},
    ),
    (
        "clubs with letters, towns abroad and works in quotes",
        "fr",
        ["Il joue au RK Zadar et à Buenos Aires, puis voit « Raging Bull » et « Harry Potter »."],
        {},
    ),
    (
        "seas and regions named after somebody",
        "fr",
        ["La mer de Plutarque et la province de Darwin gèlent."],
        {},
    ),
    (
        "a body that begins like a rare given name",
        "en",
        ["She left Osborne Village for the Ryder Cup and Rogers Media."],
        {},
    ),
    (
        "a government, an era and a law named after somebody",
        "fr",
        ["Le gouvernement Macron, l’administration Trump et la loi Jospin sont loin."],
        {},
    ),
    (
        "what a ruler or an author is called",
        "fr",
        ["Elle a lu Pline le Jeune, Diodore de Sicile et la vie d’Alexandre le Grand."],
        {
            "Pline le Jeune": ["Pline le Jeune"],
            "Diodore de Sicile": ["Diodore de Sicile"],
            "Alexandre le Grand": ["Alexandre le Grand"],
        },
    ),
    (
        "an Arabic article in a surname",
        "fr",
        ["Le maréchal Abdel Fattah al-Razim reçoit Tahir ul-Hakim."],
        {
            "Abdel Fattah al-Razim": ["Abdel Fattah al-Razim"],
            "Tahir ul-Hakim": ["Tahir ul-Hakim"],
        },
    ),
    (
        "a middle name that is also a title",
        "fr",
        ["La voix de James Earl Tolliver et la vie de Hans Christian Brekke."],
        {
            "James Earl Tolliver": ["James Earl Tolliver"],
            "Hans Christian Brekke": ["Hans Christian Brekke"],
        },
    ),
    (
        "a town and a band that begin with a given name",
        "en",
        ["They drove to Beverly Hills and heard the Jonas Brothers in Hong Kong."],
        {},
    ),
    (
        "nobody but a person has kin",
        "fr",
        ["Les obsèques de Galsinthe ont lieu ici. Le frère de Phetsavan pleure."],
        {"Galsinthe": ["Galsinthe"], "Phetsavan": ["Phetsavan"]},
    ),
    (
        "what somebody owes to a name",
        "fr",
        ["Il gagne grâce à Nwadiko Obilora et rend la clé à Zdravar."],
        {"Nwadiko Obilora": ["Nwadiko Obilora"]},
    ),
    (
        "a second surname behind a particle, and no place or paper",
        "fr",
        ["Jean Leclerc de Sarnev a vu Paul Darmont de Paris et Anne Ledoux de La Gazette."],
        {
            "Jean Leclerc de Sarnev": ["Jean Leclerc de Sarnev"],
            "Paul Darmont": ["Paul Darmont"],
            "Anne Ledoux": ["Anne Ledoux"],
        },
    ),
    (
        "an initial M. is no Monsieur",
        "fr",
        ["Le roman de J. M. Barrock. Selon M. Barrock, il est court."],
        {"J. M. Barrock": ["J. M. Barrock", "Barrock"]},
    ),
    (
        "lakes and mounts named after somebody",
        "en",
        ["Lake Louise lies below Mount Vernon, and South Rona is an island."],
        {},
    ),
    (
        "a band in a row of people",
        "en",
        ["They heard Laura Finch, Cheap Trick and Peter Dunning."],
        {"Laura Finch": ["Laura Finch"], "Peter Dunning": ["Peter Dunning"]},
    ),
    (
        "no pronoun stands before a capital: M'Baye, N'Golo",
        "fr",
        ["Le joueur N’Goro Kandé et le pilote M'Bali Niarg ont gagné. N'oublions pas Anne Ledoux."],
        {
            "N’Goro Kandé": ["N’Goro Kandé"],
            "M'Bali Niarg": ["M'Bali Niarg"],
            "Anne Ledoux": ["Anne Ledoux"],
        },
    ),
    (
        "a role in the plural in front of two names",
        "fr",
        ["Les joueurs Burag Yilmar et Ukyon Katari sont là."],
        {"Burag Yilmar": ["Burag Yilmar"], "Ukyon Katari": ["Ukyon Katari"]},
    ),
    (
        "to somebody with a given name, who may be called like a place or a body",
        "fr",
        ["Elle demande à Laura King, à Bill Norton et au chef d’orchestre Kazumori Dutkanov."],
        {
            "Laura King": ["Laura King"],
            "Bill Norton": ["Bill Norton"],
            "Kazumori Dutkanov": ["Kazumori Dutkanov"],
        },
    ),
]


@pytest.mark.parametrize(
    ("language", "paragraphs", "expected"),
    [case[1:] for case in FORMS],
    ids=[case[0] for case in FORMS],
)
def test_names(language, paragraphs, expected):
    assert people(read(*paragraphs, language=language)) == expected


def test_two_people_with_one_surname_stay_two():
    found = read(
        "Paul Darmont et Lucie Darmont tiennent la boutique.",
        "Lucie Darmont compte les caisses. M. Darmont ferme la porte.",
    )
    assert set(people(found)) == {"Paul Darmont", "Lucie Darmont"}
    assert people(found)["Paul Darmont"] == ["Paul Darmont", "Darmont"]


def test_a_shared_surname_goes_to_the_one_just_named():
    found = read(
        "Paul Darmont tient la boutique.",
        "Rien ne presse.",
        "Un mot encore.",
        "Lucie Darmont compte les caisses. Darmont ferme la porte.",
    )
    assert people(found)["Lucie Darmont"] == ["Lucie Darmont", "Darmont"]


def test_a_shared_surname_goes_to_nobody_where_the_text_does_not_say():
    found = read("Paul Darmont et Lucie Darmont sont là. Darmont ferme la porte.")
    assert people(found) == {"Paul Darmont": ["Paul Darmont"], "Lucie Darmont": ["Lucie Darmont"]}


def test_the_other_forms_are_aliases_without_duplicates():
    found = read("Claire Vasseur parle. Vasseur attend. Vasseur sort.")
    assert found.people[0].aliases == ("Vasseur",)


def test_names_count_in_titles_captions_and_headings():
    found = enrich(
        article(
            "Claire Vasseur prend la mairie",
            "Claire Vasseur, mardi",
            "Vasseur contre tous",
            kinds=("title", "caption", "heading"),
        )
    )
    assert people(found) == {"Claire Vasseur": ["Claire Vasseur", "Claire Vasseur", "Vasseur"]}


def test_who_only_signs_is_not_mentioned():
    signed = article("Par Luc Ferrand", "Le pont est fermé.", authors=("Luc Ferrand",))
    assert enrich(signed).people == ()


@pytest.mark.parametrize(
    ("language", "credit"),
    [
        ("fr", "Le port au matin. Photo Luc Ferrand"),
        ("fr", "Le port au matin. (Photo : Luc Ferrand)"),
        ("fr", "Le port au matin. © Luc Ferrand"),
        ("fr", "Le port au matin. Crédit photo : Luc Ferrand / La Gazette"),
        ("en", "The port at dawn. Photograph: Luc Ferrand"),
        ("en", "The port at dawn. Photo by Luc Ferrand and Rose Garrec"),
    ],
)
def test_who_only_signs_a_picture_is_not_mentioned(language, credit):
    assert read(credit, language=language).people == ()


def test_who_signs_a_picture_and_is_spoken_of_is_mentioned_where_spoken_of():
    found = read("Luc Ferrand a vu le port.", "Le port. Photo : Luc Ferrand")
    assert people(found) == {"Luc Ferrand": ["Luc Ferrand"]}


def test_a_last_line_about_the_author_is_a_signature():
    note = ("The bridge is shut.", "Laura Finch is a columnist.")
    told = ("Laura Finch shut the bridge.", "Laura Finch is an engineer.")
    assert enrich(article(*note, language="en", authors=("Laura Finch",))).people == ()
    assert len(enrich(article(*told, language="en", authors=("Laura Finch",))).people) == 1


ROLES = [
    ("behind", "fr", "Marc Duval, PDG d’Orion, est venu.", ("PDG d’Orion",)),
    (
        "two complements",
        "fr",
        "Marc Duval, patron de Nova et du port de Brest, et Anne Roy, directrice d’Orion.",
        ("patron de Nova et du port de Brest",),
    ),
    ("in brackets", "fr", "Marc Duval (président de la FIB) part.", ("président de la FIB",)),
    ("in front", "fr", "Le directeur d’Orion Marc Duval part.", ("directeur d’Orion",)),
    (
        "in front, between commas",
        "fr",
        "Le maire de Sète, Marc Duval, part.",
        ("maire de Sète",),
    ),
    ("capitals in front", "en", "Toronto Mayor Mark Dunn left.", ("Toronto Mayor",)),
    ("lower case in front", "en", "Police saw head coach Mark Dunn there.", ("head coach",)),
    ("behind in English", "en", "Mark Dunn, a professor of law, left.", ("professor of law",)),
]


@pytest.mark.parametrize(
    ("language", "text", "roles"), [case[1:] for case in ROLES], ids=[case[0] for case in ROLES]
)
def test_roles(language, text, roles):
    assert read(text, language=language).people[0].roles == roles


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_no_break_space_is_plain_in_a_name_and_stays_in_the_text(space: str):
    found = read(
        f"Gaspard Le Quellenec, archiviste, est arrivé. M.{space}Le{space}Quellenec est reparti.",
        f"Jean{space}Roy, maire d’ici, a souri. M.{space}Roy est parti.",
    )
    assert people(found) == {
        "Gaspard Le Quellenec": ["Gaspard Le Quellenec", f"Le{space}Quellenec"],
        "Jean Roy": [f"Jean{space}Roy", "Roy"],
    }
    assert [person.aliases for person in found.people] == [("Le Quellenec",), ("Roy",)]


GERMAN = (
    "Der Mann wartet am Ufer, und die Rolle der Thoraxklinik bleibt offen. Mit dem Verlust der"
    " Daten wächst die Sorge, dass niemand mehr den Schlüssel findet, den Olga Petrow verloren hat."
)


@pytest.mark.parametrize("language", ["de", "en", None])
def test_a_text_in_another_language_gives_only_names_that_are_listed(language: str | None):
    found = enrich(article(*[GERMAN] * 6, language=language))
    assert set(people(found)) == {"Olga Petrow"}


def test_a_place_named_after_somebody_is_no_mention_of_him():
    found = read("Anne Ledoux est née ici. La rue Ledoux porte son nom.")
    assert people(found) == {"Anne Ledoux": ["Anne Ledoux"]}


def test_surnames_with_an_initial_behind_are_no_people_for_their_letters():
    found = read("See Hurwik ES, Gravenko S, Shresta S, and others.", language="en")
    assert found.people == ()
