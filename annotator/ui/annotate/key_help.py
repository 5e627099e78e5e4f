"""The keys that matter now, for the status bar."""

from PySide6.QtCore import QCoreApplication

from annotator.ui.annotate.acts.edge_mode import EdgeMode
from annotator.ui.annotate.acts.relating import Relating
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.keys import shown_key

Keys = list[tuple[str, str]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeyHelp", text)


def _of(*wanted: tuple[str, str]) -> Keys:
    return [(shown_key(action), _tr(does)) for action, does in wanted]


def _back() -> Keys:
    return _of(("mode.leave", "put back"))


def keys_now(desk: Desk, relating: Relating, edge: EdgeMode, *, selecting: bool, copying: bool = False) -> Keys:
    """Keys with what they do: few, and the likely ones first."""
    if edge.active:
        return [("← →", _tr("move")), (_tr("Ctrl"), _tr("by words")), (_tr("Return"), _tr("keep")), *_back()]
    if relating.choosing_type:
        return [("1 2 …", _tr("choose the type")), *_of(("suggestion.reject", "back"), ("mode.leave", "leave"))]
    if relating.active:
        going = [("A … Z", _tr("choose the target")), ("← ↑ ↓ →", _tr("go to one"))]
        return [*going, *_of(("suggestion.accept", "link"), ("mode.leave", "leave"))]
    if desk.read_only:
        return _of(("article.next", "next article"), ("panel.next", "panels"))
    if copying:
        return [(_tr("label’s key"), _tr("label it so too")), *_of(("mode.leave", "leave"))]
    if selecting:
        more = _of(("span.add_selection", "add to the span"), ("span.cut_selection", "take out")) if desk.span else []
        return [(_tr("label’s key"), _tr("mark")), *more, *_of(("mode.leave", "clear"))]
    following = _of(("article.done", "done, next"), ("help.keys", "all keys"))
    if desk.at_suggestion:
        judging = (("suggestion.accept", "accept"), ("suggestion.reject", "reject"), ("suggestion.next", "next"))
        return [*_of(*judging), *following]
    if desk.span:
        about = (("relation.start", "relation"), ("span.remove", "remove"), ("span.end_right", "longer"))
        return [*_of(*about, ("suggestion.next", "next suggestion")), *following]
    return [*_of(("suggestion.next", "next suggestion"), ("span.at_caret", "span at the caret")), *following]
