"""The document's figures, redrawn from the tables, the same in JupyterLab, in the book and on paper."""

from .catalogue import figure
from .chart import chart
from .figure import Figure

__all__ = ["Figure", "chart", "figure"]
