"""How the time of some work grows with its size, told apart from the noise of a busy machine."""

import gc
from collections.abc import Callable
from time import process_time

REPEATS = 3
LINEAR = 10  # times as long may four times as much work take; quadratic work takes sixteen times
NOISE = 0.1  # seconds


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Whether four times the size takes about four times as long, by the processor's time and the fastest of some runs.

    `work` makes its input of a size and works on it; making it counts too, so it must be cheap.
    """
    work(size // 10)
    return seconds(work, 4 * size) < LINEAR * seconds(work, size) + NOISE


def seconds(work: Callable[[int], object], size: int) -> float:
    """Processor time of the fastest of some runs, with no rubbish collected meanwhile."""
    gc.collect()
    gc.disable()
    try:
        return min(_once(work, size) for _ in range(REPEATS))
    finally:
        gc.enable()


def _once(work: Callable[[int], object], size: int) -> float:
    start = process_time()
    work(size)
    return process_time() - start
