"""Who said it in English: phrases, descriptions, documents, appositions, and those who did not."""

import pytest

from tests.enrich.reading import quotes, read

SPEAKERS = [
    (
        "a verb of saying, its subject and a colon",
        ["Ida Fenn keeps the pier. Nobody else would. Said Fenn: “I would not sell it to him.”"],
        [("I would not sell it to him.", "Ida Fenn")],
    ),
    (
        "a number behind a name",
        ["“It is late,” Hugh B. Marlow II, a clerk in Ely, said."],
        [("It is late,", "Hugh B. Marlow")],
    ),
    (
        "bare speech behind what the only person of the passage does",
        ["It is four when Ida Fenn comes. She has signed first. “Forty miles! Who will do that?”"],
        [("Forty miles! Who will do that?", "Ida Fenn")],
    ),
    (
        "bare speech about the person",
        ["It is four when Ida Fenn comes. She has signed first. “She is a giant to all of us.”"],
        [("She is a giant to all of us.", None)],
    ),
    (
        "bare speech where two are told of",
        ["Ida Fenn met Hugh Marlow. They sat down. “Forty miles! Who will do that?”"],
        [("Forty miles! Who will do that?", None)],
    ),
    (
        "was quoted as saying",
        ["Hugh Marlow came.", "“I was dismayed,” he was quoted as saying in the release."],
        [("I was dismayed,", "Hugh Marlow")],
    ),
    (
        "as somebody put it to reporters: told",
        ["“The pier is ours,” Ida Fenn told Acme News."],
        [("The pier is ours,", "Ida Fenn")],
    ),
    (
        "in her own words",
        ["Ida Fenn kept the boat. It had, in her own words, become “a floating attic”."],
        [("a floating attic", "Ida Fenn")],
    ),
    (
        "used the phrase",
        ["Hugh Marlow has used the phrase “harbour fever” since May."],
        [("harbour fever", "Hugh Marlow")],
    ),
    (
        "her statement read",
        ["Ida Fenn called the meeting off.", "“I have heard of threats,” her statement read."],
        [("I have heard of threats,", "Ida Fenn")],
    ),
    (
        "a statement from a person",
        ["A statement from Mayor Ida Fenn said “we are not leaving the pier”."],
        [("we are not leaving the pier", "Ida Fenn")],
    ),
    (
        "a person's letter",
        ["Hugh Marlow's open letter said “the pier is not for sale”."],
        [("the pier is not for sale", "Hugh Marlow")],
    ),
    (
        "an adverbial of time between the name and the verb",
        ["Ida Fenn earlier this week called Hugh Marlow a “weathercock”."],
        [("weathercock", "Ida Fenn")],
    ),
    (
        "two appositions between the name and the verb",
        ["“We will sue,” Ida Fenn, the clerk of Ely, one of the towns in the case, said Friday."],
        [("We will sue,", "Ida Fenn")],
    ),
    (
        "an apposition in front of a verb that could be inverted",
        ["Ida Fenn, one of the clerks, called Mr. Hugh Marlow “a weathercock on a pier”."],
        [("a weathercock on a pier", "Ida Fenn")],
    ),
    (
        "somebody who is shown or remembered saying it",
        ["Ida Fenn, one of the clerks, recalled Mr. Hugh Marlow shouting “sell the pier now”."],
        [("sell the pier now", "Hugh Marlow")],
    ),
    (
        "what somebody does while meeting another",
        ["Ida Fenn met Hugh Marlow, shouting “sell the pier now” to him."],
        [("sell the pier now", "Ida Fenn")],
    ),
    (
        "a pronoun behind what somebody's doctor told him",
        [
            "Hugh Marlow fell ill in July.",
            "His doctor told him to rest.",
            "“I could not feel my hands,” he said.",
        ],
        [("I could not feel my hands,", "Hugh Marlow")],
    ),
    (
        "a pronoun behind what somebody's doctor did",
        [
            "Hugh Marlow fell ill in July.",
            "His doctor stood up before noon in the ward.",
            "“I could not see it,” he said.",
        ],
        [("I could not see it,", None)],
    ),
    (
        "a pronoun far behind the only woman in mind",
        [
            "Ida Fenn kept the pier.",
            *(f"The rain fell on boat {n} of the harbour all night." for n in range(5)),
            "“I would not sell it to him,” she said.",
        ],
        [("I would not sell it to him,", "Ida Fenn")],
    ),
    (
        "a nickname between the names",
        ["“It is late,” Marcia “Cia” Fenn said. Fenn left."],
        [("It is late,", "Marcia “Cia” Fenn")],
    ),
    (
        "a nickname of two words",
        ['"It is late," said Hugh "The Rock" Marlow.'],
        [("It is late,", 'Hugh "The Rock" Marlow')],
    ),
    (
        "the name of a paper in front of its editor",
        ["Rather than wait, asks Acme Record editor Ida Fenn, “has anyone tried a boat?”"],
        [("has anyone tried a boat?", "Ida Fenn")],
    ),
    (
        "a verb of meaning told by somebody",
        ["Ida Fenn says it means Hugh Marlow “has not paid a penny”."],
        [("has not paid a penny", "Ida Fenn")],
    ),
    (
        "a description with an age takes up the last one",
        ["Ida Fenn won. “I was faster today,” the 28-year-old said."],
        [("I was faster today,", "Ida Fenn")],
    ),
    (
        "a trade that many have takes up the last one",
        ["Ida Fenn sat down. “I write at night,” says the soft-spoken Ely novelist."],
        [("I write at night,", "Ida Fenn")],
    ),
    (
        "a verb with its particle",
        ["Ida Fenn won. “It was windy,” points out the 28-year-old skipper."],
        [("It was windy,", "Ida Fenn")],
    ),
    (
        "a judgement, then the words",
        ["Hugh Marlow praised the crew. “They never sleep.”"],
        [("They never sleep.", "Hugh Marlow")],
    ),
    (
        "a colon that names nobody goes on with the one who spoke",
        ["“Forget the ferry,” Ida Fenn said. And then the news: “I have bought the pier.”"],
        [("Forget the ferry,", "Ida Fenn"), ("I have bought the pier.", "Ida Fenn")],
    ),
    (
        "a paragraph of words behind one that tells of one person",
        ["Ida Fenn lost half of her boats in the storm.", "“It took me years to go back.”"],
        [("It took me years to go back.", "Ida Fenn")],
    ),
    (
        "a pronoun goes far to the only voice it fits",
        [
            "“The pier is full,” Ida Fenn said.",
            "The pier was built of oak from the woods behind Ely.",
            "Its planks were laid in one winter by forty men.",
            "The ferry stops there at noon and again at six.",
            "The gulls do not mind the bell of the ferry.",
            "“We need a second one,” she added.",
        ],
        [("The pier is full,", "Ida Fenn"), ("We need a second one,", "Ida Fenn")],
    ),
    (
        "said that, over two sentences",
        ["Ida Fenn said that the pier was “a gift to gulls” and nothing more."],
        [("a gift to gulls", "Ida Fenn")],
    ),
    (
        "a long subject with a clause",
        [
            "Ida Fenn, who has kept the pier for twenty years and lives above it, said: “No more.”",
        ],
        [("No more.", "Ida Fenn")],
    ),
    (
        "unlike somebody is not about somebody",
        ["Paul Reed came. Unlike Hugh Marlow, he has no boat. “I walk to the pier,” he said."],
        [("I walk to the pier,", "Paul Reed")],
    ),
    (
        "a bare plural in front of the verb is another voice",
        ["While critics say nobody should pay a “gull tax” on bread, Ida Fenn says it works."],
        [("gull tax", None)],
    ),
]


