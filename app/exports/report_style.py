"""The style of a report: the window's colours, light and dark, and for paper."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root { --surface: #f3f4f7; --card: #fff; --raised: #f7f8fa; --border: #dfe2e9; --text: #191c24;
  --muted: #5b6272; --accent: #4a50c8; --ok: #14713f; --warn: #8a5200; --error: #b4232f;
  --speech: #0f7a70; --prompt: #8a3fb0; --tone: #b0500c; color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  :root { --surface: #14161b; --card: #1c1f26; --raised: #242832; --border: #313642;
    --text: #eceef3; --muted: #a2a9b8; --accent: #9a9ff5; --ok: #5fcb90; --warn: #e8b255;
    --error: #ff8288; --speech: #43c0b2; --prompt: #cb92ea; --tone: #f0a35e; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1100px; padding: 16px; background: var(--surface);
  color: var(--text); font: 14px/1.5 Inter, system-ui, sans-serif; }
h1 { font-size: 22px; margin: 8px 0 16px; } h2 { font-size: 16px; margin: 0 0 8px; }
h3 { font-size: 13px; margin: 12px 0 4px; color: var(--muted); }
section { background: var(--card); border: 1px solid var(--border); border-radius: 10px;
  padding: 16px; margin-bottom: 16px; }
ul { margin: 0; padding-left: 20px; color: var(--muted); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0; }
dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
pre { background: var(--raised); border-radius: 6px; padding: 8px; margin: 4px 0; font-size: 12px;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.headers, .small { color: var(--muted); font-size: 12px; }
.time { font-variant-numeric: tabular-nums; font-family: monospace; white-space: pre;
  color: var(--muted); }
.event, details { margin: 0; padding: 3px 0; border-bottom: 1px solid var(--border);
  overflow-wrap: anywhere; }
summary { cursor: pointer; }
.warning, .failed .badge { color: var(--error); }
.badge { font-weight: 600; color: var(--ok); }
.picture { overflow-x: auto; } svg { width: 100%; min-width: 700px; font-size: 12px; }
svg text { fill: var(--muted); } .axis { stroke: var(--border); }
rect.bot { fill: var(--prompt); } rect.recording { fill: var(--error); }
rect.speech { fill: var(--speech); } rect.key { fill: var(--tone); }
rect.in { fill: var(--accent); } rect.out { fill: var(--ok); } rect.failed { fill: var(--error); }
audio { width: 100%; }
@media print { body { background: none; max-width: none; } section { break-inside: auto; } }
"""
