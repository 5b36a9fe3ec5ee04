"""What the days of a shop teach: how far each habit is believed is tried on months that are held out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from statistics import median

from opsbook.features.goals.rules.effects import Level

Month = tuple[int, int]  # year, month
Key = tuple[str, str]  # factor, name of the level

ROUNDS = 2  # the factors explain one another's leftovers; a third round changes nothing that counts
_CAP = 1.5  # a day counts at most 4.5 times above or below what was expected: one wrong day cannot bend a year
_DECIMALS = 6  # of effects: the noise of logs must not reach a weight


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a factor's built-in experience is believed.

    Args:
        prior: part of the experience that this shop follows; 0 of promotions is a shop that takes part in none.
        strength: how many days of history weigh as much as it; endless for history that teaches nothing.
    """

    prior: float
    strength: float


def _trusts(priors: Sequence[float], strengths: Sequence[float]) -> tuple[Trust, ...]:
    return tuple(Trust(prior, strength) for prior in priors for strength in strengths)


# The first is meant where the months held out cannot tell: a promotion that was seen once is believed by half or so.
TRUSTS: Mapping[str, tuple[Trust, ...]] = {
    "campaign": _trusts((1, 0.5, 0), (3, 10, inf)),
    "holiday": _trusts((1, 0.5, 0), (4, 16, inf)),
    "weekday": _trusts((1,), (inf, 128, 32, 8, 2)),
    "position": _trusts((1,), (inf, 256, 64)),
}


@dataclass(frozen=True, slots=True)
class Sold:
    """One day of history that sold.

    Args:
        month: which it lies in.
        surprise: log of its amount, less everything experience expects.
        levels: what acted on it.
    """

    month: Month
    surprise: float
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """What history adds to experience, as logs of times.

    Args:
        trusts: by factor, what was chosen; experience as it is where nothing was.
        learnt: by factor and name of the level, beyond the part of experience that is believed.
    """

    trusts: Mapping[str, Trust] = field(default_factory=dict)
    learnt: Mapping[Key, float] = field(default_factory=dict)

    def of(self, level: Level) -> float:
        """What to add to a level's experience; nothing to a lift that the operator stated."""
        if not level.fitted:
            return 0.0
        trust = self.trusts.get(level.factor)
        scaled = (trust.prior - 1) * level.prior if trust else 0.0
        return scaled + self.learnt.get((level.factor, level.name), 0.0)

    def of_all(self, levels: Iterable[Level], but: str = "") -> float:
        """What to add to several, those of one factor left out."""
        return sum(self.of(level) for level in levels if level.factor != but)


def learn(days: Sequence[Sold]) -> Effects:
    """Let each factor in turn explain what the others leave.

    A level's effect is the sum of its days' surprises over their number plus the strength of experience. Which part of
    experience is believed, and how strongly, is what comes nearest to the days of each month when only the other months
    have taught.

    Args:
        days: history, without days that sold nothing.
    """
    effects = Effects()
    for _ in range(ROUNDS):
        for factor, trusts in TRUSTS.items():
            effects = _learn_factor(days, effects, factor, trusts)
    return effects


def month_bases(days: Iterable[Sold], effects: Effects) -> dict[Month, float]:
    """What an ordinary day of each month brought, as a log: the median, so that odd days do not matter."""
    left: defaultdict[Month, list[float]] = defaultdict(list)
    for day in days:
        left[day.month].append(day.surprise - effects.of_all(day.levels))
    return {month: median(values) for month, values in left.items()}


@dataclass(frozen=True, slots=True)
class _Left:
    """What one day leaves to be explained by one of its levels."""

    level: Level
    month: Month
    surprise: float

    def beyond(self, trust: Trust) -> float:
        """The part that is not experience, as far as that is believed."""
        return self.surprise - (trust.prior - 1) * self.level.prior


def _learn_factor(days: Sequence[Sold], effects: Effects, factor: str, trusts: Sequence[Trust]) -> Effects:
    bases = month_bases(days, effects)
    left = [
        _Left(level, day.month, _capped(day.surprise - bases[day.month] - effects.of_all(day.levels, but=factor)))
        for day in days
        for level in day.levels
        if level.factor == factor and level.fitted
    ]
    trust = min(trusts, key=lambda one: held_out_error(left, one))  # of equals the first
    learnt = {(factor, name): effect for name, effect in _shrunk(left, trust).items()}
    return Effects({**effects.trusts, factor: trust}, {**effects.learnt, **learnt})


def _capped(surprise: float) -> float:
    return max(-_CAP, min(_CAP, surprise))


def _shrunk(left: Iterable[_Left], trust: Trust) -> dict[str, float]:
    """Effect by level."""
    surprises: defaultdict[str, list[float]] = defaultdict(list)
    for one in left:
        surprises[one.level.name].append(one.beyond(trust))
    return {name: round(sum(many) / (len(many) + trust.strength), _DECIMALS) for name, many in surprises.items()}


def held_out_error(left: Sequence[_Left], trust: Trust) -> float:
    """How far days are from what the other months' days of the same level tell, added up."""
    sums, counts = defaultdict[object, float](float), defaultdict[object, int](int)
    for one in left:
        beyond, name = one.beyond(trust), one.level.name
        for key in (name, (name, one.month)):
            sums[key] += beyond
            counts[key] += 1
    error = 0.0
    for one in left:
        name, month = one.level.name, (one.level.name, one.month)
        told = (sums[name] - sums[month]) / (counts[name] - counts[month] + trust.strength)
        error += abs(one.beyond(trust) - told)
    return round(error, _DECIMALS)
