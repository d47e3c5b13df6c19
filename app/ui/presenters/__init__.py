"""Texts and figures for widgets, without widgets."""
