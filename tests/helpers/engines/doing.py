"""Doing an exercise of each kind in any engine: by click, by keyboard, by dragging."""

from __future__ import annotations

from .engine import Engine

BY_KIND = {
    "card-sort": ("notebooks/00_key_learnings.html", "ch00-roles"),
    "continuum-slider": ("notebooks/01_setting_the_scene.html", "ch01-continuum"),
    "reflection": ("notebooks/01_setting_the_scene.html", "ch01-take-back"),
    "complexity-line": ("notebooks/02_before_starting.html", "ch02-complexity"),
    "sense-making-sorter": ("notebooks/03_getting_together.html", "ch03-sorter"),
    "check": ("notebooks/04_working_together.html", "ch04-tasks"),
    "factors-check": ("notebooks/04_working_together.html", "ch04-factors"),
    "life-cycle-self-check": ("notebooks/07_sustaining.html", "ch07-life-cycle"),
    "code-a-story": ("notebooks/10_seven_stories.html", "ch10-code"),
    "priority-matrix": ("notebooks/12_co_production.html", "ch12-priorities"),
}
"""One exercise of each kind: its page and its id."""
SORTS = ("card-sort", "sense-making-sorter")
WROTE = "What we saw in Ōtara"


def by_click(engine: Engine, kind: str, sheet: str) -> None:
    """Do an exercise with nothing but a mouse, and a keyboard to write with."""
    if kind in SORTS:
        for place in range(6):
            engine.click(f"{sheet} button.ju-put", place % 3)
        engine.click(f"{sheet} button.ju-main")
    elif kind == "code-a-story":
        engine.click(f"{sheet} [data-passage] summary")
        engine.click(f"{sheet} [data-passage] label")
        engine.click(f"{sheet} button.ju-main")
    else:
        if engine.count(f"{sheet} textarea"):
            engine.click(f"{sheet} textarea")
            engine.type(WROTE)
        for field in range(engine.count(f"{sheet} fieldset")):
            marked = f"engine-{field}"
            engine.js(
                "document.querySelectorAll(arguments[0])[arguments[1]].dataset.trial = arguments[2]",
                *(f"{sheet} fieldset", field, marked),
            )
            engine.click(f'[data-trial="{marked}"] label', field % 3)
        if engine.is_shown(f"{sheet} button.ju-main"):
            engine.click(f"{sheet} button.ju-main")


def by_keyboard(engine: Engine, kind: str, sheet: str) -> None:
    """Do a part of an exercise with the keyboard alone, from its beginning."""
    engine.js("const one = document.querySelector(arguments[0]); one.tabIndex = -1; one.focus()", sheet)
    if kind in SORTS:
        engine.tab_to(f'{sheet} button.ju-put:not([aria-disabled="true"])')
        engine.press("Enter")
    elif kind == "code-a-story":
        engine.tab_to(f"{sheet} .ju-marking > summary")
        engine.press("Enter")
        engine.tab_to(f'{sheet} input[type="checkbox"]')
        engine.press("Space")
    else:
        if engine.count(f"{sheet} textarea"):
            engine.tab_to(f"{sheet} textarea")
            engine.type(WROTE)
        if engine.count(f'{sheet} input[type="radio"]'):
            engine.tab_to(f'{sheet} input[type="radio"]')
            engine.press("Space")
            engine.press("ArrowRight")


def state(engine: Engine, sheet: str) -> list[object]:
    """Return all that was answered, as the page shows it: what is checked, written and put where."""
    return engine.js(
        """const sheet = document.querySelector(arguments[0]);
        const result = sheet.querySelector(".ju-result");
        return [
          [...sheet.querySelectorAll("input")].map((one) => one.checked),
          [...sheet.querySelectorAll("textarea")].map((one) => one.value),
          [...sheet.querySelectorAll("[data-zone]")].map((one) => one.querySelectorAll(".ju-chip").length),
          result && !result.hidden ? result.textContent : "",
        ];""",
        sheet,
    )
