"""What a virus scanner's reader finds in VBA: oletools, an independent reader."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it uses names its own parser has deprecated
    from oletools.olevba import VBA_Parser, decompress_stream


def modules(file: bytes) -> dict[str, str]:
    """Source by module name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = VBA_Parser("file", data=file)
        found = {name.rsplit(".", 1)[0]: code for _, _, name, code in parser.extract_macros()}
        parser.close()
    return found


def decompressed(container: bytes) -> bytes:
    """What a compressed container holds."""
    return bytes(decompress_stream(bytearray(container)))