@pytest.mark.parametrize(
    ("paragraphs", "expected"), [case[1:] for case in SPEAKERS], ids=[case[0] for case in SPEAKERS]
)
def test_english_speakers(paragraphs, expected):
    assert quotes(read(*paragraphs, language="en")) == expected


UNNAMED = [
    (
        "a document without an author",
        ["Ida Fenn spoke.", "It rained.", "“The case is closed,” the statement read."],
    ),
    (
        "the statement of a person's office",
        ["A statement from Hugh Marlow's office said “the pier is not for sale”."],
    ),
    (
        "an office needs no introduction",
        ["Ida Fenn fell. “I saw nothing wrong with it,” the referee said."],
    ),
    (
        "two women spoke: she is one of them",
        [
            "“The pier is full,” Ida Fenn said.",
            "“It is not,” said Mary Oakes.",
            "The planks were laid in one winter by forty men.",
            "The ferry stops there at noon and again at six.",
            "The gulls do not mind the bell of the ferry.",
            "The bell rings twice a day, in fog all the time.",
            "“We need a second one,” she added.",
        ],
    ),
    (
        "a paragraph that tells of two people",
        ["Ida Fenn met Hugh Marlow on the pier.", "“It took me years to go back.”"],
    ),
]


@pytest.mark.parametrize(
    "paragraphs", [case[1] for case in UNNAMED], ids=[case[0] for case in UNNAMED]
)
def test_nobody_is_better_than_the_wrong_one(paragraphs):
    assert quotes(read(*paragraphs, language="en"))[-1][1] is None
