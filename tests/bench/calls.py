"""Latencies of a running call: from the engine's decision to the webhook on the wire, and from a
key press to the engine.

The bot is a plain socket server on a thread of its own, so that the time stamp is taken when the
first byte of the notification arrives and not when some framework gets round to it.
"""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from typing import Final

from app.graph.profiles import V1
from app.graph.requests import AnswerRequest, parse_record_response
from app.main import Program
from app.runtime.callers import CallerSpec
from app.runtime.calls import Update
from app.runtime.thread import CoreThread
from app.settings import Settings
from tests.bench.figures import Row, milliseconds, wait_until

RUNS: Final = 200


class Bot:
    """Answers every notification with 202 and notes when each began to arrive."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.arrived: dict[str, float] = {}
        """Moment of the first byte by operation id."""
        self.states: list[str] = []
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/calls"

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        buffer = b""
        while True:
            received = connection.recv(65_536)
            now = time.perf_counter()
            if not received:
                return
            if not buffer:
                began = now
            buffer += received
            head, found, rest = buffer.partition(b"\r\n\r\n")
            if not found:
                continue
            length = next(
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            )
            if len(rest) < length:
                continue
            data = json.loads(rest[:length])["value"][0]["resourceData"]
            self.arrived[data["id"]] = began
            self.states.append(data.get("state", ""))
            buffer = b""
            connection.sendall(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")


def measure() -> list[Row]:
    """Make one call and end many recordings in it by pressing a key."""
    bot, core = Bot(), CoreThread()
    core.start()
    decided: dict[str, float] = {}
    heard: list[float] = []

    def listen(update: Update) -> None:
        record = update.record
        if record is not None and record.kind == "ended" and record.operation_id:
            decided[record.operation_id] = time.perf_counter()
        if record is not None and record.kind == "toneReceived":
            heard.append(time.perf_counter())

    async def start() -> tuple[Program, str]:
        program = Program(Settings(), control=False)
        await program.start("127.0.0.1", 0)
        program.simulator.listen(listen)
        call = await program.simulator.dial(bot_url=bot.url, caller=CallerSpec("silence"))
        answer = AnswerRequest(bot.url, service_hosted=True)
        program.simulator.bot.answer(call.id, answer, program.simulator.base_url)
        return program, call.id

    program, call_id = core.submit(start()).result(20)
    simulator = program.simulator
    wait_until(lambda: simulator.snapshot(call_id).engine.media_active)
    request = parse_record_response({"stopTones": ["#"], "playBeep": False}, V1)

    async def record() -> str:
        operation_id: str = simulator.bot.record_response(call_id, request)["id"]
        return operation_id

    async def press() -> None:
        simulator.press(call_id, "#")

    pressed: list[float] = []
    for _ in range(RUNS):
        operation = core.submit(record()).result(5)
        pressed.append(time.perf_counter())
        core.submit(press())
        wait_until(lambda operation=operation: operation in bot.arrived)
    core.submit(asyncio.wait_for(program.close(), 10)).result(15)
    core.stop()
    to_wire = [bot.arrived[operation] - at for operation, at in decided.items()]
    to_engine = [at - before for before, at in zip(pressed, heard, strict=True)]
    return [
        ("decision to webhook on the wire, p50 / p95", milliseconds(to_wire), "p95 <= 10 ms"),
        ("key press to engine, p50 / p95", milliseconds(to_engine), ""),
    ]
