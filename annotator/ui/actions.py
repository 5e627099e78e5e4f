"""The one table of actions: menu entry, key, command palette and cheat sheet are rows of it, not code repeated.

`window_actions` makes Qt's actions of them; `chosen_keys` knows the keys that a person chose instead. Every default
key can be typed without AltGr on US, AZERTY and QWERTZ keyboards. A `bare` key (a letter, Tab, Return ...) means
something else while one types into a field: it is no shortcut of the window, the page that has the keys asks
`bare_action`.
"""

import msgspec


class ActionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One action. `menu` is the menu that shows it, "" for none; the first of `keys` is shown."""

    name: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    bare: bool = False


def _row(name: str, text: str, menu: str, *keys: str, bare: bool = False) -> ActionRow:
    return ActionRow(name=name, text=text, menu=menu, keys=keys, bare=bare)


MENUS = ("Project", "Edit", "Annotate", "View", "Help")

ACTIONS: tuple[ActionRow, ...] = (
    _row("project.new", "New project …", "Project", "Ctrl+N"),
    _row("project.open", "Open project …", "Project", "Ctrl+O"),
    _row("project.sample", "Open the sample", "Project"),
    _row("project.close", "Close project", "Project", "Ctrl+W"),
    _row("import.files", "Import articles …", "Project", "Ctrl+I"),
    _row("import.folder", "Import a folder …", "Project"),
    _row("import.paste", "Paste as article …", "Project", "Ctrl+Shift+A"),
    _row("export", "Export …", "Project", "Ctrl+Shift+E"),
    _row("export.release", "Release a dataset …", "Project"),
    _row("article.page", "Save the article as a page …", "Project"),
    _row("pledges.export", "Export the pledges …", "Project"),
    _row("suggest.all", "Pre-highlight all articles", "Project"),
    _row("suggest.cancel", "Stop pre-highlighting", "Project"),
    _row("suggest.learn", "Learn from my work …", "Project"),
    _row("project.schema", "Schema and guidelines …", "Project"),
    _row("project.blind", "Blind sample …", "Project"),
    _row("project.history", "Project history …", "Project"),
    _row("project.backup", "Back up now", "Project"),
    _row("project.annotator", "Who annotates …", "Project"),
    _row("settings", "Settings …", "Project", "Ctrl+,"),
    _row("quit", "Quit", "Project", "Ctrl+Q"),
    _row("edit.undo", "Undo", "Edit", "Ctrl+Z"),
    _row("edit.redo", "Redo", "Edit", "Ctrl+Shift+Z", "Ctrl+Y"),
    _row("span.remove", "Remove span or relation", "Edit", "Del", bare=True),
    _row("span.note", "Note on the span …", "Edit", "F2"),
    _row("span.mark_all", "Label all mentions like this", "Edit", "Ctrl+Shift+M"),
    _row("span.propose_all", "Propose them in the whole project", "Edit", "Ctrl+Shift+P"),
    _row("span.propose_stop", "Stop proposing", "Edit"),
    _row("span.split", "Split span", "Edit", "Ctrl+Shift+D"),
    _row("span.merge", "Merge spans", "Edit", "Ctrl+J"),
    _row("span.duplicate", "Also label as", "Edit", "Ctrl+D"),
    _row("search.focus", "Search articles", "Edit", "Ctrl+F"),
    _row("suggestion.next", "Next suggestion", "Annotate", "Tab", bare=True),
    _row("suggestion.previous", "Previous suggestion", "Annotate", "Shift+Tab", bare=True),
    _row("suggestion.accept", "Accept suggestion", "Annotate", "Return", "Enter", bare=True),
    _row("suggestion.reject", "Reject suggestion", "Annotate", "Backspace", bare=True),
    _row(
        "suggestion.accept_whole",
        "Accept with what belongs to it",
        "Annotate",
        "Shift+Return",
        "Shift+Enter",
        bare=True,
    ),
    _row("suggestion.reject_whole", "Reject with what belongs to it", "Annotate", "Shift+Backspace", bare=True),
    _row("suggestion.order", "Doubtful suggestions first, or by place", "Annotate", "Ctrl+Shift+O"),
    _row("suggestion.accept_view", "Accept all in view", "Annotate", "Ctrl+Shift+V"),
    _row("suggestion.accept_label", "Accept all of this label", "Annotate", "Ctrl+Shift+L"),
    _row("suggestion.accept_above", "Accept all above a score …", "Annotate", "Ctrl+Shift+S"),
    _row("suggestion.reject_label", "Reject all of this label", "Annotate", "Ctrl+Shift+K"),
    _row("span.at_caret", "Select the span at the caret", "Annotate", "Space", bare=True),
    _row("relation.start", "Relation from the selected span", "Annotate", "R", bare=True),
    _row("relation.reverse", "Reverse the relation", "Annotate", "Ctrl+Shift+R"),
    _row("relation.retype", "Another type for the relation", "Annotate", "Ctrl+T"),
    _row("relation.note", "Note on the relation …", "Annotate", "Shift+F2"),
    _row("span.start_left", "Start one word to the left", "Annotate", "Alt+Shift+Left"),
    _row("span.start_right", "Start one word to the right", "Annotate", "Alt+Shift+Right"),
    _row("span.end_left", "End one word to the left", "Annotate", "Alt+Left"),
    _row("span.end_right", "End one word to the right", "Annotate", "Alt+Right"),
    _row("span.pick_start", "Move the start with the arrows", "Annotate", ",", bare=True),
    _row("span.pick_end", "Move the end with the arrows", "Annotate", ".", bare=True),
    _row("span.add_selection", "Add the selection to the span", "Annotate", "+", bare=True),
    _row("span.cut_selection", "Take the selection out of the span", "Annotate", "-", bare=True),
    _row("span.trim", "Trim spaces and quotation marks", "Annotate", "Ctrl+Shift+T"),
    _row("caret.sentence_next", "Next sentence", "Annotate", "Alt+Down"),
    _row("caret.sentence_previous", "Previous sentence", "Annotate", "Alt+Up"),
    _row("caret.select_sentence_next", "Select to the next sentence", "Annotate", "Alt+Shift+Down"),
    _row("caret.select_sentence_previous", "Select to the sentence before", "Annotate", "Alt+Shift+Up"),
    _row("article.done", "Done, go to the next", "Annotate", "Ctrl+Return", "Ctrl+Enter"),
    _row("article.skip", "Skip, go to the next", "Annotate", "Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
    _row("article.flag", "Flag for the lead …", "Annotate", "Ctrl+Shift+F"),
    _row("article.next", "Next article", "Annotate", "Ctrl+Down"),
    _row("article.previous", "Previous article", "Annotate", "Ctrl+Up"),
    _row("mode.leave", "Leave, clear the selection", "Annotate", "Esc", bare=True),
    _row("page.annotate", "Annotate", "View", "Ctrl+1"),
    _row("page.articles", "All articles", "View", "Ctrl+2"),
    _row("page.statistics", "Statistics", "View", "Ctrl+3"),
    _row("page.pledges", "All pledges", "View", "Ctrl+4"),
    _row("panel.next", "Next panel", "View", "F6"),
    _row("panel.previous", "Previous panel", "View", "Shift+F6"),
    _row("view.arcs", "Show all relations", "View", "Ctrl+R"),
    _row("view.focus", "Only the text and the current mark", "View", "F11"),
    _row("view.larger", "Larger text", "View", "Ctrl++", "Ctrl+="),
    _row("view.smaller", "Smaller text", "View", "Ctrl+-"),
    _row("view.normal", "Normal text size", "View", "Ctrl+0"),
    _row("view.light", "Light", "View"),
    _row("view.dark", "Dark", "View"),
    _row("view.system", "As the system", "View"),
    _row("help.guide", "Guide", "Help", "F1"),
    _row("help.tour", "Guided tour", "Help"),
    _row("help.palette", "Find a command …", "Help", "Ctrl+K"),
    _row("help.keys", "All keys", "Help", "?", bare=True),
    _row("help.about", "About", "Help"),
)

BY_NAME = {row.name: row for row in ACTIONS}
