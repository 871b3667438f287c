"""Where a name may stand: runs of capitalised words, cut down to what can be a person's name.

A run loses the title, role, place or acronym in front of the name ("Toronto Mayor John Tory"), and
what only starts the sentence. Each candidate carries what its surroundings say about it; whether it
is a person is decided in `scoring`, and whose name it is in `clusters`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.enrich.folding import fold
from tui.enrich.lexicon import Gender, Grammar, Names
from tui.enrich.name_model import is_plain, likeness
from tui.enrich.tokens import Token

_MAX_RUN = 12
_MAX_PARTICLES = 3
_MAX_BEFORE_EPITHET = 2
_MAX_INITIALS = 3
_BEFORE_SECOND = 2
"""Words in front of the particle of a second surname: a given name and a surname at least."""
ROMAN = re.compile("[IVX]+")
"""Numbers of rulers and popes; there is no hundredth."""
_ARABIC = re.compile("(?:[ae][dlnrstz]|u[dlr])[-‐‑][A-ZÀ-Þ]")
"""A surname behind its article: "al-Hakim", "ul-Haq", "ed-Din"."""
_SYLLABLES = re.compile("[A-Z][a-z]{1,5}[-‐‑][a-z]{1,5}")
"""A given name of two syllables as the press writes Korean ones."""
_PRELATES = frozenset({"mgr", "dom"})
"""Titles in the Church before a given name or a surname."""
_THING_ARTICLES = frozenset({"le", "la", "l'", "un", "une", "du", "au", "the", "a", "an"})
"""Closed class of French and English: articles in the singular, contracted ones too."""
_BODY_LETTERS, _SHORT_SYLLABLE = 2, 4
_ALWAYS_JOINING = frozenset(
    {"van", "von", "der", "den", "bin", "ibn", "al", "el", "ten", "ter", "zu"}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name: tokens `[first, last)` of its block, and what stands around them."""

    start: int
    end: int
    first: int
    last: int
    words: tuple[str, ...]
    """The name's words, folded, without particles' spacing changed."""
    title: Gender | None
    """Gender of the title or role in front, where there is one."""
    called: bool
    """The title in front goes with given names: "Sir Alan"."""
    honoured: bool
    """A title or role stands right in front, so that even a bare surname is a person."""
    opens_sentence: bool
    shouted: bool
    """All its words are capitals."""
    acronym: bool
    """A word of it is written in capitals, as a club's or a firm's may be: "RK", "VfL"."""
    broken: bool
    """A body, place or street word is part of the run: "Trump Tower"."""


def last_part(words: tuple[str, ...]) -> str:
    """Return what a surname is compared by: the last word behind hyphens."""
    return words[-1].rpartition("-")[2] or words[-1]


def find_candidates(
    text: str, tokens: Sequence[Token], grammar: Grammar, tables: Names
) -> Iterator[Candidate]:
    """Yield the candidates among the tokens of one block, in order."""
    at = 0
    credited = -1
    while at < len(tokens):
        if not (_name_word(tokens[at]) or _particles_lead(tokens, at, grammar, tables)):
            at += 1
            continue
        end = _run_end(text, tokens, at, tables)
        found = _cut(tokens, at, end, grammar, tables)
        if found and _credited(tokens, found.first, credited, tables):
            credited = found.last
        elif found:
            yield found
        at = end


def _particles_lead(tokens: Sequence[Token], at: int, grammar: Grammar, tables: Names) -> bool:
    """Whether a lower-case particle starts a surname: "M. de Roy", "said van der Roy"."""
    word = fold(tokens[at].text)
    if word not in tables.particles or tokens[at].lower in grammar.determiners:
        return False
    titled = at > 0 and tokens[at - 1].capital and tokens[at - 1].lower in grammar.titles
    if not titled and word not in ("van", "von"):
        return False
    last = min(at + _MAX_PARTICLES, len(tokens) - 1)
    look = at
    while look < last and fold(tokens[look].text) in tables.particles:
        look += 1
    return _name_word(tokens[look])


def _credited(tokens: Sequence[Token], first: int, credited: int, tables: Names) -> bool:
    """Whether the name at `first` only signs a picture; `credited`: where the last such ended."""
    at = first - 1
    if at < 0:
        return False
    if at == credited and tokens[at].lower in ("and", "et", "/", "&"):
        return True
    if at and tokens[at].lower in (":", "by", "par"):
        at -= 1
    return fold(tokens[at].text) in tables.credit


def _ends_name(token: Token) -> bool:
    return token.capital or bool(_ARABIC.match(token.text))


