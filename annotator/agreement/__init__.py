"""How far two annotators say the same of an article: matching of their spans, and what is counted on it.

Plain functions of annotation sets; which sets of which project are compared is for `app` to say.
"""
