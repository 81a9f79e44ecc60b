"""The running program without widgets: jobs (the only threads), documents at work, selection, settings.

May use QtCore (signals, timers) and the core; never QtGui, QtWidgets or pyqtgraph.
"""
