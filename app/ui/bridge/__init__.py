"""The bridge to a real Graph in the window."""
