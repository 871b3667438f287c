"""The words at the edge of a role: what may open, complete or end it, in French and English.

Closed classes and short lists from general knowledge of the two languages; compared in lower case.
A word that is listed for one language is no post, complement or adverb of the other.
"""


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


ADVERBS = _table("""
alors désormais aujourd'hui maintenant actuellement toujours encore déjà jadis naguère autrefois
longtemps également aussi notamment ici là même pourtant hier demain enfin puis bientôt récemment
then now currently once formerly later today still also even just only recently previously already
there here meanwhile perhaps too himself herself
""")
"""Adverbs of time, place and degree: outside a role, before it or behind it."""

TIMED_PREFIXES = ("then-", "now-", "once-")
"""Adverbs glued to a post: "then-mayor"."""

COMPLEMENTS = _table("""
de d' du des à au aux en chez auprès pour
of at for in with from to on
""")
"""Prepositions that may tie a complement to a post."""

GENITIVES = _table("de d' du des of for to")
"""Those of them behind which a person's name completes the post: "fils de Paul"."""

POSSESSIVES = _table("son sa ses leur leurs his her its their")
"""Determiners behind which a complement tells a story: "co-founder with his father"."""

FIXED_PHRASES = {"par": _table("intérim alliance adoption"), "sans": _table("étiquette")}
"""Other prepositions, with the nouns behind which they are part of a post."""

TIMES = _table("""
an ans année années mois semaine semaines jour jours heure heures siècle siècles
year years month months week weeks day days decade decades hour hours century centuries
lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday
saturday sunday janvier février mars avril mai juin juillet août septembre octobre novembre décembre
january february march april june july august september october november december
""")
"""Nouns of time: "for seventeen years" says since when, not of what."""

UNSURE = _table("""
élu élue premier première principal numéro milieu cadre centre head chair model forward
""")
"""Posts that are as often a participle, an adjective, a place or a verb: they need a determiner
or a complement."""

PERSONS = _table("homme femme garçon man woman boy girl")
"""Nouns that say no more than that it is a person."""

TRADES_OF_PERSONS = _table("d' du de politique")
"""What makes a trade of them: "homme d'affaires", "femme politique"."""

NAMING_VERBS = _table("""
devient devenu devenue devenait deviendra devint redevient reste demeure élu élue nommé nommée
réélu réélue désigné désignée sacré sacrée couronné couronnée promu promue
become becomes became remains remained elected re-elected appointed named crowned
""")
"""Verbs and participles that stand right before a post and say it of somebody."""

COORDINATORS = _table("et and")

ADJECTIVE_ENDINGS = ("al", "el", "ien", "ienne", "ique", "if", "ain", "ois", "oise", "iste")
"""Endings of French adjectives of posts that few verbs share: "juge fédéral", "maire centriste"."""
