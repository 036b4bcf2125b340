"""The brief for the leadership as a PDF of one page."""

from papi_metrics.documents.pdf import parts
from papi_metrics.documents.pdf.typesetting import Data, about, compiled
from papi_metrics.documents.report.brief import Brief, Variant


def brief_pdf(brief: Brief) -> bytes:
    """Return the file as bytes: the same for the same brief on the same machine."""
    data = {
        "about": about(brief.subject, brief.office.name, brief.stamp),
        "head": parts.head(brief.office, brief.issue, brief.purpose, brief.type_name, brief.subject),
        "notes": [parts.paragraph(note) for note in brief.notes],
        "cards": [{"label": card.label, "figure": card.figure, "beside": card.beside} for card in brief.cards],
        "variants": [_variant(variant) for variant in brief.variants],
    }
    return compiled("brief", data, brief.stamp.made_at)


def _variant(variant: Variant) -> Data:
    told: list[Data] = []
    for section in variant.sections:
        told += [parts.heading(section.heading, 1), *parts.blocks(section.blocks, points=variant.points)]
    return {"points": variant.points, "parts": told}