def _name_word(token: Token) -> bool:
    if not token.capital:
        return False
    last = token.text[-1]
    return last not in "'’"


def _run_end(text: str, tokens: Sequence[Token], at: int, tables: Names) -> int:
    end = at + 1
    while end < len(tokens) and end - at < _MAX_RUN:
        step = _over_nickname(text, tokens, end) or _next_word(text, tokens, end, at, tables)
        if not step:
            break
        end = step
    return end


def _over_nickname(text: str, tokens: Sequence[Token], at: int) -> int | None:
    """Return the end of a run that goes on behind a nickname: Marcia "Cia" Price."""
    if tokens[at].text not in _MARKS or not _name_word(tokens[at - 1]):
        return None
    for close in range(at + 2, min(at + _NICKNAME, len(tokens) - 1)):
        if tokens[close].text in _MARKS:
            inside = tokens[at + 1 : close]
            tight = tokens[at].end == inside[0].start and inside[-1].end == tokens[close].start
            spaced = all(_beside(text, tokens[n - 1], tokens[n]) for n in (at, close + 1))
            named = all(map(_name_word, (*inside, tokens[close + 1])))
            return close + 2 if tight and spaced and named else None
    return None


_MARKS = frozenset("\"“”‘’'")
_NICKNAME = 5
"""Tokens of a nickname with its marks, at most."""


def _next_word(
    text: str, tokens: Sequence[Token], at: int, first: int, tables: Names
) -> int | None:
    """Return the end of the run when the word at `at`, or one behind particles, belongs to it."""
    for look in range(at, min(at + _MAX_PARTICLES + 1, len(tokens))):
        token = tokens[look]
        if not _beside(text, tokens[look - 1], token):
            return None
        if _name_word(token) or _ARABIC.match(token.text):
            return look + 1
        plain = fold(token.text)
        if plain not in tables.particles:
            return None
        joins = plain in _ALWAYS_JOINING or _all_given(tokens[first:at], tables)
        if not joins and not _noble(tokens, first, look, tables):
            return None
    return None


def _noble(tokens: Sequence[Token], first: int, at: int, tables: Names) -> bool:
    """Whether the particle at `at` joins a second surname: "Jean Leclerc de Sarnev".

    What is behind "de" else is a place, a body or a person again; so it must look like a surname.
    """
    if at - first < _BEFORE_SECOND or at + 1 >= len(tokens):
        return False
    given, behind = fold(tokens[first].text), tokens[at + 1]
    called = given in tables.given_title or given.rstrip(".") in _PRELATES
    if at + 2 < len(tokens) and tokens[at + 2].capital:
        return False
    if fold(tokens[at].text) not in ("de", "d'") or not _name_word(behind) or _acronym(behind.text):
        return False
    word = last_part((fold(behind.text),))
    known = called or given.split("-")[0] in tables.given
    other = word in tables.given or word in tables.place or word in tables.organisation
    other = other or word in tables.common or word in tables.stop
    return known and not other and (called or (not is_plain(word) and likeness(word) > 0))


def _all_given(tokens: Sequence[Token], tables: Names) -> bool:
    """Whether the words are given names, or numbers behind them: "Gaston III"."""
    return all(
        fold(token.text).split("-")[0] in tables.given or ROMAN.fullmatch(token.text)
        for token in tokens
    )


def _beside(text: str, left: Token, right: Token) -> bool:
    gap = right.start - left.end
    if gap == 0:
        return left.text[-1] in "'’"
    return gap == 1 and text[left.end] in " \u00a0\u202f"


def _cut(
    tokens: Sequence[Token], first: int, last: int, grammar: Grammar, tables: Names
) -> Candidate | None:
    opens = _opens_sentence(tokens, first)
    if opens and _told_by(tokens, first, last, grammar):
        first += 1
    begin = _after_titles(tokens, first, last, grammar, tables)
    if begin == first and tokens[first].capital:
        begin = _after_lead(tokens, first, last, tables)
    begin = _after_attribute(tokens, begin, last, grammar, tables)
    finish = _before_tail(tokens, begin, last, grammar, tables)
    while begin < finish and not _ends_name(tokens[finish - 1]):
        finish -= 1
    if begin >= finish:
        return None
    finish = _after_epithet(tokens, begin, finish, tables)
    return _made(tokens, (first, last), (begin, finish), grammar, tables, opens=opens)


def candidate_at(
    tokens: Sequence[Token], first: int, last: int, grammar: Grammar, tables: Names
) -> Candidate:
    """Return the candidate of exactly the tokens `[first, last)`, wherever runs begin and end."""
    places, opens = (first, last), _opens_sentence(tokens, first)
    return _made(tokens, places, places, grammar, tables, opens=opens)


