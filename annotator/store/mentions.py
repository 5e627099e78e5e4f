"""Which articles may hold some words: found through the search index, a few at a time.

Words of a script that puts no space between them are not words to the index: such texts are read instead.
"""

from annotator.store.project import Project

_READ = 200  # texts that are read in one go


def candidates(project: Project, words: str, *, after: int, limit: int) -> list[int]:
    """The next articles, by number, whose text has the words one after the other, whatever case and accents."""
    phrase = 'text : "' + words.replace('"', '""') + '"'
    sql = "SELECT rowid FROM article_fts WHERE article_fts MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?"
    with project.reading() as db:
        return [seq for (seq,) in db.execute(sql, (phrase, after, limit))]


def read_for(project: Project, words: str, *, after: int) -> tuple[list[int], int | None]:
    """The articles among the next few texts that hold the characters, and the last that was read; None at the end."""
    sql = "SELECT seq, instr(text, ?) > 0 FROM (SELECT seq, text FROM article_text WHERE seq > ? ORDER BY seq LIMIT ?)"
    with project.reading() as db:
        rows = db.execute(sql, (words, after, _READ)).fetchall()
    return [seq for seq, has in rows if has], rows[-1][0] if rows else None


def is_undone(project: Project, step: int) -> bool:
    """Whether a step of the project was taken back."""
    with project.reading() as db:
        return db.execute("SELECT 1 FROM step WHERE target = ?", (step,)).fetchone() is not None
