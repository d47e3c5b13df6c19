"""What went over the wire and what happened in the call: a list, and the detail of one entry."""