def _made(
    tokens: Sequence[Token],
    run: tuple[int, int],
    name: tuple[int, int],
    grammar: Grammar,
    tables: Names,
    *,
    opens: bool,
) -> Candidate:
    """Return the candidate `name` of a run, with what its surroundings say."""
    (first, last), (begin, finish) = run, name
    words = _without_nickname(tokens[begin:finish])
    title = _title_gender(tokens, begin, grammar)
    given = words[0] in tables.given and words[0] not in tables.ambiguous_given
    tested = words[2:] if given else words
    if given and len(words) > 2 and words[1] in tables.particles:
        tested = ()
    bodies = tested[1:] if _korean(tokens, begin, finish) else tested
    broken = any(_is_body(w, tokens[finish - 1], tables) for w in bodies) or (
        finish < last and (fold(tokens[finish].text) in tables.organisation)
    )
    broken = broken or (given and len(words) == 2 and words[1] in tables.after_no_person)
    ship = _names_ship(tokens, first, begin, tables)
    broken = broken or (not given and _initials_behind(tokens, begin, finish))
    broken = broken or ship or words[0] in tables.saint or _firm_behind(tokens, finish, tables)
    return Candidate(
        start=tokens[begin].start,
        end=tokens[finish - 1].end,
        first=begin,
        last=finish,
        words=words,
        title=None if ship else title,
        called=begin > 0 and fold(tokens[begin - 1].text) in tables.given_title,
        honoured=title is not None and not ship,
        opens_sentence=opens and begin == first,
        shouted=all(t.text.isupper() and len(t.text) > 2 for t in tokens[begin:finish]),
        acronym=not given and any(_acronym(t.text) for t in tokens[begin:finish]),
        broken=broken,
    )


def _korean(tokens: Sequence[Token], begin: int, finish: int) -> bool:
    """Whether the name is written as Korean ones are: "Park Geun-hye", the surname in front."""
    return finish - begin == 2 and _SYLLABLES.fullmatch(tokens[begin + 1].text) is not None


def _is_body(word: str, last: Token, tables: Names) -> bool:
    """Whether a word of a name tells a body; two letters do in capitals alone: "UN", not "Un"."""
    word = word.rstrip(".")
    short = len(word) == _BODY_LETTERS and last.lower == word and not last.text.isupper()
    return word in tables.organisation and not short


def _told_by(tokens: Sequence[Token], first: int, last: int, grammar: Grammar) -> bool:
    """Whether a sentence opens with a verb of saying, its subject and a colon: "Said Roe: …"."""
    colon = last < len(tokens) and tokens[last].text == ":"
    return colon and last - first > 1 and tokens[first].lower in grammar.cues


