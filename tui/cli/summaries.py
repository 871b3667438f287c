"""What each command does, in a line."""

from tui.words import N_

DESCRIPTIONS = {
    "read": N_("Read the news in a terminal, and see who said what."),
    "serve": N_("Read in a browser: the library, or files and folders."),
    "add": N_("Put articles into the library; what it holds already is not changed."),
    "follow": N_("Follow feeds, whose articles `broadsheet refresh` puts into the library."),
    "unfollow": N_("Follow feeds no longer."),
    "feeds": N_("List the feeds that are followed."),
    "refresh": N_("Ask the feeds that are followed for what is new, and put it into the library."),
    "search": N_("List the articles that a query means, the newest first."),
    "show": N_("Print an article with its quotes marked and its people listed."),
    "export": N_("Write the articles that a query means for other programs."),
    "views": N_("List the queries that you saved, and what is new in them."),
    "watch": N_("List the figures that you watch, and what is new of them."),
    "people": N_("List the people of the library, most mentioned first."),
    "quotes": N_("List the quotes of the library, those of the newest article first."),
    "voices": N_("List who gets how many words in quotes, the most first."),
    "correct": N_("Put right what the library has wrong about people and quotes."),
    "doctor": N_("Look whether the library is well, make a copy of it, or save what can be saved."),
    "reanalyse": N_("Look for people and quotes again in what an older version has gone over."),
    "config": N_("Show what is set, and all that can be."),
    "parse": N_("Print Article JSON, one article a line, in the order of the inputs."),
    "schema": N_("Print the JSON Schema of Article JSON."),
    "completion": N_(
        "Print what lets a shell complete commands, options and the fields of queries."
    ),
    "man": N_("Print the manual page, with all commands and options."),
}
