"""Headers that no field has, whatever else they say."""

import re

# An index stands for an amount that the platform does not tell: it is never mapped to one.
INDEX = re.compile(r"指数|人气|热度|\bindex\b", re.IGNORECASE)
COMPARISON = re.compile(r"较|环比|同比|上周期|\b(?:yoy|mom|wow)\b", re.IGNORECASE)
