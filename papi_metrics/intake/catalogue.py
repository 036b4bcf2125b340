"""Every finding a file can give, with its severity. Its words are in ``wording.finding_words``."""

from collections.abc import Mapping
from types import MappingProxyType

from papi_metrics.model.finding import Severity

_ERROR = (
    "no_table",
    "status_unreadable",
    "number_unreadable",
    "date_unreadable",
    "date_impossible",
    "finality_unreadable",
    "judgement_unreadable",
    "percent_out_of_range",
    "row_unmatched",
    "other_plan",
    "no_results",
    "narrative_without_period",
    "tables_side_by_side",
    "group_as_value",
    "period_closed",
    "template_newer",
    "template_other_plan",
    "template_other_period",
    "template_other_unit",
    "row_of_other_unit",
    "row_repeated",
    "narrative_of_unit",
    "scores_none",
    "scores_year_unknown",
    "score_unreadable",
    "score_out_of_range",
    "score_column_repeated",
    "province_unknown",
    "province_repeated",
)
_WARNING = (
    "unit_unknown",
    "group_open",
    "deadline_unknown",
    "deadline_impossible",
    "dimension_unknown",
    "column_unknown",
    "content_missing",
    "duplicate_row",
    "formula_without_value",
    "error_cell",
    "legacy_text",
    "date_swapped",
    "numerator_above_denominator",
    "value_contradicts",
    "percent_doubt",
    "result_merged",
    "done_without_date",
    "done_without_evidence",
    "rows_gone",
    "other_department",
    "year_mismatch",
    "results_without_period",
    "kind_unclear",
    "cell_too_long",
    "number_negative",
    "denominator_zero",
    "share_incomplete",
    "share_above_all",
    "would_erase",
    "period_mismatch",
    "date_after_period",
    "date_before_plan",
    "date_in_future",
    "figure_lower",
    "done_before",
    "final_replaced",
    "units_spoke",
    "whole_spoke",
    "speaker_unsure",
    "name_of_other_unit",
    "scores_year_differs",
    "scores_replaced",
    "score_nameless",
    "score_parts_differ",
    "score_total_differs",
    "provinces_missing",
)
# Oddities of the printed text and what was done with them: the real plans hold all of these.
_INFO = (
    "year_unknown",
    "column_missing",
    "dimensions_missing",
    "number_missing",
    "number_repeated",
    "lead_missing",
    "deadline_missing",
    "row_joined",
    "row_doubtful",
    "hidden_rows",
    "hidden_sheet",
    "month_shown",
    "date_doubt",
    "number_doubt",
    "target_relative",
    "target_several",
    "text_suspect",
    "text_cut",
    "date_suspicious",
    "column_doubled",
    "column_unread",
    "product_unused",
    "own_summary",
    "keys_lost",
    "no_keys",
    "text_copied",
    "text_repeated",
    "text_bare",
    "score_missing",
    "score_column_unread",
    "scores_derived",
)

SEVERITIES: Mapping[str, Severity] = MappingProxyType(
    dict.fromkeys(_ERROR, Severity.ERROR)
    | dict.fromkeys(_WARNING, Severity.WARNING)
    | dict.fromkeys(_INFO, Severity.INFO)
)


OF_THE_FILE = frozenset(
    {
        *(
            "no_table",
            "tables_side_by_side",
            "narrative_without_period",
            "narrative_of_unit",
            "other_plan",
            "no_results",
        ),
        *("period_closed", "template_newer", "template_other_plan", "template_other_period", "template_other_unit"),
    }
)
"""Errors of a file as a whole, wherever they point: leaving rows out does not mend them."""


def severity(code: str) -> Severity:
    """Return the severity of a finding's code. Raises KeyError for a code that does not exist."""
    return SEVERITIES[code]
