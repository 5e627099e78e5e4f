"""The language of the window: its texts, Qt's own, the form of dates and numbers, and the side one reads from."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from annotator import files

OWN = "en"  # the texts in the code
LANGUAGES = (OWN, "fr")


def use_language(app: QApplication, language: str) -> None:
    """Speak a language; "" is the system's, as far as it is known here. Windows made before keep theirs."""
    system = QLocale.system()
    locale = QLocale(language) if language else system
    QLocale.setDefault(locale)
    code = QLocale.languageToCode(locale.language())
    if code != OWN and code in LANGUAGES:
        _install(app, locale)
        app.setLayoutDirection(locale.textDirection())
        app.setApplicationDisplayName(QCoreApplication.translate("MainWindow", "News annotator"))


def _install(app: QApplication, locale: QLocale) -> None:
    places = (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("annotator", str(files.resource("translations"))),
    )
    for name, folder in places:
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)


def own_name(language: str) -> str:
    """What speakers of a language call it."""
    name = QLocale(language).nativeLanguageName()
    return name[:1].upper() + name[1:]
