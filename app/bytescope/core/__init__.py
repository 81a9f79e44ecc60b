"""What Bytescope knows and does, as a library: no Qt, no threads, no globals, no printing.

Everything here may be used by a script, a benchmark or the command line as it is. Modules may import
the standard library, numpy, numba and stringzilla; nothing of ``session`` or ``ui``. Modules that the
window needs for its first picture import numpy and numba only inside the functions that use them,
because these two imports take longer than opening the window.
"""
