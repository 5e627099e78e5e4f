"""What a person can do to an article, each as a plan: the edits of one step and its name in the history.

Plans look at the work and change nothing; `Work.perform` carries one out.
"""
