"""Suggestions of other models that a model's run takes the place of in an article, and what an undone run brings back.

A set that is withdrawn stays as it is; `annotation_set.withdrawn` names the step of the set in whose favour. What
persons judged is in their own sets and is not touched.
"""

import sqlite3

_OTHERS = (
    "UPDATE annotation_set SET withdrawn = :step WHERE article = :article AND annotator <> :model"
    " AND withdrawn IS NULL AND annotator IN (SELECT id FROM annotator WHERE kind = 'model')"
)
_MOVE = "UPDATE annotation_set SET withdrawn = :new WHERE article = :article AND withdrawn = :old"
_GIVE_BACK = (
    "UPDATE annotation_set SET withdrawn = (SELECT heir.withdrawn FROM annotation_set AS heir"
    " WHERE heir.article = annotation_set.article AND heir.step = :step)"
    " WHERE article IN (SELECT article FROM annotation_set WHERE step = :step) AND withdrawn = :step"
)


def withdraw_others(db: sqlite3.Connection, article: int, model: int, step: int) -> None:
    """Withdraw what all other models say of an article (both by number), in favour of a set that a step stores."""
    db.execute(_OTHERS, {"article": article, "model": model, "step": step})


def hand_over(db: sqlite3.Connection, article: int, model: int, step: int) -> None:
    """Before a set is stored in the place of one of an earlier step: what that one withdrew stays so."""
    sql = "SELECT step, withdrawn FROM annotation_set WHERE article = ? AND annotator = ?"
    if row := db.execute(sql, (article, model)).fetchone():
        old, by = row
        db.execute(_MOVE, {"article": article, "old": old, "new": by or step})


def give_back(db: sqlite3.Connection, step: int) -> None:
    """Before the sets of a step go: what was withdrawn in their favour stands again, or is what they were."""
    db.execute(_GIVE_BACK, {"step": step})
