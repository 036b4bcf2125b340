"""What a save of settings changes: one thing as it was and as it became."""

from dataclasses import dataclass

from papi_metrics.model.ledger import CommitmentSetting
from papi_metrics.model.office import Office
from papi_metrics.model.plan import Organisation, Plan
from papi_metrics.model.target import PapiTarget
from papi_metrics.model.unit import Unit

Setting = Organisation | Office | Plan | Unit | CommitmentSetting | PapiTarget


@dataclass(frozen=True, slots=True)
class Change:
    """One thing before and after, None where it was not there. ``name`` is what a person knows it by."""

    name: str
    before: Setting | None
    after: Setting | None
