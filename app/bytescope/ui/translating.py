"""Loads the words of a language other than English, Qt's own and ours."""

from __future__ import annotations

from importlib import resources

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

QT_FILES = {"zh": "qtbase_zh_CN"}


def translate_to(language: str, application: QCoreApplication) -> bool:
    """Have the interface made from now on speak ``language``; False where there are no words for it."""
    ours = QTranslator(application)
    file = resources.files("bytescope_data").joinpath("translations", f"bytescope_{language}.qm")
    with resources.as_file(file) as path:
        if not ours.load(str(path)):
            return False
    theirs = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if theirs.load(QT_FILES.get(language, ""), folder):
        application.installTranslator(theirs)
    return application.installTranslator(ours)
