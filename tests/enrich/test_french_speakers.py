"""Who says what in French: what stands between verb and subject, descriptions, works, pronouns."""

import pytest

from tests.enrich.reading import quotes, read

SPEAKERS = [
    (
        "a pronoun behind what somebody's doctor told him",
        [
            "Marc Duval est tombé malade en juillet.",
            "Son médecin lui a dit de se reposer un mois.",
            "« Je ne sentais plus mes mains », dit-il.",
        ],
        [("Je ne sentais plus mes mains", "Marc Duval")],
    ),
    (
        "to whom it was said stands in front of the subject",
        ["« Le toit est tombé », a raconté à la presse le lieutenant-colonel Marc Duval."],
        [("Le toit est tombé", "Marc Duval")],
    ),
    (
        "where it was said stands in front of the subject",
        ["« On a tenu », a réagi à la radio Anne Ledoux."],
        [("On a tenu", "Anne Ledoux")],
    ),
    (
        "a trade means who was just spoken of",
        ["Anne Ledoux a compté les abeilles.", "« J’ai recompté », insiste la biologiste."],
        [("J’ai recompté", "Anne Ledoux")],
    ),
    (
        "a demonstrative means who was just spoken of",
        ["À 58 ans, Marc Duval tient le phare.", "« Il boude », explique cet ancien ajusteur."],
        [("Il boude", "Marc Duval")],
    ),
    (
        "ce dernier is the one named last",
        ["Marc Duval a appelé Jean Roy. Ce dernier a répondu : « Je viens. »"],
        [("Je viens.", "Jean Roy")],
    ),
    (
        "a wider noun for the holder of a post",
        [
            "La procureure Anne Ledoux enquête.",
            "Il pleut.",
            "« Rien n’est exclu », dit la magistrate.",
        ],
        [("Rien n’est exclu", "Anne Ledoux")],
    ),
    (
        "a title tells the post",
        ["Me Anne Ledoux a plaidé hier.", "« Mon client dort », a lancé l’avocate."],
        [("Mon client dort", "Anne Ledoux")],
    ),
    (
        "an apposition without an article",
        ["Marc Duval, éthologue à Brantes, qui n’y était pas, salue « un bel essai »."],
        [("un bel essai", "Marc Duval")],
    ),
    (
        "faire valoir",
        ["Marc Duval a parlé. « C’est la seule solution », a-t-il fait valoir."],
        [("C’est la seule solution", "Marc Duval")],
    ),
    (
        "a pronoun behind selon",
        ["Anne Ledoux a tout vu. Selon elle, le port est « un gruyère »."],
        [("un gruyère", "Anne Ledoux")],
    ),
    (
        "what was said first, then the verb with its auxiliary",
        ["Accordé, a répondu l’adjoint Marc Duval, non sans ironie : « Vous voyez. »"],
        [("Vous voyez.", "Marc Duval")],
    ),
    (
        "what somebody did, then bare speech",
        ["Marc Duval hausse les épaules. « On verra bien demain. »"],
        [("On verra bien demain.", "Marc Duval")],
    ),
    (
        "how it was said, inside the marks",
        ["Marc Duval a parlé. « Je dors mal, a-t-il dit, la voix blanche. Elle sonnait. »"],
        [("Je dors mal", "Marc Duval"), ("Elle sonnait.", "Marc Duval")],
    ),
    (
        "a noun of saying with who says it",
        ["Anne Ledoux écoute.", "Réponse de l’intéressée : « Il a raison. »"],
        [("Il a raison.", "Anne Ledoux")],
    ),
    (
        "a colon behind the quote introduces who said it",
        ["« On a sauvé le piano » : la maire de Belrupt, Anne Ledoux, est à l’étage."],
        [("On a sauvé le piano", "Anne Ledoux")],
    ),
    (
        "where somebody is from",
        ["Marc Duval a gagné. « Je suis parti », a raconté le Flamand de 23 ans."],
        [("Je suis parti", "Marc Duval")],
    ),
    (
        "bare speech in the first person behind what somebody did",
        ["Marc Duval a longé le quai. « J’ai grandi sous la ligne. »"],
        [("J’ai grandi sous la ligne.", "Marc Duval")],
    ),
    (
        "who is asked answers",
        ["Marc Duval joue. Et quand on lui demande s’il va s’arrêter : « Moi ? Jamais. »"],
        [("Moi ? Jamais.", "Marc Duval")],
    ),
    (
        "the person of the main clause acts",
        ["Quand on lui rapporte le mot, Anne Ledoux soupire. « Il compte en mètres. »"],
        [("Il compte en mètres.", "Anne Ledoux")],
    ),
    (
        "the post between commas and a verb with its object",
        ["La présidente, Anne Ledoux, rappelle tout le monde à l’ordre : « On se tait. »"],
        [("On se tait.", "Anne Ledoux")],
    ),
    (
        "a participle behind the attribution, inside the marks",
        ["Marc Duval est là. « J’ai tout écrit, a-t-il glissé, provoquant les rires. On joue. »"],
        [("J’ai tout écrit", "Marc Duval"), ("On joue.", "Marc Duval")],
    ),
    (
        "a passive is no speech of its agent",
        ["Anne Ledoux dit que la série a été lancée par Marc Duval « pour amuser le port »."],
        [("pour amuser le port", "Anne Ledoux")],
    ),
]


