"""Microsoft Graph's wire shapes: JSON to engine types and back, without I/O."""
