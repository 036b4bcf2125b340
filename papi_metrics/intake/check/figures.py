"""Figures of a commitment that cannot be, or that contradict one another."""

from decimal import Decimal

from papi_metrics.intake.check.cells import is_valueless, places
from papi_metrics.intake.check.collector import Collector
from papi_metrics.intake.recognise import Field, Record
from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.target import TargetKind
from papi_metrics.model.update import CommitmentUpdate

# A printed share is rounded: 17/23 stands as 73,9 or 74.
_ROUNDING = Decimal("0.5")


def check_figures(
    update: CommitmentUpdate,
    commitment: Commitment,
    record: Record,
    value_field: Field | None,
    findings: Collector,
) -> None:
    """Say what is wrong with the figures of one row. ``value_field`` is the column the value stands in."""
    value_places = places(record, *([value_field] if value_field else []))
    numbers = (
        (update.numerator, places(record, Field.NUMERATOR) or value_places),
        (update.denominator, places(record, Field.DENOMINATOR) or value_places),
        (update.value, value_places),
    )
    for number, cells in numbers:
        if number is not None and number < 0:
            findings.add("number_negative", cells, f"{number:f}".replace(".", ","))
    percent = commitment.target.kind is TargetKind.PERCENT
    if percent and update.value is not None and update.value > 100 and commitment.target.change is None:
        findings.add("share_above_all", value_places, record.text(value_field or Field.VALUE))
    here = places(record, Field.NUMERATOR, Field.DENOMINATOR) or value_places
    share = _share(update, percent, record, here, findings)
    if share is not None and update.value is not None and percent and abs(share - update.value) > _ROUNDING:
        other = f"{share:.1f} %".replace(".", ",")
        findings.add("value_contradicts", value_places, record.text(value_field or Field.VALUE), other=other)


def _share(
    update: CommitmentUpdate,
    percent: bool,
    record: Record,
    here: tuple[CellRef, ...],
    findings: Collector,
) -> Decimal | None:
    """Return the share in percent points, None where numerator and denominator give none; why not is said."""
    numerator, denominator = update.numerator, update.denominator
    if denominator is None or numerator is None:
        alone = numerator if denominator is None else denominator
        both_printed = Field.NUMERATOR in record.texts and Field.DENOMINATOR in record.texts
        lost = is_valueless(record, Field.NUMERATOR) or is_valueless(record, Field.DENOMINATOR)
        if alone is not None and not both_printed and not lost and (percent or numerator is None):
            findings.add("share_incomplete", here, f"{alone:f}".replace(".", ","))
        return None
    if denominator == 0:
        findings.add("denominator_zero", here, f"{numerator:f}/0")
        return None
    if numerator > denominator:
        findings.add("numerator_above_denominator", here, f"{numerator:f}/{denominator:f}")
    return numerator * 100 / denominator
