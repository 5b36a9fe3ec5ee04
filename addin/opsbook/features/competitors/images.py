"""Main images on disk to fingerprints."""

import warnings
from pathlib import Path

from opsbook.model.errors import FileRefusedError
from opsbook.model.language import Label
from opsbook.model.reasons import why

_NO_PICTURE = Label("不是图片，或已损坏", "it is no picture, or damaged")
_TOO_LARGE = Label("图片的长宽太大", "the picture is too wide or too high")


def image_hash(path: Path) -> int:
    """Take the fingerprint of a picture: it stays the same when the picture is scaled or saved again.

    Args:
        path: a JPEG, PNG, WebP, GIF or BMP.

    Returns:
        The 64 bits of the perceptual hash.

    Raises:
        FileRefusedError: `image-unreadable`: not there, held by another program, damaged, too large or no picture.

    Source: the discrete cosine transform of the picture at 32 x 32 grey pixels, one bit for each of its 64 lowest
    frequencies: above their median or not (`imagehash.phash`).
    """
    import imagehash  # noqa: PLC0415 - slow to load
    from PIL import Image  # noqa: PLC0415 - slow to load

    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(path) as picture,
        ):
            return int(str(imagehash.phash(picture)), 16)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise FileRefusedError("image-unreadable", file=path.name, why=_TOO_LARGE) from None
    except (OSError, ValueError, SyntaxError) as problem:
        told = why(problem) if isinstance(problem, OSError) and problem.errno else _NO_PICTURE
        raise FileRefusedError("image-unreadable", file=path.name, why=told) from None
