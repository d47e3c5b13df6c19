"""Dialogs: shown, never executed."""
