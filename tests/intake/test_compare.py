"""New records against stored ones, and returned rows against the plan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from papi_metrics.intake.compare import (
    commitment_key,
    compare_commitment_updates,
    compare_commitments,
    compare_task_updates,
    compare_tasks,
    erasing,
    erasing_findings,
    match_commitment_updates,
    match_task_updates,
    task_key,
)
from papi_metrics.intake.phrases.deadline import parse_deadline
from papi_metrics.intake.phrases.target import parse_target
from papi_metrics.intake.pipeline import read_book
from papi_metrics.model.cell import CellRef
from papi_metrics.model.commitment import Commitment
from papi_metrics.model.deadline import NO_DEADLINE
from papi_metrics.model.difference import Difference, Keyed
from papi_metrics.model.finding import Severity
from papi_metrics.model.task import Task
from papi_metrics.model.update import CommitmentUpdate, Evidence, Place, Status, TaskUpdate
from tests.intake.making import book, dimensions, one_sheet, units, word_tables
from tests.intake.real_tables import APPENDIX_001, TABLE_003

A = Task("1.1", "II", 1, "Tuyên truyền, nâng cao nhận thức về dân chủ", ("VP",), "Văn phòng")
B = Task("1.2", "II", 1, "Triển khai thực hiện Quy chế dân chủ ở cơ sở", ("TTRA",), "Thanh tra")
C = Task("2.1", "II", 2, "Đăng tải công khai các chủ trương, chính sách", ("VP",), "Văn phòng")
P = Commitment(
    "B.I", "1", "Tỷ lệ hồ sơ đúng hạn", parse_target("đạt 100%"), None, ("BGD",), "Ban Giám đốc", ("VP",), "VP"
)


def stored(*tasks: Task) -> list[Keyed[Task]]:
    return [Keyed(f"k{number}", task) for number, task in enumerate(tasks, 1)]


def shape(difference: Difference[Task]) -> tuple[int, int, int, int]:
    return len(difference.new), len(difference.changed), len(difference.same), len(difference.gone)


def real(parts: object) -> tuple[list[Task], list[Commitment]]:
    reading = read_book(book(one_sheet(parts)), "x", units=units(), dimensions=dimensions())  # type: ignore[arg-type]
    return list(reading.tasks), list(reading.commitments)


def test_keys_depend_on_place_and_content_alone() -> None:
    key = task_key(A, ())
    assert task_key(replace(A, number="7", lead=(), content="TUYÊN TRUYỀN, nâng cao  nhận thức về dân chủ."), ()) == key
    assert task_key(replace(A, dimension=2), ()) != key
    assert task_key(A, {key}) == f"{key}-2"
    assert task_key(A, {key, f"{key}-2"}) == f"{key}-3"
    assert commitment_key(P, ()) != commitment_key(replace(P, block="C"), ())


def test_a_first_file_is_all_new_with_keys_of_its_own() -> None:
    difference = compare_tasks([], [A, A, B])
    keys = [item.key for item in difference.new]
    assert len(set(keys)) == 3
    assert difference.order == tuple(keys)


def test_the_real_plan_read_again_from_another_format_is_the_same() -> None:
    tasks, _ = real(APPENDIX_001)
    first = compare_tasks([], tasks)
    again = read_book(book(*word_tables(APPENDIX_001), format="docx"), "x", units=units(), dimensions=dimensions())
    assert compare_tasks(first.new, again.tasks).empty


def test_the_real_commitments_read_again_are_the_same() -> None:
    _, commitments = real(TABLE_003)
    first = compare_commitments([], commitments)
    difference = compare_commitments(first.new, commitments)
    assert difference.empty
    assert len(difference.same) == 14


def test_a_reworded_row_keeps_its_key_and_names_what_changed() -> None:
    reworded = replace(A, content="Tuyên truyền, nâng cao nhận thức và năng lực về dân chủ", lead=("TTRA",))
    difference = compare_tasks(stored(A, B), [reworded, B])
    assert [(item.key, item.fields) for item in difference.changed] == [("k1", ("content", "lead"))]
    assert difference.order == ("k1", "k2")


def test_a_row_that_only_moved_is_the_same() -> None:
    difference = compare_tasks(stored(A, B, C), [C, A, B])
    assert (shape(difference), difference.order) == ((0, 0, 3, 0), ("k3", "k1", "k2"))


def test_a_row_that_changed_its_dimension_is_found_by_its_content() -> None:
    difference = compare_tasks(stored(A, C), [A, replace(C, dimension=3)])
    assert [item.fields for item in difference.changed] == [("dimension",)]


def test_new_and_gone_rows_are_told_apart() -> None:
    new = Task("1.3", "II", 1, "Tăng cường kiểm tra, giám sát của Ban Thanh tra nhân dân")
    difference = compare_tasks(stored(A, B), [A, new])
    assert [item.record for item in difference.new] == [new]
    assert [item.key for item in difference.gone] == ["k2"]


def test_the_same_number_does_not_make_two_different_rows_one() -> None:
    other = replace(A, content="Mua sắm máy tính cho bộ phận một cửa")
    assert shape(compare_tasks(stored(A), [other])) == (1, 0, 0, 1)


def test_equal_contents_are_paired_one_to_one_in_order() -> None:
    twin = replace(A, number="1.9")
    difference = compare_tasks(stored(A, twin), [A, twin, replace(A, number="1.10")])
    assert shape(difference) == (1, 0, 2, 0)


def test_the_more_similar_of_two_reworded_rows_is_taken() -> None:
    near = replace(A, content=A.content + " ở cơ sở", number="")
    far = replace(A, content=A.content + " của nhân dân toàn tỉnh", number="")
    difference = compare_tasks(stored(A), [far, near])
    assert [item.new for item in difference.changed] == [near]
    assert [item.record for item in difference.new] == [far]


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"lead_text": "Văn phòng Sở"}, ()),
        ({"cells": {}}, ()),
        ({"lead": (), "lead_text": "Phòng X"}, ("lead",)),
        ({"coordinators": ("VP",), "coordinators_text": "VP"}, ("coordinators",)),
        ({"deadline": parse_deadline("Quý II/2024", 2024)}, ("deadline",)),
        ({"number": "1.5", "section": "I"}, ("number", "section")),
        ({"content": A.content.replace("nhận thức", "nhận thưc")}, ("content",)),
    ],
)
def test_only_what_means_something_counts_as_changed(change: dict[str, object], fields: tuple[str, ...]) -> None:
    difference = compare_tasks(stored(A), [replace(A, **change)])  # type: ignore[arg-type]
    assert tuple(name for item in difference.changed for name in item.fields) == fields


def test_a_deadline_worded_otherwise_is_the_same() -> None:
    old = replace(A, deadline=parse_deadline("Năm 2024", 2024))
    new = replace(A, deadline=parse_deadline("Trong năm 2024", 2024))
    unknown = [replace(A, deadline=parse_deadline(text, 2024)) for text in ("sớm", "sớm nhất có thể")]
    assert compare_tasks(stored(old), [new]).empty
    assert not compare_tasks(stored(unknown[0]), [unknown[1]]).empty


def test_what_a_file_leaves_empty_would_be_erased_and_is_asked() -> None:
    held = replace(
        A, deadline=parse_deadline("Quý II/2024", 2024), coordinators_text="Thanh tra", coordinators=("TTRA",)
    )
    bare = replace(held, lead=(), lead_text="", deadline=NO_DEADLINE, cells={"content": CellRef("S", 5, 2)})
    difference = compare_tasks(stored(held, B), [bare, B])
    ((item, names),) = erasing(difference)
    assert (item.key, names) == ("k1", ("lead", "deadline"))
    (finding,) = erasing_findings(difference)
    assert (finding.code, finding.severity, finding.value) == (
        "would_erase",
        Severity.WARNING,
        "Văn phòng; Quý II/2024",
    )
    assert (finding.details, [ref.a1 for ref in finding.cells]) == ({"fields": "lead,deadline"}, ["B5"])


def test_nothing_is_erased_by_another_wording_or_by_filling_what_was_empty() -> None:
    assert erasing(compare_tasks(stored(A), [replace(A, lead=("TTRA",), lead_text="Thanh tra")])) == []
    assert erasing(compare_tasks(stored(replace(A, lead=(), lead_text="")), [A])) == []
    assert erasing(compare_tasks(stored(replace(A, number="")), [A])) == []


def test_a_target_and_a_director_that_are_left_empty_are_asked_too() -> None:
    bare = replace(P, target=parse_target(""), director=(), director_text="")
    ((_, names),) = erasing(compare_commitments([Keyed("p1", P)], [bare]))
    assert names == ("director", "target")


def test_an_index_the_office_filled_in_is_never_erased() -> None:
    held = [Keyed("p", replace(P, index="PAR INDEX"))]
    assert compare_commitments(held, [P]).empty
    moved = compare_commitments(held, [replace(P, target=parse_target("đạt 95%"))])
    assert [(item.fields, item.new.index) for item in moved.changed] == [(("target",), "PAR INDEX")]
    printed = compare_commitments(held, [replace(P, index="SIPAS")])
    assert [item.fields for item in printed.changed] == [("index",)]


def update(content: str, number: str = "", key: str = "", **more: object) -> TaskUpdate:
    place = Place(number, content, key=key)
    return TaskUpdate(place, **more)  # type: ignore[arg-type]


def matched(updates: list[TaskUpdate], tasks: list[Keyed[Task]]) -> tuple[list[str], int]:
    found, unmatched = match_task_updates(updates, tasks)
    return [item.key for item in found], len(unmatched)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (update("", key="k2"), "k2"),
        (update(A.content, key="k1", number="9"), "k1"),
        (update(B.content.upper() + "."), "k2"),
        (update("Tuyên truyền nâng cao nhận thức dân chủ", "1.1"), "k1"),
        (update("Triển khai thực hiện Quy chế dân chủ cơ sở"), "k2"),
        (update(C.content, key="unknown"), "k3"),
    ],
)
def test_a_returned_row_is_found_by_key_content_number_or_likeness(row: TaskUpdate, key: str) -> None:
    assert matched([row], stored(A, B, C)) == ([key], 0)


@pytest.mark.parametrize(
    "row",
    [
        update("Mua sắm máy tính cho bộ phận một cửa", "1.1"),
        update("Mua sắm máy tính cho bộ phận một cửa", key="k1"),
        update("", "1.1"),
    ],
)
def test_a_row_that_is_not_in_the_plan_stays_unmatched(row: TaskUpdate) -> None:
    assert matched([row], stored(A, B, C)) == ([], 1)


def test_an_ambiguous_row_stays_unmatched_and_its_number_or_place_decides() -> None:
    twin = replace(A, number="2.9", dimension=2)
    tasks = stored(A, twin)
    assert matched([update(A.content)], tasks) == ([], 1)
    assert matched([update(A.content, "2.9")], tasks) == (["k2"], 0)
    assert matched([TaskUpdate(Place("", A.content, "II", 2))], tasks) == (["k2"], 0)


def test_one_task_is_never_reported_by_two_rows() -> None:
    assert matched([update(A.content), update(A.content)], stored(A)) == (["k1"], 1)


def test_all_rows_of_the_real_plan_find_their_task() -> None:
    tasks, commitments = real(APPENDIX_001)[0], real(TABLE_003)[1]
    held = [Keyed(f"t{n}", task) for n, task in enumerate(tasks)]
    rows = [TaskUpdate(Place(t.number, t.content, t.section, t.dimension), Status.DONE) for t in reversed(tasks)]
    found, unmatched = match_task_updates(rows, held)
    assert (sorted(item.key for item in found), unmatched) == (sorted(item.key for item in held), ())
    promised = [Keyed(f"c{n}", commitment) for n, commitment in enumerate(commitments)]
    figures = [CommitmentUpdate(Place(c.number, c.content, block=c.block), value=Decimal(1)) for c in commitments]
    assert [item.key for item in match_commitment_updates(figures, promised)[0]] == [item.key for item in promised]


def test_only_filled_fields_change_what_was_reported() -> None:
    current = {"k1": update("a", status=Status.IN_PROGRESS, percent=Decimal(40), result="Đã họp")}
    told = [Keyed("k1", update("a", status=Status.DONE, done_on=date(2022, 3, 5)))]
    (changed,) = compare_task_updates(current, told).changed
    assert changed.fields == ("status", "done_on")


def test_empty_cells_erase_nothing_and_zero_is_a_figure() -> None:
    current = {"k1": update("a", status=Status.DONE, percent=Decimal(40))}
    assert compare_task_updates(current, [Keyed("k1", update("a"))]).empty
    assert compare_task_updates(current, [Keyed("k1", update("a", percent=Decimal(0)))]).changed[0].fields == (
        "percent",
    )


def test_a_first_report_is_new_and_an_empty_one_is_nothing() -> None:
    told = [Keyed("k1", update("a", result="Đã họp")), Keyed("k2", update("b"))]
    difference = compare_task_updates({}, told)
    assert [item.key for item in difference.new] == ["k1"]
    assert difference.order == ("k1", "k2")


def test_a_part_of_the_evidence_that_is_not_told_again_stays() -> None:
    whole = Evidence("14/KH-SKHCN", date(2022, 1, 26), "Kế hoạch")
    current = {"k1": update("a", evidence=whole)}
    same = [Keyed("k1", update("a", evidence=Evidence("14/KH-SKHCN")))]
    other = [Keyed("k1", update("a", evidence=Evidence("15/KH-SKHCN")))]
    assert compare_task_updates(current, same).empty
    assert compare_task_updates(current, other).changed[0].fields == ("evidence",)


def test_figures_of_commitments_are_held_field_by_field() -> None:
    place = Place("1", "a")
    current = {"c": CommitmentUpdate(place, Decimal(31), Decimal(40))}
    told = [Keyed("c", CommitmentUpdate(place, Decimal(33), Decimal(40), cause="thiếu người"))]
    assert compare_commitment_updates(current, told).changed[0].fields == ("numerator", "cause")
