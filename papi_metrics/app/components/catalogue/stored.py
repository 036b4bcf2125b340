"""What Danh mục reads, kept under the store's version: most reruns of the page change nothing there."""

from functools import lru_cache

from papi_metrics.app import cache
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.difference import Keyed
from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.model.office import Office
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.target import PapiTarget
from papi_metrics.model.unit import Unit
from papi_metrics.services import plans, settings, undoing, uploads


def plan_and_organisation(plan: str) -> tuple[Plan, Organisation]:
    """Return a plan and the department it belongs to. Raises PlanUnknownError."""
    return _plan_and_organisation(str(cache.store_path()), cache.store().version, plan)


@lru_cache(maxsize=16)
def _plan_and_organisation(path: str, version: int, plan: str) -> tuple[Plan, Organisation]:
    found = plans.plan_of(cache.store(), plan)
    return found, next(org for org in cache.store().organisations() if org.id == found.org)


def departments() -> tuple[tuple[Organisation, ...], int]:
    """Return all departments, and how many plans they have in all."""
    return _departments(str(cache.store_path()), cache.store().version)


@lru_cache(maxsize=16)
def _departments(path: str, version: int) -> tuple[tuple[Organisation, ...], int]:
    return cache.store().organisations(), len(cache.store().plans())


def units(org: str) -> tuple[Unit, ...]:
    """Return the units and groups of a department."""
    return _units(str(cache.store_path()), cache.store().version, org)


@lru_cache(maxsize=16)
def _units(path: str, version: int, org: str) -> tuple[Unit, ...]:
    return cache.store().units(org)


def office(org: str) -> tuple[Office, bool]:
    """Return how a department issues its letters, and whether somebody has set it."""
    return _office(str(cache.store_path()), cache.store().version, org)


@lru_cache(maxsize=16)
def _office(path: str, version: int, org: str) -> tuple[Office, bool]:
    return settings.office_of(cache.store(), org), cache.store().office(org) is not None


def commitments(plan: str) -> tuple[tuple[Keyed[Commitment], ...], dict[str, CommitmentSetting]]:
    """Return the commitments of a plan, and what the office has set for them by key."""
    return _commitments(str(cache.store_path()), cache.store().version, plan)


@lru_cache(maxsize=16)
def _commitments(
    path: str, version: int, plan: str
) -> tuple[tuple[Keyed[Commitment], ...], dict[str, CommitmentSetting]]:
    return cache.store().commitments(plan), cache.store().commitment_settings(plan)


def papi_targets(plan: str) -> tuple[dict[str, PapiTarget], tuple[dict[str, PapiTarget], str] | None]:
    """Return the targets of a plan by dimension, and those that its text proposes with the paragraph that says so."""
    return _papi_targets(str(cache.store_path()), cache.store().version, plan)


@lru_cache(maxsize=16)
def _papi_targets(
    path: str, version: int, plan: str
) -> tuple[dict[str, PapiTarget], tuple[dict[str, PapiTarget], str] | None]:
    return cache.store().papi_targets(plan), settings.proposed_targets(cache.store(), plan)


def has_originals(plan: str) -> bool:
    """Whether the store keeps a file that the plan was read from."""
    return _has_originals(str(cache.store_path()), cache.store().version, plan)


@lru_cache(maxsize=16)
def _has_originals(path: str, version: int, plan: str) -> bool:
    return bool(uploads.originals(cache.store(), plan))


def is_empty(plan: str) -> bool:
    """Whether no import of the plan stands."""
    return _is_empty(str(cache.store_path()), cache.store().version, plan)


@lru_cache(maxsize=16)
def _is_empty(path: str, version: int, plan: str) -> bool:
    return undoing.is_empty(cache.store(), plan)
