"""Who signed a piece, and when: bylines, names of authors, lines that hold nothing but a date.

An author is a person's name as printed; desks, agencies, sites, roles, addresses and dates are
refused, since a wrong name is worse than none. The word tables are data: first names are not
needed, the refusal words are what newspapers print where a name could stand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tui.parse.byline_ends import ended, without_others
from tui.parse.widgets import word_set

LONGEST_BYLINE = 160
"""Code points; a longer line is prose."""

BYLINE_HEADS = (
    r"(?:(?:article|texte|propos|reportage|un article|enquête|dossier)\s+"
    r"(?:rédigée?|recueillis|écrit|traduit|réalisée?|publiée?|proposé)?\s*par|"
    r"écrit\s+par|rédigé\s+par|publié\s+par|posté\s+par|par|auteure?s?\s*:|"
    r"(?:written|posted|published|reported|analysis|words|text|story|reporting|opinion)\s+by|"
    r"by|authors?\s*:|autor(?:in|es|en|e)?\s*:|escrito\s+por|publicado\s+por|scritto\s+da|"
    r"geschreven\s+door|(?:verfasst|geschrieben)\s+von|von|ein\s+(?:artikel|beitrag)\s+von|text\s*:|por|di|a\s+cura\s+di|door)"
)
"""What stands before the names in a byline, in the seven languages."""

PARTICLES = word_set(
    "de du des la le les d' da das do dos di del della dello dei van von der den ten ter te zu zur "
    "bin ibn ben al el y e i af av ap san st. st mac mc o' l'"
)
"""Lower-case words inside names."""

NOT_NAMES = word_set(
    "rédaction redaction redaktion redacción redazione redação redactie staff team équipe equipe "
    "editor editors editorial editeur éditeur newsroom desk bureau agence agences agency agencies "
    "agenturen agentur agencia agenzia press presse prensa afp reuters ap apa dpa ats efe ansa sda "
    "afp-services belga keystone upi tass pti ians xinhua bloomberg news newspaper journal gazette "
    "times post herald tribune daily weekly magazine magazin media médias medias tv radio online "
    "web website site blog admin administrator author auteur autor guest invité contributor "
    "contributors contributeur contributrice correspondent correspondents correspondant "
    "correspondante korrespondent reporter reporters journalist journalists journaliste "
    "journalistes columnist chroniqueur chroniqueuse writer writers photographe photographer "
    "director directeur directrice professor professeur professeure chercheur chercheuse docteur "
    "maître président présidente president ceo pdg founder fondateur fondatrice chef chief senior "
    "managing deputy associate assistant special spécial spéciale envoyé envoyée political "
    "politics politique sports sport business economics économie economy culture international "
    "world monde france tech technology science sciences santé health opinion tribune collectif "
    "collective the our my this that with and not from about more all published updated posted "
    "publié mis jour par by il elle nous vous january february march july "
    "september october november december janvier février mars juin juillet août "
    "septembre octobre novembre décembre januar februar märz oktober dezember monday "
    "tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi "
    "dimanche service services group groupe company inc ltd llc gmbh university université "
    "institute institut foundation fondation association newsletter subscribe share facebook "
    "twitter linkedin instagram com org net www http https email mail share comments comment "
    "exclusive video photo photos image images getty getty-images shutterstock istock archives "
    "nachrichtenagentur nachrichten zeitung verlag leserreporter gastbeitrag gastautor "
    "read minutes minute min today yesterday live breaking analysis analyse interview "
    "ajansı ajans abteilung department division feuerwehr polizei police ministerium ministry "
    "ministère verein committee council gemeinde coordenadoria assessoria secretaria departamento "
    "editor-at-large editor-in-chief co-founder vice-president"
)
"""Words that no author's name contains: desks, agencies, roles, sites, days, buttons.

