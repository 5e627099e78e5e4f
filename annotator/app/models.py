"""The pipelines that a person can choose: those installed, and those that were trained on this computer."""

from pathlib import Path

from annotator.app.folders import models_folder
from annotator.model.errors import SuggestError
from annotator.suggest.available import PipelineInfo, find, installed


def choosable(chosen: str = "") -> list[PipelineInfo]:
    """Trained ones first, then those installed, then the one chosen where it is none of them; `source` names each."""
    folder = models_folder()
    places = sorted(each for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else []
    trained = [info for place in places if not place.name.startswith(".") and (info := known(str(place)))]
    every = [*trained, *installed()]
    if chosen and chosen not in {info.source for info in every} and (info := known(chosen)):
        every.append(info)
    return every


def known(name: str) -> PipelineInfo | None:
    """The pipeline of that name, if it is there."""
    try:
        return find(name)
    except SuggestError:
        return None


def proposed_folder(project: Path) -> Path:
    """Where the model of a project is proposed to lie: a name that is not taken."""
    folder = models_folder()
    names = (f"{project.stem}-{number}" for number in range(1, 10_000))
    return next(folder / name for name in names if not (folder / name).exists())
