"""What was typed in this session and is not saved yet: for each report, row by row."""

from collections.abc import Mapping

import streamlit as st

from papi_metrics.services.entering import EntryForm, FormRow, Typed, changes

_KEY = "papi-typed"


def rows(filled: EntryForm) -> Mapping[str, Mapping[str, str]]:
    """Return what was typed, by ``RowKey``; what the store has come to say meanwhile is no change, and is forgotten."""
    kept = _reports().get(mark(filled), {})
    found = ((str(row.key), changes(row, kept.get(str(row.key), {}))) for row in filled.rows)
    changed = {key: texts for key, texts in found if texts}
    for key in kept.keys() - changed.keys():
        drop(filled, key)
    return changed


def put(filled: EntryForm, row: FormRow, texts: Mapping[str, str]) -> None:
    """Keep what was typed in a row, in place of what was typed there before."""
    _reports().setdefault(mark(filled), {})[str(row.key)] = dict(texts)


def drop(filled: EntryForm, key: str = "") -> None:
    """Forget what was typed in a row, "" for all of them."""
    if key:
        _reports().get(mark(filled), {}).pop(key, None)
    else:
        _reports().pop(mark(filled), None)


def waits() -> bool:
    """Whether anything was typed in any report."""
    return any(texts for report in _reports().values() for texts in report.values())


def mark(filled: EntryForm) -> str:
    """Return what tells a report apart: plan, period and unit."""
    return f"{filled.plan.id}-{filled.period.code}-{filled.unit}"


def frozen(typed: Typed) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return what was typed in a form that can be compared and kept."""
    return tuple((key, tuple(sorted(texts.items()))) for key, texts in typed.items())


def _reports() -> dict[str, dict[str, Mapping[str, str]]]:
    kept: dict[str, dict[str, Mapping[str, str]]] = st.session_state.setdefault(_KEY, {})
    return kept
