"""The timeline: why a call's recording stopped where it did."""