Months that are given names as well (April, June, August, Avril, Mai, Juni, Juli) are not among
them.
"""

DATE_WORDS = word_set(
    "publié publiée publie paru parue posté postée mis mise à a jour le la les modifié modifiée "
    "il y heures heure minutes minute jours jour semaines mois h min sec de temps lecture créé "
    "date heure actualisé actualisée dernière modification màj aujourd'hui aujourd hui hier vers "
    "et "
    "published updated posted last modified on at by the ago hours hour minutes mins days day "
    "weeks "
    "first created am pm a.m p.m est edt et pst pdt pt ct cst cdt gmt utc bst cet cest ist am uhr "
    "um vom stand veröffentlicht aktualisiert zuletzt erstellt artikel ist älter als jahr jahre "
    "geändert publicado publicada actualizado actualizada el las los del hace horas día "
    "pubblicato aggiornato il alle ore ultimo aggiornamento atualizado em às há "
    "gepubliceerd bijgewerkt geplaatst op om uur geleden th st nd rd "
    "güncelleme güncellenme yayınlanma tarihi "
    "min read article # . , - – — | • · : / ( ) h"
)
"""What may stand in a line that holds only dates and times."""

MONTHS = word_set(
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre "
    "décembre decembre janv févr fév fev avr juil sept oct nov déc dec january february march "
    "april "
    "may june july august september october november december jan feb mar apr jun jul aug sep "
    "januar jänner februar märz mrz juni juli oktober dezember okt dez enero febrero marzo abril "
    "mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio "
    "giugno luglio settembre ottobre dicembre gen mag giu lug ago set ott dic janeiro fevereiro "
    "março maio junho julho setembro outubro novembro dezembro januari februari maart mei augustus "
    "mrt ene abr"
)
DAYS = word_set(
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim monday "
    "tuesday "
    "wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag "
    "dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lunes "
    "martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì "
    "sabato "
    "domenica segunda-feira terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag "
    "woensdag donderdag vrijdag zaterdag zondag"
)

_MONTH = "(?:" + "|".join(sorted((m for m in MONTHS), key=len, reverse=True)) + r")\b\.?"
_TIME = (
    r"(?:\s*(?:,|-|–|à|at|um|às|alle|om|\|)?\s*\d{1,2}\s*[:h.]\s*\d{2}(?::\d{2})?"
    r"(?:\s*[ap]\.?m\.?)?)?"
)
_DATE = (
    r"(?i:\b\d{4}-\d{2}-\d{2}"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\s?Z|[+-]\d{2}:?\d{2})?)?|"
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th|\.)?\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?\d{{4}}{_TIME}|"
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}{_TIME}|"
    rf"\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}{_TIME})"
)
_PLACE = (
    r"^[A-ZÀ-Ý][\w’'-]*(?:\s(?:[A-ZÀ-Ý][\w’'-]*|de|du|des|la|le|les|sur|sous|en|of|am|an|der|del)){0,4}"
    r"(?:\s\([^()]{2,30}\))?,\s+(?i:(?:le|on|den)\s+)?"
    rf"(?i:(?:{'|'.join(sorted(DAYS, key=len, reverse=True))})\.?,?\s+)?(?i:le\s+)?"
    rf"{_DATE}"
)
"""A dateline: the place, the day of the week, the date."""
_YEAR = re.compile(r"\d{4}")
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*", re.UNICODE)
_HEAD = re.compile(rf"^[\s•·|–—-]*{BYLINE_HEADS}[\s:]+(?=\S)", re.IGNORECASE)
_SPLIT = re.compile(
    r"\s*(?:,|;|\||•|·|/|&|\n|\t| - | – | — |\bet\b|\band\b|\bund\b|\bavec\b|\bwith\b|\bmit\b|"
    r"\ben\b(?=\s+[A-Z])|\by\b(?=\s+[A-Z])|\be\b(?=\s+[A-Z])|\(|\))\s*"
)
_SUFFIX = re.compile(
    r"[\s,–—-]+(?:par|by|von|por|di|door)\s+(?P<name>[^\W\d_][^,:;!?«»\"“”]{3,60})$"
)
_ADDRESS = re.compile(r"@|https?:|www\.|\.(?:com|org|net|fr|de|co|info|eu)\b|\d|[<>{}\[\]#%*=_]")


_ARTICLE = re.compile(r"(?:The|La|Le|Les|Die|Der|Das|El|Los|Las|Il)\s+[A-ZÀ-Ý]|L[’']\s?[A-ZÀ-Ý]")
"""How the names of newspapers begin, and the names of people hardly ever."""
_FOR = re.compile(r"^(?:pour|for|für|para|per|voor)\s+")
_PUNCTUATION = " .,:;|–—-·•*_"
AGENCIES = word_set(
    "afp ap reuters dpa ats efe ansa apa belga pti tass upi xinhua press presse prensa stampa "
    "agence agency agencies agentur agencia agenzia photo photos"
)
"""Words of the names of news agencies: they supply papers and are none."""


_TITLES = word_set("prof dott hon")
"""Titles that are written with a point; shorter ones look like initials."""
_NICKNAMED = re.compile(r"[^\W\d_]{2,20} \([^()\d]{2,30}\) [^\W\d_]{2,20}")
"""A name with another one in the middle: "Ana (Lucía Prado) Ruiz"."""
_INITIAL = re.compile(r"\s[^\W\d_]$")
"""A last name of which only the first letter is given ("Joe S.")."""


def is_person(text: str, site: str | None = None) -> bool:
    """Tell whether `text` has the form of a person's full name, and no desk's or the site's.

    A last name is more than a letter: one alone is an account's ("Gazette D"). Of two words the
    first is a given name, and no given name is an article: "Le Monde" is a paper everywhere.
    """
    name = text.strip()
    if not 4 <= len(name) <= 60 or _ADDRESS.search(name):
        return False
    if site and name.casefold() in (site.casefold(), f"{site} staff".casefold()):
        return False
    words = name.replace("’", "'").split()
    if not 2 <= len(words) <= 5 or len(set(words)) == 1:
        return False
    if len(words) == 2 and _ARTICLE.match(name):
        return False
    if not _capital(words[-1]) or len(words[-1]) < 2:
        return False
    return all(map(_name_word, words)) and sum(map(_capital, words)) >= 2


def _capital(word: str) -> bool:
    return word[:1].isupper() or (word[:2].casefold() in ("d'", "l'", "o'") and word[2:3].isupper())


def _name_word(word: str) -> bool:
    bare = word.strip(".,'’").casefold()
    if bare in NOT_NAMES or not bare:
        return False
    if word.casefold() in PARTICLES:
        return True
    if not _capital(word) or word[-1] in ":;!?»”":
        return False
    return word[-1] != "." or len(bare) <= 3 or bare in _TITLES


def people(text: str, site: str | None = None) -> tuple[str, ...]:
    """Return the persons' names in a list of authors such as "Ana Ruiz and Léo Petit, editor"."""
    if _NICKNAMED.fullmatch(text):
        return (text,)
    found: dict[str, None] = {}
    for joint, part in _parts(text):
        name = ended(_HEAD.sub("", part).strip(" .:–—-*_"))
        if _INITIAL.search(name) and f"{name}." in part:
            name += "."
        paper = found and not joint.isalpha() and _ARTICLE.match(name)
        if is_person(name, site) and not paper:
            found.setdefault(name)
    return tuple(found)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a list with what stands before each: ",", "and", or nothing."""
    text = _strip_dates(text)
    joint, start = "", 0
    for match in _SPLIT.finditer(text):
        yield joint, text[start : match.start()]
        joint, start = match[0].strip(), match.end()
    yield joint, text[start:]


def known(names: Iterable[str], site: str | None = None) -> tuple[str, ...]:
    """Return the persons among `names`, each once, lists of several split."""
    return tuple(dict.fromkeys(name for text in names for name in people(text, site)))


def byline(line: str) -> tuple[str, ...] | None:
    """Return the persons of a byline ("Par Léo Petit"), () for a desk's, None for another line."""
    if len(line) > LONGEST_BYLINE or not (head := _HEAD.match(line)):
        return None
    rest = _strip_dates(without_others(line[head.end() :])).strip(" .|,–—-")
    if not rest or not (rest[0].isupper() or rest[0] == "@"):
        return None
    if found := people(rest):
        return found if _short_remainder(rest, found) else None
    words = rest.split()
    desk = any(w.strip(".,'’").casefold() in NOT_NAMES for w in words)
    return () if len(words) <= 5 and desk and line.rstrip()[-1:] not in ".!?" else None


