"""How far a share of some tenders may lie from the share of all tenders like them."""

from __future__ import annotations

from math import sqrt

Z = 1.959963984540054
"""The normal deviate between whose two signs 95% of a normal distribution lies."""


def wilson(n: int, of: int) -> tuple[float, float]:
    """The 95% interval of a share, in percent, from 0 to 100.

    Arguments: `n` tenders of the `of` that were looked at have the property. With nothing looked at, nothing is
    known: 0 to 100. Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22 (1927), 209-212; without continuity correction, as recommended
    by L. D. Brown, T. T. Cai and A. DasGupta, Interval estimation for a binomial proportion, Statistical Science 16
    (2001), 101-133. Raises ValueError for more tenders with the property than tenders.
    """
    if not 0 <= n <= of:
        raise ValueError(f"{n} of {of} is no share.")
    if of == 0:
        return 0.0, 100.0
    share = n / of
    middle = share + Z * Z / (2 * of)
    reach = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    # At the ends the exact bound is 0 or 100; the sum of roundings must not pass it.
    low = 0.0 if n == 0 else 100 * (middle - reach) / scale
    high = 100.0 if n == of else 100 * (middle + reach) / scale
    return max(low, 0.0), min(high, 100.0)
