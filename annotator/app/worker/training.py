"""The worker's job of learning: rows come in, a pipeline lies in the folder at the end."""

from pathlib import Path

from annotator.app.worker.inbox import Inbox
from annotator.app.worker.messages import Learning, Train, Trained
from annotator.app.worker.rows import Meanwhile, Send, items
from annotator.exchange.protocols import CancelledError
from annotator.suggest.training.lessons import Lesson


def run_training(request: Train, inbox: Inbox, send: Send, meanwhile: Meanwhile) -> None:
    """Learn from the rows that come in. Raises SuggestError; where the job is cancelled it ends, and says nothing."""
    from annotator.app.scoring import figures
    from annotator.suggest.training.learning import learn

    job, work = request.job, Path(request.work)

    def told(stage: str, steps: int, most: int, score: float) -> None:
        if inbox.is_cancelled(job):
            raise CancelledError(work)
        send(Learning(job=job, stage=stage, steps=steps, most=most, score=score))

    lessons = [Lesson(item.article, each) for item in items(job, inbox, send, meanwhile) for each in item.sets]
    if inbox.is_cancelled(job):
        return
    try:
        outcome = learn(lessons, inbox.schemas[request.schema].schema, request.wish, work, told, figures)
    except CancelledError:
        return
    send(Trained(job=job, outcome=outcome))