@dataclass(frozen=True, slots=True)
class Signature:
    """What a line that signs a piece says."""

    names: tuple[str, ...] = ()
    site: str | None = None
    date: str | None = None
    """As printed."""


def signature(line: str) -> Signature | None:
    """Read who signed a piece, for which paper, where and when; None for any other line.

    Besides bylines these are datelines ("Brécy, lundi 3 mars 2025. Par Léo Petit, pour La Feuille")
    and a name with a date behind it ("Léo Petit — La Feuille, 3 mars 2025").
    """
    if len(line) > LONGEST_BYLINE:
        return None
    names, date = byline(line), date_in(line)
    if names is not None:
        return Signature(names, _paper(line), date)
    if date is None:
        return None
    if place := _place().match(line):
        rest = line[place.end() :].strip(_PUNCTUATION)
        signed = byline(rest) if rest else ()
        return None if signed is None else Signature(signed, _paper(rest), date)
    return _bare_signature(line, date)


def _bare_signature(line: str, date: str) -> Signature | None:
    """Read "Name — Paper, date" and "Name | date", which begin with no "by"."""
    parts = [part.strip(_PUNCTUATION) for _, part in _parts(line)]
    parts = [part for part in parts if part and part.casefold() not in DATE_WORDS]
    names = [part for part in parts if is_person(part) and not _ARTICLE.match(part)]
    rest = [part for part in parts if part not in names and not _only_dates(part)]
    paper = _paper(line)
    if not names or parts[0] != names[0] or any(part != paper for part in rest):
        return None
    return Signature(tuple(names), paper, date)


