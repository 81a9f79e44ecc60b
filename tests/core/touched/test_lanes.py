"""The marks of a log on a timeline: those of a log that went on are those of the whole log."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from bytescope.core.pages.run_set import RunSet
from bytescope.core.ranges import PageRange
from bytescope.core.touched.lanes import LANE_OF, LARGEST, SMALLEST, Lanes
from bytescope.core.touched.touch import Touch
from bytescope.core.touched.touches import TouchLog
from core.touched.test_touches import scripts


def test_every_kind_has_a_lane():
    assert set(LANE_OF) == set(Touch)


def test_marks_are_as_large_as_there_are_pages():
    log = TouchLog()
    for at, pages in enumerate((1, 1 << 16, 1 << 32, 1 << 40)):
        log.add(Touch.EDIT, RunSet.of([PageRange(0, pages)]), at * 10.0)
    sizes = Lanes().marks(log)[Touch.EDIT].sizes
    assert sizes.tolist() == [SMALLEST, (SMALLEST + LARGEST) / 2, LARGEST, LARGEST]


@given(scripts())
def test_a_log_that_goes_on_has_the_marks_of_the_whole_log(script):
    log, lanes, time = TouchLog(most_touches=12), Lanes(), 0.0
    for kind, runs, wait, who in script:
        time += wait
        log.add(kind, RunSet.of(PageRange(first, first + length) for first, length in runs), time, who)
        found, whole = lanes.marks(log), Lanes().marks(log)
        for each in Touch:
            assert all(np.array_equal(a, b) for a, b in zip(found[each], whole[each]))
        numbers = np.concatenate([marks.numbers for marks in whole.values()])
        assert sorted(numbers.tolist()) == list(range(log.dropped, log.dropped + len(log)))
        assert all(log[n].kind is each for each in Touch for n in whole[each].numbers.tolist())
