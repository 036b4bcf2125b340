"""What the office sets itself: units and their names, groups, plans with their calendars, bases of commitments.

Every save is one entry of the ledger; a save that changes nothing makes none.
"""

from papi_metrics.intake.phrases.unit_kind import kind_of_name
from papi_metrics.services.settings.commitments import (
    INDICES,
    base_of,
    commitment_settings_of,
    save_commitments,
)
from papi_metrics.services.settings.offices import (
    office_of,
    save_office,
)
from papi_metrics.services.settings.plans import (
    LONGEST_HORIZON,
    PlanPart,
    calendar_of,
    founding_problems,
    save_organisation,
    save_plan,
)
from papi_metrics.services.settings.problems import (
    ChangedMeanwhileError,
    Problem,
    SettingRefusedError,
)
from papi_metrics.services.settings.targets import (
    PARTS,
    papi_targets_of,
    proposed_targets,
    save_papi_targets,
)
from papi_metrics.services.settings.units import (
    NewNames,
    add_names,
    drop_unit,
    free_code,
    name_members,
    names_of,
    open_groups,
    remember_name,
    rows_naming,
    save_unit,
    several_new,
    unit_problems,
    with_members,
    with_name,
    with_new_units,
)

__all__ = [
    "INDICES",
    "LONGEST_HORIZON",
    "PARTS",
    "ChangedMeanwhileError",
    "NewNames",
    "PlanPart",
    "Problem",
    "SettingRefusedError",
    "add_names",
    "base_of",
    "calendar_of",
    "commitment_settings_of",
    "drop_unit",
    "founding_problems",
    "free_code",
    "kind_of_name",
    "name_members",
    "names_of",
    "office_of",
    "open_groups",
    "papi_targets_of",
    "proposed_targets",
    "remember_name",
    "rows_naming",
    "save_commitments",
    "save_office",
    "save_organisation",
    "save_papi_targets",
    "save_plan",
    "save_unit",
    "several_new",
    "unit_problems",
    "with_members",
    "with_name",
    "with_new_units",
]
