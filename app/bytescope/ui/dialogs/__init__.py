"""Dialogs and the find bar: each asks for plain values and gives plain values back."""
