"""One file of an import: its format, encoding and columns, which can be changed, and the first articles in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QListWidget, QVBoxLayout, QWidget

from annotator.app.importing import FileWish
from annotator.app.previewing import FilePreview
from annotator.exchange import registry
from annotator.ui.importing.columns_form import ColumnsForm
from annotator.ui.importing.words import article_told, format_title, problem_told
from annotator.ui.parts.flow import role_label

_ENCODINGS = ("utf-8", "cp1252", "cp1250", "cp1251", "iso-8859-1", "iso-8859-15", "utf-16", "shift_jis", "gb18030")
_TEXTS = frozenset(["text", "markdown", "html", "csv", "tsv", "json", "jsonl", "prodigy", "doccano", "brat", "conll"])
_TOLD = 3  # problems


class FilePanel(QWidget):
    """`changed` when somebody wants the file read in another way, which `wish` says."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wish = FileWish()
        self.name = role_label("", "title", wrap=True)
        self.format, self.encoding = QComboBox(), QComboBox()
        self.columns = ColumnsForm()
        self.columns_title = role_label(self.tr("Columns"), "heading")
        self.articles_title = role_label(self.tr("First articles"), "heading")
        self.articles = QListWidget()
        self.problem = role_label("", "bad", wrap=True)
        self._prepare()
        self._arrange()

    def _prepare(self) -> None:
        for name in registry.readers().loaded:
            self.format.addItem(format_title(name), name)
        self.encoding.addItem(self.tr("Found out"), "")
        for each in _ENCODINGS:
            self.encoding.addItem(each, each)
        for box in (self.format, self.encoding):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(lambda _: self._choose())
        self.columns.changed.connect(self._choose)
        self.articles.setAccessibleName(self.tr("First articles"))
        self.articles.setWordWrap(True)
        self.articles.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.articles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.articles.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.articles.setResizeMode(QListWidget.ResizeMode.Adjust)

    def _arrange(self) -> None:
        self._form = QFormLayout()
        self._form.addRow(self.tr("Format"), self.format)
        self._form.addRow(self.tr("Encoding"), self.encoding)
        column = QVBoxLayout(self)
        column.addWidget(self.name)
        column.addLayout(self._form)
        column.addWidget(self.problem)
        column.addWidget(self.columns_title)
        column.addWidget(self.columns, 2)
        column.addWidget(self.articles_title)
        column.addWidget(self.articles, 3)
        column.addStretch(0)

    def show_file(self, file: FilePreview, wish: FileWish) -> None:
        """Show what was found in a file, and how it was read."""
        self._wish = wish
        self.name.setText(file.place)
        self.format.setCurrentIndex(self.format.findData(file.format))
        self.encoding.setCurrentIndex(max(self.encoding.findData(wish.encoding or ""), 0))
        self._form.setRowVisible(self.encoding, file.format in _TEXTS or bool(wish.encoding))
        self._show_columns(file)
        self.articles.clear()
        self.articles.addItems([article_told(each) for each in file.articles])
        for widget in (self.articles_title, self.articles):
            widget.setVisible(bool(file.articles))
        told = [problem_told(each, file) for each in file.problems[:_TOLD]]
        self.problem.setText("\n".join(told))
        self.problem.setVisible(bool(told))

    def _show_columns(self, file: FilePreview) -> None:
        shown = file.columns is not None
        self.columns_title.setVisible(shown)
        self.columns.setVisible(shown)
        if file.columns is not None and (not self._same(file) or not self.columns.choices):
            self.columns.show_sample(file.columns)

    def _same(self, file: FilePreview) -> bool:
        """Whether the columns are there as they are wanted: nothing moves below the hand of whoever chooses."""
        assert file.columns is not None
        names = list(self.columns.choices)
        return list(file.columns.names[: len(names)]) == names and self.columns.fields == dict(self._wish.fields)

    def _choose(self) -> None:
        if self.sender() is self.format:
            self._wish = FileWish(format=str(self.format.currentData()), encoding=self._wish.encoding)
        else:
            fields = self.columns.fields if self.columns.isVisibleTo(self) else self._wish.fields
            self._wish = FileWish(
                format=str(self.format.currentData()), encoding=self.encoding.currentData() or None, fields=fields
            )
        self.changed.emit()

    @property
    def wish(self) -> FileWish:
        """How the file is to be read."""
        return self._wish
