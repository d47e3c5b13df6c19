"""The style sheet: what Fusion's palette cannot say (round corners, spacing, variants of buttons).

Widgets choose a variant by a dynamic property, set before they are shown:

* ``QFrame`` ``card=True``: a rounded card; ``well=True``: a sunken field on a card.
* ``QPushButton``/``QToolButton`` ``kind=``: ``primary``, ``call``, ``hangUp``, ``quiet`` (no ground
  until hovered), ``chip`` (checkable, rounded); none: an outlined button. Filled ones show the
  focus as a ring beside the filling, which no colour on it would be seen as.
* ``QLabel`` ``role=``: ``title``, ``muted``, ``small`` (muted and smaller), ``error``, ``badge``;
  ``ink=``: ``ok``, ``warn``, ``error``, ``accent``, ``prompt``, ``muted`` (badges get the ground).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.resources import resource

if TYPE_CHECKING:
    from app.ui.theme import Tokens


def stylesheet(t: Tokens) -> str:
    """Return the style sheet in the colours of ``t``."""
    names = {name: getattr(t, name).name() for name in _colors(t)}
    ground = "light" if t.name == "light" else "dark"
    images = {
        f"{image}_image": resource(f"icons/{image.replace('_', '-')}-{ground}.svg").as_posix()
        for image in ("caret_down", "caret_up", "check")
    }
    text = _SHEET
    for name, value in sorted((names | images).items(), key=lambda pair: -len(pair[0])):
        text = text.replace(f"@{name}", value)
    return text


def _colors(t: Tokens) -> list[str]:
    return [name for name in t.__slots__ if hasattr(getattr(t, name), "name")]


_SHEET = """
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 6px; }

QFrame[card="true"] { background: @card; border: 1px solid @border; border-radius: 10px; }
QFrame[well="true"] { background: @raised; border: 1px solid @border; border-radius: 6px; }

QFrame[frameShape="4"] { border: none; background: @border; max-height: 1px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: 14px; font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="small"] { color: @muted; font-size: 12px; }
QLabel[role="error"] { color: @error; }
QLabel[ink="ok"] { color: @ok; }
QLabel[ink="warn"] { color: @warn; }
QLabel[ink="error"] { color: @error; }
QLabel[ink="accent"] { color: @accent; }
QLabel[ink="prompt"] { color: @prompt; }
QLabel[ink="muted"] { color: @muted; }
QLabel[ink="faint"] { color: @muted; font-weight: 400; }
QLabel[role="badge"] { background: @raised; color: @muted; border: 1px solid @border;
    border-radius: 9px; padding: 1px 8px; font-size: 11px; }
QLabel[role="badge"][ink="ok"] { background: @ok_soft; color: @ok; border-color: @ok_soft; }
QLabel[role="badge"][ink="warn"] { background: @warn_soft; color: @warn; border-color: @warn_soft; }
QLabel[role="badge"][ink="error"] { background: @error_soft; color: @error;
    border-color: @error_soft; }
QLabel[role="badge"][ink="accent"] { background: @accent_soft; color: @accent;
    border-color: @accent_soft; }

QPushButton, QToolButton { background: @card; color: @text; border: 1px solid @border;
    border-radius: 6px; padding: 5px 12px; min-height: 20px; }
QToolButton { padding: 5px; }
QToolButton::menu-indicator { image: none; }
QLineEdit QToolButton { min-height: 0; padding: 0; border: none; background: transparent; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @track; }
QPushButton:checked, QToolButton:checked { background: @accent_soft; border-color: @accent; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 4px 11px; }
QToolButton:focus { padding: 4px; }
QPushButton:disabled, QToolButton:disabled { color: @muted; background: @raised;
    border-color: @border; }

QPushButton[kind="primary"] { background: @accent; color: @accent_text; border-color: @accent;
    font-weight: 600; }
QPushButton[kind="call"] { background: @call; color: @on_action; border-color: @call;
    font-weight: 600; font-size: 15px; border-radius: 8px; min-height: 32px; }
QPushButton[kind="hangUp"] { background: @hang_up; color: @on_action; border-color: @hang_up;
    font-weight: 600; font-size: 15px; border-radius: 8px; min-height: 32px; }
