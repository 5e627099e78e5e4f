"""What is connected with what on the annotate page: the signals of the text and of the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.ui.annotate.page import AnnotatePage


def wire(page: AnnotatePage) -> None:
    """Connect all of a page's parts, once."""
    _wire_page(page)
    _wire_text(page)
    _wire_panels(page)
    _wire_cards(page)


def _wire_page(page: AnnotatePage) -> None:
    desk = page.desk
    for here, there in ((desk.said, page.said), (desk.failed, page.failed), (desk.saved, page.saved)):
        here.connect(there)
    page.list.model.failed.connect(page.failed)
    page.list.chosen.connect(page.open_chosen)
    for change in (page.text.selection_changed, page.relating.changed, page.edge.changed, page.marking.mode_changed):
        change.connect(page.keys_changed)


def _wire_text(page: AnnotatePage) -> None:
    text = page.text
    text.mark_clicked.connect(page.click_mark)
    text.stub_clicked.connect(page.go_to)
    text.hovered.connect(page.side.show_hovered)
    page.mouse.plain_click.connect(page.click_plain)
    page.mouse.palette.chosen.connect(page.choose_label)
    page.relating.wire(text)
    text.edge_moving.connect(page.canvas.preview)
    text.edge_moved.connect(page.move_edge)
    text.edge_left.connect(page.canvas.end_preview)


def _wire_panels(page: AnnotatePage) -> None:
    side = page.side
    side.mark.labels.chosen.connect(page.choose_label)
    side.suggestions.chosen.connect(page.go_to)
    side.suggestions.accepted.connect(page.judge.accept)
    side.suggestions.rejected.connect(page.judge.reject)
    side.suggestions.many_wanted.connect(page.act)
    side.relations.chosen.connect(page.go_to)
    side.history.wanted.connect(page.history.undo_to)


def _wire_cards(page: AnnotatePage) -> None:
    mark, marking = page.side.mark, page.marking
    span, suggestion, article = mark.span_card, mark.suggestion_card, mark.article_card
    span.attribute_wanted.connect(marking.set_attribute)
    span.refused.connect(page.failed)
    span.followed.connect(page.go_to)
    span.unlinked.connect(marking.unlink)
    span.relation_wanted.connect(page.relating.start)
    span.note_wanted.connect(marking.note)
    span.relation_note_wanted.connect(marking.relation_note)
    span.removal_wanted.connect(marking.remove)
    suggestion.accepted.connect(page.judge.accept)
    suggestion.rejected.connect(page.judge.reject)
    suggestion.whole_accepted.connect(page.judge.accept_whole)
    article.attribute_wanted.connect(marking.set_article_attribute)
    article.refused.connect(page.failed)
    article.note_wanted.connect(marking.article_note)