def _without_nickname(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the folded words of a name but for the one between quotation marks."""
    inside = [at for at, token in enumerate(tokens) if token.text in _MARKS]
    left = tokens if len(inside) < 2 else [*tokens[: inside[0]], *tokens[inside[1] + 1 :]]
    return tuple(fold(token.text) for token in left)


def _after_epithet(tokens: Sequence[Token], begin: int, finish: int, tables: Names) -> int:
    """Return the end of a name with what the bearer is called: "Pline le Jeune"."""
    if finish - begin > _MAX_BEFORE_EPITHET or finish + 1 >= len(tokens):
        return finish
    article, called = tokens[finish], tokens[finish + 1]
    if article.lower not in ("le", "la", "l'", "the") or not called.capital:
        return finish
    return finish + 2 if fold(called.text) in tables.epithet else finish


def _initials_behind(tokens: Sequence[Token], begin: int, finish: int) -> bool:
    """Whether initials end a name that is not in capitals, as works cited do: "Roe JB"."""
    last = tokens[finish - 1].text
    short = len(last) <= _MAX_INITIALS and _acronym(last) and last.isupper()
    return short and finish - begin > 1 and not tokens[begin].text.isupper()


def _acronym(word: str) -> bool:
    return len(word) > 1 and word[-1].isupper() and word.isalpha() and not ROMAN.fullmatch(word)


def _names_ship(tokens: Sequence[Token], first: int, begin: int, tables: Names) -> bool:
    """Whether a noble title with an article in front makes the name a ship: "the Lady Anne"."""
    if begin != first + 1 or first == 0 or fold(tokens[first].text) not in tables.noble_title:
        return False
    return tokens[first - 1].lower in ("the", "'s", "’s", "le", "la", "du", "au")


def _firm_behind(tokens: Sequence[Token], at: int, tables: Names) -> bool:
    """Whether "& Sons" or the like follows."""
    if at + 1 >= len(tokens) or tokens[at].lower not in ("&", "and", "et"):
        return False
    return tokens[at + 1].capital and fold(tokens[at + 1].text) in tables.company_tail


def _opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].text in '.!?…:«“"‘—–-•'


def _after_titles(
    tokens: Sequence[Token], first: int, last: int, grammar: Grammar, tables: Names
) -> int:
    """Return the place behind the last title or role that has a name behind it."""
    begin = first
    for at in range(first, last - 1):
        word = tokens[at].lower
        known = word in grammar.titles or word in grammar.roles
        second = at > first and tokens[at].text == "M." and "." in tokens[at - 1].text
        second = second or tokens[at].text.endswith("-") or _middle(tokens, first, at, tables)
        if known and not second:
            begin = at + 1
    return begin


def _middle(tokens: Sequence[Token], first: int, at: int, tables: Names) -> bool:
    """Whether the title at `at` is a second name: "James Earl Jones"."""
    word = fold(tokens[first].text)
    known = word in tables.given and word not in tables.ambiguous_given
    return at == first + 1 and known and word not in tables.place


def _after_lead(tokens: Sequence[Token], first: int, last: int, tables: Names) -> int:
    begin = first
    while begin < last and _leads_only(tokens, begin, last, tables):
        begin += 1
    return begin


def _after_attribute(
    tokens: Sequence[Token], begin: int, last: int, grammar: Grammar, tables: Names
) -> int:
    """Step over what stands between "Miss" or "of" and a given name: "Miss Universe Ana Roe"."""
    if begin == 0 or last - begin < 3:
        return begin
    front = tokens[begin - 1].lower
    leads = front in grammar.role_modifiers or front in grammar.titles or front == "l'"
    if not leads and front not in grammar.prepositions:
        return begin
    word, nexts = fold(tokens[begin].text), fold(tokens[begin + 1].text)
    return begin + 1 if word not in tables.given and nexts in tables.given else begin


def _leads_only(tokens: Sequence[Token], at: int, last: int, tables: Names) -> bool:
    word = fold(tokens[at].text)
    if word in tables.stop:
        return True
    if at + 1 >= last:
        return False
    nexts = fold(tokens[at + 1].text).split("-")[0]
    if word in tables.given and (nexts not in tables.given or last - at == 2):
        return False
    if last - at == 2 and word in tables.organisation and _has_article(tokens, at):
        return False
    if word in tables.place or word.rstrip(".") in tables.organisation:
        return nexts in tables.given or (nexts in tables.known and word not in tables.given)
    if word in tables.given:
        return False
    acronym = tokens[at].text.isupper() and len(word) > 1 and "." not in word
    camel = any(c.isupper() for c in tokens[at].text[2:]) and not word.startswith("mac")
    plural = word.endswith("s") and last - at > 2
    return (acronym or camel or plural) and nexts in tables.given and last - at > 2


def _has_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether an article makes a body and the one word behind it a thing: "la Renault Clio"."""
    return at > 0 and tokens[at - 1].lower in _THING_ARTICLES


def _before_tail(
    tokens: Sequence[Token], begin: int, last: int, grammar: Grammar, tables: Names
) -> int:
    finish = last
    if finish == begin + 2 and ROMAN.fullmatch(tokens[finish - 1].text):
        word = fold(tokens[begin].text)
        titled = begin > 0 and tokens[begin - 1].lower in grammar.titles
        return finish if titled or word in tables.known or word in tables.given else finish - 1
    given = begin < last and fold(tokens[begin].text).split("-")[0] in tables.given
    eastern = begin < last and fold(tokens[begin].text) in tables.surname_first
    eastern = eastern and len(tokens[finish - 1].text) <= _SHORT_SYLLABLE
    while finish > begin + (3 if eastern else 1 + given) and (
        fold(tokens[finish - 1].text) in tables.stop
        or tokens[finish - 1].lower in grammar.name_followers
    ):
        finish -= 1
    return finish


def _title_gender(tokens: Sequence[Token], begin: int, grammar: Grammar) -> Gender | None:
    """Return the gender of the title or role word just before the name, capital or not."""
    if begin == 0:
        return None
    word = tokens[begin - 1].lower
    found = grammar.titles.get(word) or grammar.roles.get(word)
    if word in ("m", "me", "pr", "general", "major") and not tokens[begin - 1].capital:
        return None
    if found == "u" and begin > 1:
        before = tokens[begin - 2].lower
        return "f" if before in ("la", "une", "madame", "mme") else found
    return found
