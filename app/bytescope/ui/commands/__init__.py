"""What the actions do: one class a menu, each method the command of the same name in the action table."""
