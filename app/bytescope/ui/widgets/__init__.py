"""Small input widgets that dialogs and panels share."""
