"""The formats as a list in groups, each with a sentence on what it holds or loses, and what fits it."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem

from annotator.exchange import registry
from annotator.ui.sentences import translated

WITHOUT_TEXT = "jsonl"  # the format that has a form without texts
WITH_MARK = "csv"
WITH_CONFIG = "spacy"
ON_TOKENS = frozenset({"spacy", "conll"})  # spans must lie on tokens


def groups() -> dict[str, tuple[str, ...]]:
    """The built-in formats in the order of the list, by the heading above them."""
    return {
        _tr("Complete"): ("jsonl",),
        _tr("For training"): ("spacy", "huggingface", "conll"),
        _tr("For other tools"): (
            "prodigy",
            "doccano",
            "label-studio",
            "brat",
            "webanno",
            "xmi",
            "cas-json",
            "web-annotation",
        ),
        _tr("Tables"): ("csv", "xlsx", "parquet"),
        _tr("To read"): ("html",),
    }


def about(name: str) -> str:
    """What a format holds or loses, in a sentence or two; "" for one that is not built in."""
    return {
        "jsonl": _tr("Holds everything, of everybody, and can be imported again."),
        "spacy": _tr("One set an article, for spaCy. Spans must begin and end with tokens."),
        "huggingface": _tr("Parquet with a card, for load_dataset. Holds everything; cannot be imported again."),
        "conll": _tr("A token and its tag a line. Entities only, none over another, one set an article."),
        "prodigy": _tr("A task for each set. A span in pieces becomes several; verdicts are left out."),
        "doccano": _tr("Labels and relations, one set an article. Attributes, notes and verdicts are left out."),
        "label-studio": _tr("Tasks, and the labelling interface beside them. Attributes of relations are left out."),
        "brat": _tr("A text and its annotation for each article. Titles, metadata and verdicts are left out."),
        "webanno": _tr("Tables of tokens, for INCEpTION and WebAnno. Spans lose the white space at their ends."),
        "xmi": _tr("All layers, for INCEpTION. Holds everything but control characters."),
        "cas-json": _tr("All layers as JSON, for INCEpTION. Holds everything."),
        "web-annotation": _tr("Spans by position and quotation, for the Web. Texts and verdicts are left out."),
        "csv": _tr("Tables of articles, spans, relations, quotes and pledges. Texts are left out."),
        "xlsx": _tr("The same tables, each a sheet. Texts are left out, very long cells are cut."),
        "parquet": _tr("The same tables with types, for pandas and others. Texts are left out."),
        "html": _tr("All articles with their marks, to send or print. Cannot be imported again."),
    }.get(name, "")


def in_order() -> list[str]:
    """The formats that there are, those of plug-ins last."""
    return [name for names in _loaded_groups().values() for name in names]


def _loaded_groups() -> dict[str, list[str]]:
    """The groups that have formats, with one for those of plug-ins."""
    loaded, own = registry.writers().loaded, groups()
    known = {name for names in own.values() for name in names}
    every = {**own, _tr("Others"): tuple(name for name in loaded if name not in known)}
    found = {heading: [name for name in names if name in loaded] for heading, names in every.items()}
    return {heading: names for heading, names in found.items() if names}


class FormatBox(QComboBox):
    """All formats that go out, under headings that cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_tr("Format"))
        self.setMaxVisibleItems(30)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Indented(self))
        loaded = registry.writers().loaded
        for heading, names in _loaded_groups().items():
            self._add_heading(heading)
            for name in names:
                self._add(name, translated(loaded[name].title))
        self.setCurrentIndex(1)

    def _add_heading(self, heading: str) -> None:
        item = QStandardItem(heading)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        self._model.appendRow(item)

    def _add(self, name: str, title: str) -> None:
        item = QStandardItem(title)
        item.setData(name, Qt.ItemDataRole.UserRole)
        item.setToolTip(about(name))
        self._model.appendRow(item)

    @property
    def format(self) -> str:
        """The name of the format that is chosen."""
        return str(self.currentData())

    def choose(self, name: str) -> None:
        """Choose a format, if it is there."""
        if (at := self.findData(name)) >= 0:
            self.setCurrentIndex(at)


class _Indented(QStyledItemDelegate):
    """The formats stand a little to the right of their headings."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(Qt.ItemDataRole.UserRole):
            option.text = f"    {option.text}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportFormats", text)
