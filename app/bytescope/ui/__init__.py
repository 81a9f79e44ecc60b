"""Widgets, painting and input. Views show what the session holds and make wishes; they decide nothing."""
