"""The pure call engine: its only clock is the number of audio samples it was fed."""
