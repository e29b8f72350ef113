"""The document's figures, drawn anew from the tables, alike in JupyterLab, in the book and on paper."""

from .catalogue import figure
from .chart import chart
from .figure import Figure

__all__ = ["Figure", "chart", "figure"]
