"""The card that shows how a media operation goes."""
