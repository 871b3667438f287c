"""The report of how the library grows, and its plot."""

from .figures import FIGURES
from .plot import plot
from .report import written

__all__ = ["FIGURES", "plot", "written"]
