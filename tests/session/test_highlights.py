"""Who highlights bytes is asked for those in sight, and never for more than a picture can show."""

from bytescope.core.geometry.hex_frame import Highlight
from bytescope.core.ranges import ByteRange
from bytescope.session.highlights import MOST, Highlights

ALL = ByteRange(0, 1 << 40)


def one(start: int, ink: int, label: str = "") -> Highlight:
    return Highlight(ByteRange.of(start, 4), ink, label)


def test_later_owners_come_last_and_each_change_is_told():
    told: list[int] = []
    named = Highlights(lambda: told.append(1))
    named.answer_by("structure", lambda range_: [one(0, 1, "magic")])
    named.answer_by("bookmark", lambda range_: [one(2, 2, "here")])
    assert [item.ink for item in named.within(ALL)] == [1, 2]
    assert named.label_at(2) == "here · magic"
    named.answer_by("structure", lambda range_: [one(0, 3)])
    assert [item.ink for item in named.within(ALL)] == [2, 3]
    named.answer_by("bookmark", None)
    named.touch()
    assert [item.ink for item in named.within(ALL)] == [3]
    assert len(told) == 5


def test_no_more_than_a_picture_shows_are_taken():
    asked = 0

    def endless(range_: ByteRange):
        nonlocal asked
        while True:
            asked += 1
            yield one(asked, 0)

    named = Highlights(bool)
    named.answer_by("many", endless)
    assert len(named.within(ALL)) == MOST
    assert asked == MOST + 1
    named.find_by(lambda range_: (item.range for item in endless(range_)))
    assert len(named.hits(ALL)) == MOST
    named.find_by(None)
    assert named.hits(ALL) == ()