def _only_dates(text: str) -> bool:
    words = [word.casefold().strip(".") for word in _WORD.findall(text)]
    return all(word in DATE_WORDS or word in MONTHS or word in DAYS for word in words)


def _paper(line: str) -> str | None:
    """Return the paper that a byline names: by its article, or after "for"."""
    for joint, part in _parts(line):
        bare = _FOR.sub("", part.strip(_PUNCTUATION))
        words = bare.casefold().replace("’", "'").split()
        beside = joint and not joint.isalpha()
        if beside and 2 <= len(words) <= 6 and _ARTICLE.match(bare) and not AGENCIES & set(words):
            return bare
    return None


def _short_remainder(rest: str, found: tuple[str, ...]) -> bool:
    for name in found:
        rest = rest.replace(name, "", 1)
    return len(rest) <= 60 and not re.search(r"[.!?]\s+\S|[.!?]$", rest.replace("St.", "St"))


def signed_title(title: str) -> tuple[str, ...]:
    """Return the person that a title names as its author at its end ("…, par Léo Petit")."""
    match = _SUFFIX.search(title)
    return people(match["name"]) if match else ()


@cache
def _date() -> re.Pattern[str]:
    """Return the pattern of full dates, compiled for the first line that has a year in it."""
    return re.compile(_DATE)


@cache
def _place() -> re.Pattern[str]:
    return re.compile(_PLACE)


def _strip_dates(text: str) -> str:
    return _date().sub(" | ", text) if _YEAR.search(text) else text


def date_in(line: str) -> str | None:
    """Return the first full date (day, month, year; with the time after it) as printed, or None."""
    match = _date().search(line[:400]) if _YEAR.search(line) else None
    return match[0].strip() if match else None


def is_date_line(line: str) -> bool:
    """Tell whether `line` holds dates, times and their labels, and nothing else."""
    if len(line) > 120 or not any(map(str.isdigit, line)):
        return False
    words = [w.casefold().strip(".") for w in _WORD.findall(line)]
    if not all(
        w in DATE_WORDS or w in MONTHS or w in DAYS or w.replace("’", "'") in DATE_WORDS
        for w in words
    ):
        return False
    dated = any(w in MONTHS or w in DAYS for w in words) or len(words) >= 2
    return dated or date_in(line) is not None


def reads_date(line: str) -> str | None:
    """Return the date of a line that is a date line or begins with a label of one, else None."""
    if is_date_line(line) or _LABEL.match(line):
        return date_in(line)
    return None


_LABEL = re.compile(
    r"^\W*(?:article\s+|artikel\s+)?(?:publiée?|posté|mise? à jour|paru|published|updated|posted|"
    r"last updated|first published|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|"
    r"aggiornato|atualizado|gepubliceerd|date|erstellt|created|creado|yayınlanma|güncelleme)\b",
    re.IGNORECASE,
)