QToolButton[kind="bridge"] { background: @hang_up; color: @on_action; border-color: @hang_up;
    font-weight: 600; padding: 4px 10px; }
QPushButton[kind="primary"]:focus, QPushButton[kind="call"]:focus,
QPushButton[kind="hangUp"]:focus, QToolButton[kind="bridge"]:focus { border: 2px solid @text;
    padding: 2px; background-clip: content; background-origin: content; }
QPushButton[kind="primary"]:focus { min-height: 24px; }
QPushButton[kind="call"]:focus, QPushButton[kind="hangUp"]:focus { min-height: 36px; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="call"]:disabled,
QPushButton[kind="hangUp"]:disabled { background: @track; color: @muted; border-color: @track; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent;
    border-color: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid @accent; }
QPushButton[kind="quiet"]:checked, QToolButton[kind="quiet"]:checked { background: @accent_soft; }
QPushButton[kind="chip"], QToolButton[kind="chip"] { border-radius: 13px; padding: 2px 12px;
    min-height: 20px; color: @muted; }
QPushButton[kind="chip"]:checked, QToolButton[kind="chip"]:checked { background: @accent_soft;
    color: @accent; border-color: @accent; }
QPushButton[kind="chip"]:focus, QToolButton[kind="chip"]:focus { border: 2px solid @accent;
    padding: 1px 11px; }

QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QTextEdit { background: @card;
    color: @text; border: 1px solid @outline; border-radius: 6px; padding: 4px 8px;
    selection-background-color: @accent; selection-color: @accent_text; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox { min-height: 22px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus,
QTextEdit:focus { border: 2px solid @accent; padding: 3px 7px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {
    background: @raised; color: @muted; border-color: @border; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("@caret_down_image"); width: 16px; height: 16px; }
QListWidget::item { padding: 4px 6px; border-radius: 4px; }
QListWidget::item:selected { background: @accent_soft; color: @text; }
QComboBox QAbstractItemView { background: @card; color: @text; border: 1px solid @border;
    outline: 0; padding: 4px; selection-background-color: @accent_soft; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: @accent_soft; color: @text; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-position: top right; border: none;
    width: 20px; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-position: bottom right;
    border: none; width: 20px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("@caret_up_image"); width: 12px;
    height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("@caret_down_image"); width: 12px;
    height: 12px; }

QCheckBox { spacing: 8px; background: transparent; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid @outline; border-radius: 4px;
    background: @card; }
QCheckBox::indicator:hover { background: @hover; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
    image: url("@check_image"); }
QCheckBox:focus { outline: none; color: @accent; }
QCheckBox::indicator:focus { border: 2px solid @accent; }

QSlider { background: transparent; min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @outline; }
QSlider::sub-page:horizontal { border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 12px; margin: -6px 0; border: 2px solid @accent;
    border-radius: 8px; background: @card; }
QSlider::handle:horizontal:focus, QSlider::handle:horizontal:hover { background: @accent; }
QSlider::sub-page:horizontal:disabled { background: @outline; }
QSlider::handle:horizontal:disabled { border-color: @outline; background: @raised; }

QMenu { background: @card; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent_soft; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QAbstractScrollArea { background: transparent; border: none; }
QPlainTextEdit[kind="field"] { background: @card; border: 1px solid @outline; }
QPlainTextEdit[kind="field"]:focus { border: 2px solid @accent; }
QPlainTextEdit[kind="field"]:disabled { background: @raised; border-color: @border; }
QTreeView, QTableView, QListView { background: @card; alternate-background-color: @raised;
    border: none; outline: 0; gridline-color: @border;
    selection-background-color: @accent_soft; selection-color: @text; }
QHeaderView { background: transparent; }
QHeaderView::section { background: @card; color: @muted; border: none;
    border-bottom: 1px solid @border; padding: 5px 8px; font-size: 12px; }

QTabWidget::pane { border: none; border-top: 1px solid @border; top: -1px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; border: none;
    border-bottom: 2px solid transparent; padding: 7px 12px; margin-right: 2px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; border-bottom: 2px solid @accent; background: @accent_soft; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @border; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @outline; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QStatusBar { color: @muted; font-size: 12px; }
QStatusBar::item { border: none; }

QProgressBar { background: @track; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
"""
