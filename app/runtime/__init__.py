"""The single writer: owns the engine, time, ids and tasks on one asyncio thread."""
