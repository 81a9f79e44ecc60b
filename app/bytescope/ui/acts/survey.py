"""How pages are read for the map."""

from __future__ import annotations

from bytescope.ui.actions import Act
from bytescope.ui.menus import Entry

RATES = (0, 50, 200, 1000)
"""MB/s; 0: no limit."""

SURVEY_ACTS: tuple[Act, ...] = (
    *(
        Act(f"survey.reads_{key}", text, tip, (), "", "always", True, "survey_whole", key)
        for key, text, tip in (
            ("all", "Read &Everything", "Read every page, what is in view first"),
            (
                "view",
                "Only What Is in &View",
                "Read samples of the whole file, and exactly only what is in view, up to 64 MiB",
            ),
        )
    ),
    *(
        Act(
            f"survey.rate_{rate}",
            f"At Most {rate:,} MB/s" if rate else "&No Limit",
            "How fast pages are read that nobody waits for",
            (),
            "",
            "always",
            True,
            "survey_rate",
            str(rate),
        )
        for rate in RATES
    ),
)

SURVEY_MENU: tuple[Entry, ...] = (
    "survey.reads_all",
    "survey.reads_view",
    None,
    *(f"survey.rate_{rate}" for rate in RATES),
)
