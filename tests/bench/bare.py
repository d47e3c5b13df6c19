"""The floor of the throughput rows: a bare aiohttp handler (``python -m tests.bench.bare``).

It does what any handler of this request has to: reads the JSON, answers an operation as JSON, with
an id of its own and its Location. Prints its port.
"""

from __future__ import annotations

import asyncio
import uuid

from aiohttp import web


async def record_response(request: web.Request) -> web.Response:
    """Answer as recordResponse does, with nothing behind it."""
    body = await request.json()
    operation = str(uuid.uuid4())
    answer = {
        "@odata.type": "#microsoft.graph.recordOperation",
        "id": operation,
        "status": "running",
        "resultInfo": None,
        "recordingLocation": None,
        "clientContext": body["clientContext"],
    }
    location = f"http://{request.host}{request.path.rpartition('/')[0]}/operations/{operation}"
    return web.json_response(answer, headers={"Location": location})


async def main() -> None:
    """Serve until killed."""
    app = web.Application()
    app.router.add_post("/v1.0/communications/calls/{call}/recordResponse", record_response)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
