"""Where a shop sells: whose public holidays and promotions its days go by. Light: the calendars themselves are slow to load."""

import unicodedata

from opsbook.model.language import Label

CHINA = "CN"
NONE = "none"
NO_MARKET = Label("无", NONE)

COUNTRIES: tuple[str, ...] = (
    *("CN", "HK", "MO", "TW", "JP", "KR", "SG", "MY", "TH", "VN", "PH", "ID", "IN", "PK", "BD", "KZ"),
    *("US", "CA", "MX", "BR", "AR", "CL", "CO", "PE", "AU", "NZ"),
    *("GB", "IE", "DE", "AT", "CH", "FR", "BE", "NL", "LU", "ES", "PT", "IT", "PL", "CZ", "SK", "HU", "RO", "BG", "GR"),
    *("SE", "NO", "DK", "FI", "UA", "RU", "TR", "IL", "SA", "AE", "EG", "ZA", "NG", "KE"),
)
"""ISO codes that may be set; the library of holidays knows them all."""

CHOICES: tuple[Label, ...] = (Label(CHINA, CHINA), NO_MARKET, *(Label(code, code) for code in COUNTRIES[1:]))
"""What may stand in the setting, the usual one first."""


def read_market(word: object) -> str | None:
    """The market that a word means.

    Args:
        word: a code in any case, none, or its Chinese word.

    Returns:
        A code or "none"; None where it is no market.

    >>> read_market(" us "), read_market("无"), read_market("USA")
    ('US', 'none', None)
    """
    said = unicodedata.normalize("NFKC", str(word)).strip()
    if said.lower() in {NO_MARKET.zh, NO_MARKET.en}:
        return NONE
    return said.upper() if said.upper() in COUNTRIES else None
