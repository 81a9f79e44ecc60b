"""The help of the layers says of each state what its meaning says, and the page loads nothing."""

import pytest
from PySide6.QtCore import QUrl

from bytescope.core.touched.layers import MEANINGS, Layer
from bytescope.ui.dialogs.help_page import HelpPage, page_text


@pytest.mark.parametrize("layer", Layer)
def test_each_layer_is_explained(layer):
    meaning = MEANINGS[layer]
    part = page_text("layers").partition(f"### {meaning.title}\n")[2].partition("### ")[0]
    for said in (meaning.meaning, f"Source: {meaning.source}", f"Granularity: {meaning.granularity}"):
        assert said in part
    assert f"Cleared: {meaning.cleared}" in part
    assert part.splitlines()[0].endswith(".")
    assert "@" not in part


def test_the_page_shows_the_text_and_follows_no_link(qtbot):
    page = HelpPage("layers", "Layers of the Map")
    qtbot.addWidget(page)
    page.show()
    assert "Each state" in page.text.toPlainText()
    assert not page.text.openLinks()
    assert not page.text.openExternalLinks()
    assert page.text.loadResource(2, QUrl("file:///etc/hostname")) is None
