"""Sound in and out: devices, files, resampling; no asyncio and no Qt."""
