"""The productions of all kinds of expressions, by the names that the tables of rules give them.

A production takes what a rule matched and the scene. It makes a TIMEX, or one for each mention that the rule marks;
None where the words are no time, so that the next rule is tried; an empty tuple where no rule may read them as one.
"""

from timeline.times import (
    clock,
    dayparts,
    days,
    distances,
    durations,
    holidays,
    months,
    periods,
    quarters,
    seasons,
    sets,
    weekdays,
    years,
)

PRODUCTIONS = (
    days.PRODUCTIONS
    | holidays.PRODUCTIONS
    | weekdays.PRODUCTIONS
    | clock.PRODUCTIONS
    | dayparts.PRODUCTIONS
    | months.PRODUCTIONS
    | seasons.PRODUCTIONS
    | periods.PRODUCTIONS
    | years.PRODUCTIONS
    | quarters.PRODUCTIONS
    | durations.PRODUCTIONS
    | distances.PRODUCTIONS
    | sets.PRODUCTIONS
)
