"""Icons, palettes, samples and help of Bytescope, read through ``importlib.resources``."""
