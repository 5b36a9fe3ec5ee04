"""Fingerprints of picture files: the same picture saved again stays the same, another picture does not."""

import random

import pytest
from PIL import Image, ImageDraw

from opsbook.features.competitors.images import image_hash
from opsbook.features.competitors.rules.event import EventRule
from opsbook.features.competitors.titles.image_hash import image_distance
from opsbook.model.errors import FileRefusedError

LIMIT = EventRule().image_distance


def _picture(seed):
    """A picture of coloured discs and boxes."""
    chance = random.Random(seed)
    picture = Image.new("RGB", (800, 800), "white")
    draw = ImageDraw.Draw(picture)
    for n in range(12):
        x, y, size = chance.randrange(700), chance.randrange(700), chance.randrange(50, 300)
        colour = tuple(chance.randrange(256) for _ in range(3))
        (draw.ellipse if n % 2 else draw.rectangle)([x, y, x + size, y + size], fill=colour)
    return picture


def _hash(folder, picture, name="main.png", **options):
    picture.save(folder / name, **options)
    return image_hash(folder / name)


@pytest.mark.parametrize(
    ("name", "again"),
    [
        pytest.param("small.png", lambda picture: picture.resize((300, 300)), id="scaled"),
        pytest.param("poor.jpg", lambda picture: picture, id="saved as JPEG"),
        pytest.param("other.webp", lambda picture: picture, id="saved as WebP"),
        pytest.param("few.gif", lambda picture: picture.convert("P"), id="few colours"),
        pytest.param("clear.png", lambda picture: picture.convert("RGBA"), id="with transparency"),
    ],
)
def test_the_same_picture_saved_again_stays_the_same(tmp_path, name, again):
    """Size, format and quality do not make it another one."""
    plain = _hash(tmp_path, _picture(1))
    assert image_distance(plain, _hash(tmp_path, again(_picture(1)), name)) <= LIMIT


@pytest.mark.parametrize(
    "other", [_picture(2), _picture(1).rotate(90), Image.new("RGB", (9, 9))], ids=["other", "turned", "blank"]
)
def test_another_picture_is_another_one(tmp_path, other):
    """Another motif, a turned one and an empty one are beyond the limit."""
    plain = _hash(tmp_path, _picture(1))
    assert image_distance(plain, _hash(tmp_path, other)) > LIMIT


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("none.jpg", None, "文件或文件夹不存在", id="not there"),
        pytest.param("text.jpg", b"no picture", "不是图片，或已损坏", id="no picture"),
        pytest.param("empty.png", b"", "不是图片，或已损坏", id="empty"),
        pytest.param("half.png", 0.5, "不是图片，或已损坏", id="cut off"),
    ],
)
def test_a_file_that_is_no_picture_is_refused(tmp_path, name, content, told):
    """The message names the file and says why."""
    path = tmp_path / name
    if content == 0.5:
        _picture(1).save(path)
        content = path.read_bytes()[: path.stat().st_size // 2]
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FileRefusedError) as refused:
        image_hash(path)
    assert (refused.value.code, refused.value.seen["file"], refused.value.seen["why"].zh) == (
        "image-unreadable",
        name,
        told,
    )


@pytest.mark.parametrize("most", [800 * 800 - 1, 800 * 800 // 2 - 1], ids=["too large", "more than twice"])
def test_a_picture_too_large_to_unpack_is_refused(tmp_path, monkeypatch, most):
    """A small file that would fill the memory is no main image."""
    _picture(1).save(tmp_path / "bomb.png")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", most)
    with pytest.raises(FileRefusedError) as refused:
        image_hash(tmp_path / "bomb.png")
    assert refused.value.seen["why"].zh == "图片的长宽太大"