@pytest.mark.parametrize(
    ("paragraphs", "expected"), [c[1:] for c in SPEAKERS], ids=[c[0] for c in SPEAKERS]
)
def test_speakers(paragraphs, expected):
    assert quotes(read(*paragraphs)) == expected


UNNAMED = [
    ("an office needs no introduction", ["Marc Duval est arrêté. « Il dort », dit le procureur."]),
    ("one of the public", ["Anne Ledoux vit là. « On ne la voit jamais », souffle une voisine."]),
    (
        "a body between",
        ["Anne Ledoux vend. L’agence se garde de trancher : « On verra », dit-elle."],
    ),
    (
        "a trade that two people fit",
        ["Anne Ledoux a vu Rose Roy. « C’est beau », dit la pianiste."],
    ),
    ("a letter read aloud", ["Anne Ledoux a lu une lettre de son client : « Je dors mal. »"]),
    (
        "another has come to the fore",
        ["Marc Duval a dit qu’il partait. Jean Roy a gagné le quai. « La nuit était belle. »"],
    ),
    ("no gesture before the words", ["Marc Duval est mort. « C’était un vrai géant. »"]),
    (
        "a gesture of another",
        ["Interrogée sur Marc Duval, une voisine sourit. « Je ne dis rien. »"],
    ),
    ("two people in what was done", ["Marc Duval croise Jean Roy. « On verra bien demain. »"]),
    ("an inserted remark about a name", ["Marc Duval, dit-il, lui avait mis « la pression »."]),
    (
        "an impersonal pronoun",
        ["Marc Duval est là.", "Il est quatre heures. « On ferme bien tôt. »"],
    ),
    ("a trade of the other gender", ["Anne Ledoux est là. « Je joue », dit le pianiste."]),
]


@pytest.mark.parametrize("paragraphs", [c[1] for c in UNNAMED], ids=[c[0] for c in UNNAMED])
def test_a_wrong_name_is_worse_than_none(paragraphs):
    assert [speaker for _, speaker in quotes(read(*paragraphs))] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Anne Ledoux publie « Le Bruit des rayons », un essai.",
        "Anne Ledoux le confie dans ses mémoires, « Le Fil et la Main ».",
        "Selon Anne Ledoux, le port a vu passer bien des fois les « négociations » de Sète.",
        "Une note pour le maire de Sète, Marc Duval, précise que le port est « trop petit ».",
        "Marc Duval parle au roi, et en 1972 les rois finissent par qualifier le port de « trou ».",
        "Anne Ledoux a cité « Big Tech » et la « Grande Bleue ».",
        "Sa « réfutation » de la thèse de Marc Duval est célèbre : Duval affirmait le contraire.",
    ],
)
def test_titles_and_terms_get_no_speaker(text):
    assert all(speaker is None for _, speaker in quotes(read(text)))
