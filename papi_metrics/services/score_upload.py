"""A year's table of official scores: read, held against what stands, shown, saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.scores import SUM_OF_ROUNDED, check_sums, read_scores
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.ledger import Protocol, SourceFile
from papi_metrics.model.score import TOTAL, Listing, Score, ScoreDifference, ScoreKey, ScoreReading, is_sub
from papi_metrics.services.importing import NotAcceptedError
from papi_metrics.services.reference import dimension_headings, provinces, sub_dimensions
from papi_metrics.services.scores import reference
from papi_metrics.store import Store


@dataclass(frozen=True, slots=True)
class ScorePreview:
    """A table as it was read, and what it would change. ``version`` is the store's when it was shown."""

    source: SourceFile
    reading: ScoreReading
    findings: tuple[Finding, ...]
    difference: ScoreDifference
    version: int

    @property
    def blocked(self) -> bool:
        """Whether an error forbids saving."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def needs_reason(self) -> bool:
        """Whether a warning has to be accepted with a reason first."""
        return any(finding.severity is Severity.WARNING for finding in self.findings)

    @property
    def unchanged(self) -> bool:
        """Whether it says nothing but what stands."""
        return bool(self.reading.scores) and self.difference.empty


def preview(store: Store, data: bytes, name: str, year: int | None = None) -> ScorePreview:
    """Read a table and hold it against the scores that stand; ``year`` None takes the one that the file tells.

    Raises UnreadableFileError when no reader can open the file.
    """
    reading = read_scores(
        data,
        name,
        provinces={listing: provinces(listing) for listing in Listing},
        dimensions=dimension_headings(),
        parts=sub_dimensions(),
        year=year,
    )
    source = SourceFile(name=name, format=reading.format, content=data)
    year_told = reading.year
    if year_told is None or not reading.scores:
        return ScorePreview(source, reading, reading.findings, ScoreDifference(), store.version)
    standing = _standing(store, year_told)
    reading = replace(reading, scores=tuple(_published(score, standing) for score in reading.scores))
    difference = _difference(reading.scores, standing)
    findings = (*reading.findings, *_beside(reading, year_told, standing, difference))
    return ScorePreview(source, reading, findings, difference, store.version)


def _beside(
    reading: ScoreReading, year: int, standing: Mapping[ScoreKey, Decimal], difference: ScoreDifference
) -> tuple[Finding, ...]:
    """What is found only beside the scores that stand: dimensions that do not fit their parts, what would go."""
    findings = Collector()
    if not any(is_sub(score.part) for score in reading.scores):
        parts = [Score(*key, value) for key, value in standing.items() if is_sub(key.part)]
        dimensions = [score for score in reading.scores if score.part != TOTAL]
        check_sums([*dimensions, *parts], year, sub_dimensions(), findings)
    if difference.changed or difference.gone:
        findings.add(
            "scores_replaced",
            year=str(year),
            changed=str(len(difference.changed)),
            gone=str(len(difference.gone)),
            added=str(len(difference.new)),
            same=str(len(difference.same)),
        )
    return findings.findings()


def accept(store: Store, shown: ScorePreview, *, made_at: datetime, made_by: str = "", reason: str = "") -> int | None:
    """Save a table that was shown and return the number of its entry; None where nothing would change.

    Raises NotAcceptedError when findings forbid it, StaleVersionError when the store moved on.
    """
    if shown.blocked or shown.reading.year is None or not shown.reading.scores:
        raise NotAcceptedError
    if shown.unchanged:
        return None
    if shown.needs_reason and not reason.strip():
        raise NotAcceptedError
    return store.scores.add(
        shown.reading.year,
        shown.reading.listing,
        shown.source,
        shown.reading.scores,
        protocol=Protocol(findings=shown.findings, reason=reason.strip()),
        made_at=made_at,
        made_by=made_by,
        expected_version=shown.version,
    )


def _standing(store: Store, year: int) -> dict[ScoreKey, Decimal]:
    """The scores of a year that stand: uploaded ones before those of the reference list."""
    uploaded = store.scores.of(year)
    levels = {is_sub(key.part) for key in uploaded}
    base = reference().scores
    rows = base[base["year"] == year]
    listed = {
        ScoreKey(province, part): Decimal(repr(score))
        for province, part, score in zip(rows["province"], rows["part"], rows["score"].tolist(), strict=True)
        if is_sub(part) not in levels
    }
    return {**listed, **uploaded}


def _published(score: Score, standing: Mapping[ScoreKey, Decimal]) -> Score:
    """A sum that was worked out gives way to the published figure from which only its rounding parts it."""
    known = standing.get(score.key)
    if score.cell is None and known is not None and abs(known - score.value) <= SUM_OF_ROUNDED:
        return score._replace(value=known)
    return score


def _difference(scores: tuple[Score, ...], standing: Mapping[ScoreKey, Decimal]) -> ScoreDifference:
    levels = {is_sub(score.part) for score in scores}
    said = {score.key for score in scores}
    before = {key: value for key, value in standing.items() if is_sub(key.part) in levels}
    known = [(before[score.key], score) for score in scores if score.key in before]
    return ScoreDifference(
        new=tuple(score for score in scores if score.key not in before),
        changed=tuple((old, score) for old, score in known if old != score.value),
        same=tuple(score for old, score in known if old == score.value),
        gone={key: value for key, value in before.items() if key not in said},
    )
