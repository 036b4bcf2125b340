"""Targets of official scores: read, saved where they differ, proposed by the plan's text, told in history and log."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from papi_metrics.model.log import EventKind
from papi_metrics.model.target import PapiGroup, PapiTarget, PapiTargetKind
from papi_metrics.services import changes, settings
from papi_metrics.services.log import events
from papi_metrics.services.settings import ChangedMeanwhileError, SettingRefusedError
from papi_metrics.services.undoing import built_on, undo
from papi_metrics.store import Store
from papi_metrics.wording import page_catalogue, page_history
from tests.services.books import NOW
from tests.services.sample_store import stocked

DN, QT = "dn-2024", "qt-2024"
SCORE = PapiTarget(PapiTargetKind.SCORE, "từ 5,5 điểm", Decimal("5.5"))
RANK = PapiTarget(PapiTargetKind.RANK, "hạng 20", Decimal(20))


@pytest.fixture
def store() -> Iterator[Store]:
    with stocked() as opened:
        yield opened


def test_all_targets_that_cannot_be_read_are_told_at_once() -> None:
    with pytest.raises(SettingRefusedError) as refusal:
        settings.papi_targets_of({"1": "hạng 64", "2": "từ 5,5 điểm", "8": "tăng 5 bậc", "3": ""})
    told = [page_catalogue.problem(problem) for problem in refusal.value.problems]
    assert len(told) == 2
    assert "nội dung 1 (Tham gia của người dân) “hạng 64” nằm ngoài khoảng" in told[0]
    assert "nội dung 8 (Quản trị điện tử) “tăng 5 bậc” chưa rõ" in told[1]


def test_only_what_differs_is_saved(store: Store) -> None:
    wanted = settings.papi_targets_of({"1": "", "2": "từ 5,5 điểm", "3": " "})
    before = store.version
    assert settings.save_papi_targets(store, QT, wanted, made_at=NOW) == before + 1
    assert settings.save_papi_targets(store, QT, wanted, made_at=NOW) is None
    assert store.papi_targets(QT) == {"2": SCORE}
    assert settings.save_papi_targets(store, QT, {"2": None}, made_at=NOW) == before + 2
    assert store.papi_targets(QT) == {}


def test_two_people_set_different_dimensions_from_the_same_form(store: Store) -> None:
    settings.save_papi_targets(store, QT, {"1": SCORE, "2": None}, made_at=NOW, seen={})
    settings.save_papi_targets(store, QT, {"1": None, "2": RANK}, made_at=NOW, seen={})
    assert store.papi_targets(QT) == {"1": SCORE, "2": RANK}
    with pytest.raises(ChangedMeanwhileError) as caught:
        settings.save_papi_targets(store, QT, {"1": RANK, "2": None}, made_at=NOW, seen={})
    assert caught.value.stored == {"1": SCORE}


def test_the_plan_of_dak_nong_proposes_its_group_for_every_dimension_and_others_nothing(store: Store) -> None:
    proposed = settings.proposed_targets(store, DN)
    assert proposed is not None
    targets, paragraph = proposed
    assert paragraph.startswith("Phấn đấu năm 2024 các chỉ số thành phần")
    group = PapiTarget(PapiTargetKind.GROUP, "nhóm trung bình cao trở lên", group=PapiGroup.UPPER_MIDDLE)
    assert targets == dict.fromkeys(settings.PARTS, group)
    assert settings.papi_targets_of({"1": group.text}) == {"1": group}
    assert store.papi_targets(DN) == {}
    assert settings.proposed_targets(store, QT) is None


def test_history_and_log_tell_what_was_set_and_it_goes_back(store: Store) -> None:
    number = settings.save_papi_targets(store, QT, {"1": SCORE, "3": RANK}, made_at=NOW, made_by="Lan")
    assert number is not None
    later = settings.save_papi_targets(store, QT, {"3": None}, made_at=NOW, made_by="Lan")
    second, first = store.settings()[:2]
    assert built_on(store, first) == (later,)
    found = changes.changes(store, first)
    assert page_history.summary(found) == "Mục tiêu PAPI của 2 nội dung"
    assert page_history.lines(found, {}) == [
        ("Tham gia của người dân", "Mục tiêu PAPI", "–", "từ 5,5 điểm"),
        ("Trách nhiệm giải trình", "Mục tiêu PAPI", "–", "hạng 20"),
    ]
    assert [line[2:] for line in page_history.lines(changes.changes(store, second), {})] == [("hạng 20", "–")]
    told = [event for event in events(store) if event.no == number]
    assert [(event.kind, event.subject, event.new) for event in told] == [
        (EventKind.SETTING, "Tham gia của người dân: Mục tiêu PAPI", "từ 5,5 điểm"),
        (EventKind.SETTING, "Trách nhiệm giải trình: Mục tiêu PAPI", "hạng 20"),
    ]
    undo(store, number, reason="nhầm", made_at=NOW)
    assert store.papi_targets(QT) == {}
