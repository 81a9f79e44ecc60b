"""The page map: a pyqtgraph view of our own image cells, the whole-file strip, the legend."""
