"""What the plan does not print of its commitments: the index they serve, and the value that a change starts from."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from papi_metrics.intake.phrases.number import parse_number
from papi_metrics.intake.phrases.problem import PhraseProblem
from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.services.settings.problems import ChangedMeanwhileError, Problem, SettingRefusedError
from papi_metrics.store import Store

INDICES = ("PAR INDEX", "SIPAS", "PAPI")
_UNSET = CommitmentSetting()


def base_of(text: str) -> Decimal | None:
    """Read a base value; None for an empty text. Raises SettingRefusedError."""
    if not text.strip():
        return None
    try:
        return parse_number(text).value
    except PhraseProblem as fault:
        raise SettingRefusedError([Problem("base_bad", {"value": text.strip()})]) from fault


def commitment_settings_of(texts: Mapping[str, tuple[str, str]]) -> dict[str, CommitmentSetting]:
    """Read index and base of each commitment by key; "" is not set. Raises SettingRefusedError with every bad base."""
    found: dict[str, CommitmentSetting] = {}
    problems: list[Problem] = []
    for key, (index, base) in texts.items():
        try:
            found[key] = CommitmentSetting(index or None, base_of(base))
        except SettingRefusedError as fault:
            problems.extend(fault.problems)
    if problems:
        raise SettingRefusedError(problems)
    return found


def save_commitments(
    store: Store,
    plan: str,
    wanted: Mapping[str, CommitmentSetting],
    *,
    made_at: datetime,
    made_by: str = "",
    seen: Mapping[str, CommitmentSetting] | None = None,
) -> int | None:
    """Put index and base of the commitments that differ; None when none does, else the number of the entry.

    ``seen`` is what the form was drawn from: what was left as it was drawn is not said again, so that two people may
    fill in different rows. Raises ChangedMeanwhileError where both changed the same one.
    """
    with store.transaction():
        stored = store.commitment_settings(plan)
        drawn = stored if seen is None else seen
        mine = {key: setting for key, setting in wanted.items() if drawn.get(key, _UNSET) != setting}
        differing = {key: setting for key, setting in mine.items() if stored.get(key, _UNSET) != setting}
        moved = [key for key in differing if stored.get(key, _UNSET) != drawn.get(key, _UNSET)]
        if moved:
            raise ChangedMeanwhileError({key: stored.get(key, _UNSET) for key in moved})
        if not differing:
            return None
        return store.save_commitment_settings(plan, differing, made_at=made_at, made_by=made_by)
