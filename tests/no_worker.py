"""A worker client that never answers, for tests of the window in which no model has a say."""


class NoWorker:
    """Remembers what it was asked."""

    def __init__(self, *_: object, **__: object) -> None:
        self.asked: list[str] = []

    def start(self) -> None:
        self.asked.append("start")

    def suggest(self, *_: object, **__: object) -> int:
        self.asked.append("suggest")
        return len(self.asked)

    def cancel(self, job: int) -> None:
        self.asked.append(f"cancel {job}")

    def stop(self) -> None:
        self.asked.append("stop")
