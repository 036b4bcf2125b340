"""Every text can be read on what it stands on, in the light and in the dark theme."""

import itertools

import pytest

from papi_metrics.charts.palette import DARK, LEAST_TEXT_CONTRAST, LIGHT, SHADES, Frame, Tone, contrast, text_on
from papi_metrics.model.deadline import DeadlineKind
from papi_metrics.model.finding import Severity
from papi_metrics.model.state import CommitmentState, SubmissionState, TaskState
from papi_metrics.model.target import PapiGroup, TargetKind
from papi_metrics.model.unit import UnitKind
from papi_metrics.model.update import Finality, Judgement, Status
from papi_metrics.wording import labels

FRAMES = {"light": LIGHT, "dark": DARK}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#777777", "#FFFFFF", 4.48)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_texts_of_the_frame_are_readable(frame: Frame) -> None:
    for ink, ground in itertools.product((frame.text, frame.muted, frame.link), (frame.ground, frame.card)):
        assert contrast(ink, ground) >= LEAST_TEXT_CONTRAST, (ink, ground)
    for ink in (frame.side_text, frame.side_muted):
        assert contrast(ink, frame.side) >= LEAST_TEXT_CONTRAST, ink
    assert contrast(frame.card, frame.link) >= LEAST_TEXT_CONTRAST


@pytest.mark.parametrize("tone", Tone)
def test_words_and_figures_of_a_state_are_readable_in_both_themes(tone: Tone) -> None:
    shade = SHADES[tone]
    for ground in (LIGHT.ground, LIGHT.card):
        assert contrast(shade.ink, ground) >= LEAST_TEXT_CONTRAST
    for ground in (DARK.ground, DARK.card):
        assert contrast(shade.dark_ink, ground) >= LEAST_TEXT_CONTRAST
    for fill in filter(None, (shade.fill, shade.dark_fill)):
        assert contrast(text_on(fill), fill) >= LEAST_TEXT_CONTRAST


def test_tones_that_mean_different_things_are_hatched_differently_for_print() -> None:
    patterns = [shade.pattern for shade in SHADES.values()]
    assert len(set(patterns)) == len(patterns)


@pytest.mark.parametrize(
    "group",
    [labels.TASK_STATES, labels.COMMITMENT_STATES, labels.SUBMISSION_STATES, labels.SEVERITIES],
    ids=["tasks", "commitments", "submissions", "findings"],
)
def test_a_state_is_a_word_and_a_mark_of_its_own_beside_its_colour(group: dict[str, labels.Label]) -> None:
    assert len({label.word for label in group.values()}) == len(group)
    assert len({label.glyph for label in group.values()}) == len(group)
    for label in group.values():
        assert Tone(label.tone) in SHADES


def test_every_code_has_its_word() -> None:
    for codes, spoken in (
        (TaskState, labels.TASK_STATES),
        (CommitmentState, labels.COMMITMENT_STATES),
        (SubmissionState, labels.SUBMISSION_STATES),
        (Status, labels.STATUSES),
        (DeadlineKind, labels.DEADLINE_KINDS),
        (Finality, labels.FINALITIES),
        (Judgement, labels.JUDGEMENTS),
        (TargetKind, labels.TARGET_KINDS),
        (PapiGroup, labels.PAPI_GROUPS),
        (UnitKind, labels.UNIT_KINDS),
        (Severity, labels.SEVERITIES),
    ):
        assert set(codes) == set(spoken)
