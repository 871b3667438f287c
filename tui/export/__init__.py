"""Articles written for other programs: a module for each form, with a pure function of an article.

What is written holds no control character and no markup but the form's own, whatever stands in the
article: text stays text.
"""
