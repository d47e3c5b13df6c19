"""An export in the background."""

from __future__ import annotations

import json
import os
from pathlib import Path

from app.ui.history.export_job import ExportJob, Wish
from tests.helpers.saved import planted_call
from tests.helpers.window import World, on_qt_loop


@on_qt_loop
async def test_it_writes_and_says_so(world: World, tmp_path: Path) -> None:
    job, said = ExportJob(), list[str]()
    job.written.connect(said.append)
    job.start(Wish([planted_call()], "har", tmp_path / "x.har"))
    job.start(Wish([planted_call()], "har", tmp_path / "other.har"))  # one at a time
    assert job.running
    await world.until(lambda: said)
    assert said == [str(tmp_path / "x.har")] and not job.running
    assert json.loads((tmp_path / "x.har").read_text("utf-8"))
    assert os.listdir(tmp_path) == ["x.har"]


@on_qt_loop
async def test_it_can_be_cancelled(world: World, tmp_path: Path) -> None:
    job, said = ExportJob(), list[str]()
    job.failed.connect(said.append)
    job.start(Wish([planted_call()] * 200, "jsonl", tmp_path / "x"))
    job.cancel()
    await world.until(lambda: said)
    assert said == [""] and os.listdir(tmp_path) == []


@on_qt_loop
async def test_it_says_why_it_failed(world: World, tmp_path: Path) -> None:
    job, said = ExportJob(), list[str]()
    job.failed.connect(said.append)
    job.start(Wish([planted_call()], "html", tmp_path / "no" / "x"))
    await world.until(lambda: said)
    assert "could not be written" in said[0]
    await job.stop()


@on_qt_loop
async def test_progress_is_told(world: World, tmp_path: Path) -> None:
    job, shares = ExportJob(), list[float]()
    done: list[str] = []
    job.progressed.connect(shares.append)
    job.written.connect(done.append)
    job.start(Wish([planted_call()] * 1500, "jsonl", tmp_path / "x"))
    await world.until(lambda: done)
    assert shares and shares == sorted(shares) and 0 <= shares[0] <= 1
