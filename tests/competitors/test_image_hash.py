"""Fingerprints as they stand in the log, and how alike two are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsbook.features.competitors.titles.image_hash import image_distance, image_likeness, image_mark, read_image_mark

IMAGES = st.integers(0, 2**64 - 1)


@pytest.mark.parametrize(
    ("mark", "read"),
    [
        pytest.param("main.jpg #0000000000000f3c", ("main.jpg", 0xF3C), id="name and fingerprint"),
        pytest.param("#ffffffffffffffff", (None, 2**64 - 1), id="fingerprint alone"),
        pytest.param(
            "秋冬 主图 #2.jpg #0F3C000000000000", ("秋冬 主图 #2.jpg", 0x0F3C_0000_0000_0000), id="a # in the name"
        ),
        pytest.param("main.jpg", ("main.jpg", None), id="name alone"),
        pytest.param("main.jpg #0f3c", ("main.jpg #0f3c", None), id="too few digits"),
        pytest.param("main.jpg #0000000000000f3g", ("main.jpg #0000000000000f3g", None), id="no digits"),
        pytest.param("  ", (None, None), id="blank"),
        pytest.param(None, (None, None), id="empty"),
    ],
)
def test_an_image_cell_is_read(mark, read):
    """A fingerprint is a # and 16 digits at the end; what stands before it is the file's name."""
    assert read_image_mark(mark) == read


@given(st.sampled_from(["main.jpg", "秋冬 #1.png"]), IMAGES)
def test_what_is_written_is_read(name, image):
    """Name and fingerprint come back as they were."""
    assert read_image_mark(image_mark(name, image)) == (name, image)


@given(IMAGES, IMAGES)
def test_likeness_is_symmetric_and_a_share(first, second):
    """1 for the same picture, 0 for its negative; the distance counts bits."""
    likeness = image_likeness(first, second)
    assert likeness == image_likeness(second, first) == 1 - image_distance(first, second) / 64
    assert (image_likeness(first, first), image_likeness(first, first ^ (2**64 - 1))) == (1, 0)


def test_without_a_picture_there_is_no_likeness():
    """Both are needed."""
    assert (image_likeness(None, 0), image_likeness(0, None)) == (None, None)
