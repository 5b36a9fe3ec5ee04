"""Phones, numbers of people and addresses as other countries write them, where they are all that stands in a cell.

Whether a phone is one that somebody has does not matter here: a column of numbers of that form is not shown. So no table of
numbering plans is needed, and a made up number is hidden like a real one.

Source: ITU-T E.164 (a phone has up to fifteen digits); the usual forms of national numbers and street addresses.
"""

import re
from collections.abc import Sequence

_PHONE = re.compile(
    r"(?:tel\.? ?:? ?)?(?:\+|00)?\(?\d{1,6}\)?(?:[ ./-]{1,3}\(?\d{1,8}\)?){1,6}(?: ?(?:x|ext\.?) ?\d{1,5})?",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"\+\d{8,15}")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+\.\d+")
_DAY = re.compile(r"(?:19|20)\d\d[-/. ]?\d|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d")
_DIGITS = range(9, 16)
_LEAST_PARTS = 3
_NUMBER = re.compile(
    r"\d{3}\.\d{3}\.\d{3}-\d{2}"  # CPF
    r"|\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}"  # CNPJ
    r"|\d{1,2}\.?\d{3}\.?\d{3}-[\dkK]"  # RUT
    r"|\d{2}-\d{8}-\d"  # CUIT
    r"|\d{3}-\d{2}-\d{4}"  # SSN
    r"|\d{6}-[1-8]\d{6}"  # a Korean resident's number
    r"|[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d"  # CURP
    r"|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]"  # codice fiscale
    r"|[A-Z]{5}\d{4}[A-Z]"  # PAN
    r"|(?:\d{4}[ -]){3}\d{3,4}"  # a bank card
    r"|(?:\d{1,3}\.){3}\d{1,3}"  # an IP address
    r"|[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){4,7}"  # one of version 6
    r"|@[A-Za-z0-9_.]{3,30}"  # an account
)
_STREET = re.compile(
    r"(?:^|\s)\d{1,5}[A-Za-z]?,? (?:[^\W\d_][\w'.-]*\s){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct"
    r"|Close|Terrace|Place|Pl|Square|Highway|Hwy)\b"
    r"|\bP\.? ?O\.? ?Box \d"
    r"|(?:^|\s)(?:Calle|C/|Avenida|Av\.?|Avda\.?|Carrera|Cra\.?|Paseo|Plaza|Rua|Travessa|Alameda|Rue|Boulevard|Chemin|Via|Viale|Piazza"
    r"|Corso) [^\d]{2,40}\d"
    r"|\d{1,4}(?: bis)?,? (?:rue|avenue|boulevard|chemin|impasse|allée|quai) "
    r"|[^\W\d_][\w-]*(?:straße|strasse|str\.|weg|platz|gasse|allee|straat|laan|gracht|gatan|vej) \d"
    r"|[^\W\d_] (?:Straße|Strasse|Str\.|Weg|Platz|Allee) \d"
    r"|(?:^|[\s,])(?:ул\.|улица|просп\.|проспект|пр-т|пер\.|переулок|вул\.) ?\w"
    r"|(?:^|[\s,])(?:ul\.|al\.) [^\W\d_]"
    r"|[都道府県].{0,12}[市区町村郡].*\d|\d丁目|\d番地"
    r"|[\uac00-\ud7af]+(?:로|길) ?\d"
    r"|(?:^|[\s,])(?:đường|phường|quận) \w"
    r"|(?:^|[\s,])(?:Jl\.?|Jalan|Gg\.) \w"
    r"|ถนน|ซอย|ตำบล|แขวง"
    r"|\b(?:Mah\.|Mahallesi|Sok\.|Sokak|Cad\.|Caddesi)(?:\s|$)"
    r"|(?:^|\s)شارع\s",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?:00)?\d{9,15}")
_ONE_LONG = re.compile(r"(?:00)?\d{9,13}")


def is_contact(text: str) -> bool:
    """Whether a cell is a phone, a person's number or account, an internet address or holds a street address.

    Args:
        text: a cell.

    >>> [is_contact(one) for one in ("+54 11 9999-8888", "123.456.789-09", "12 Example Street", "1.234.567", "2026-11-09")]
    [True, True, True, False, False]
    """
    bare = text.strip()
    return is_phone(bare) or _NUMBER.fullmatch(bare) is not None or _STREET.search(bare) is not None


def is_phone(text: str) -> bool:
    """Whether a cell is a phone with a plus before it, or in groups; digits in thousands and days are none."""
    if _ABROAD.fullmatch(text):
        return True
    if not _PHONE.fullmatch(text) or _THOUSANDS.fullmatch(text) or _DAY.match(text):
        return False
    groups = re.findall(r"\d+", text)
    in_parts = len(groups) >= _LEAST_PARTS or text.startswith(("+", "0", "("))
    return in_parts and sum(map(len, groups)) in _DIGITS


def long_numbers(cells: Sequence[str]) -> bool:
    """Whether a column holds bare numbers as long as phones: nine to fifteen digits, much the same many, and not all one.

    Amounts as large mostly end in zeros.

    Args:
        cells: filled cells.
    """
    found = [text for text in cells if _LONG.fullmatch(text)]
    if len(found) * 5 < len(cells) * 4 or len(set(found)) < 2:
        return False
    lengths = {len(text) for text in found}
    round_ones = sum(text.endswith("00") for text in found)
    return max(lengths) - min(lengths) <= 3 and round_ones * 2 < len(found)


def is_long_number(text: str) -> bool:
    """Whether a cell is as many digits as nearly every phone with its country has, and no moment such as 20260618103000."""
    return _ONE_LONG.fullmatch(text) is not None and _DAY.match(text) is None
