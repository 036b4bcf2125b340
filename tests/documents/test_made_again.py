"""What left the product once is made again from its version of the store, byte for byte, whatever has come since."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from papi_metrics.model.ledger import Reported, SourceFile, Words
from papi_metrics.model.plan import Calendar, DayOfYear
from papi_metrics.model.update import CommitmentUpdate, Judgement, Place, Status, TaskUpdate
from papi_metrics.services.facts import facts_of
from papi_metrics.services.plans import plan_of
from papi_metrics.services.stores import Store
from papi_metrics.wording import form
from tests.documents.awkward import AS_OF, PLAN, Q2, awkward
from tests.documents.files import MADE_AT, Made, made, made_of
from tests.documents.letters import OFFICE
from tests.documents.test_report_pdf import timeless

LATER = MADE_AT + timedelta(days=400)
CORE = "docProps/core.xml"


def go_on(store: Store) -> None:
    """All that happens later: other results, a return and settings taken back, other names, days and officials."""
    task, commitment = store.tasks(PLAN)[0].key, store.commitments(PLAN)[0].key
    words = Words(
        task_updates=(Reported(task, TaskUpdate(Place("", ""), Status.NOT_STARTED, result="Khác hẳn")),),
        commitment_updates=(Reported(commitment, CommitmentUpdate(Place("", ""), judgement=Judgement.NOT_MET)),),
    )
    source = SourceFile("sau.xlsx", "xlsx", b"sau")
    store.append_import(PLAN, source, words, made_at=LATER, period=Q2, received_on=date(2022, 6, 10))
    plan = store.plan(PLAN)
    assert plan is not None
    calendar = Calendar({quarter: DayOfYear(3 * quarter, 1) for quarter in (1, 2, 3)})
    store.save_plan(replace(plan, title="Kế hoạch tên khác", calendar=calendar, due_soon_days=60), made_at=LATER)
    organisation = store.organisation(plan.org)
    assert organisation is not None
    store.save_organisation(replace(organisation, name="Sở tên khác"), made_at=LATER)
    store.save_office(plan.org, replace(OFFICE, name="Sở tên khác"), made_at=LATER)
    units = [replace(unit, name=f"{unit.name} (cũ)") for unit in store.units(plan.org)]
    store.save_units(plan.org, units, made_at=LATER)
    second = store.imports(PLAN)[1]
    assert second.period == Q2.code
    store.revoke(second.no, reason="nhầm", made_at=LATER)
    store.turn_period(PLAN, Q2, closed=True, reason="xong", made_at=LATER)


@pytest.fixture(scope="module")
def again() -> Made:
    """What is made, later, of the version in which the awkward plan was looked at first."""
    with awkward() as store:
        version = store.version
        assert version == made("awkward").facts.version
        go_on(store)
        present = facts_of(store, plan_of(store, PLAN), Q2, AS_OF)
        assert present.plan_name != made("awkward").facts.plan_name
        assert present.whole != made("awkward").facts.whole
        return made_of(store, facts_of(store, plan_of(store, PLAN), Q2, AS_OF, version), LATER)


def test_the_figures_of_a_version_stay_what_they_were(again: Made) -> None:
    assert again.named == made("awkward").named


def test_pictures_are_the_same_bytes(again: Made) -> None:
    assert len(again.pictures) > 5
    assert again.pictures == made("awkward").pictures


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_files_of_office_are_the_same_but_for_the_moment_in_their_properties(again: Made, kind: str) -> None:
    one, other = parts(getattr(made("awkward"), kind)), parts(getattr(again, kind))
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name].replace(written(LATER), written(MADE_AT))] == [CORE]
    moments = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    assert moments.sub(b"", one[CORE]) == moments.sub(b"", other[CORE])


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def written(moment: datetime) -> bytes:
    """The day on which the summary says that it was made."""
    return f"&#224;y {form.day(moment.date())}".encode()


@pytest.mark.parametrize("kind", ["pdf", "brief"])
def test_pdfs_are_the_same_but_for_their_moment(again: Made, kind: str) -> None:
    one, other = getattr(made("awkward"), kind), getattr(again, kind)
    assert one != other
    assert timeless(one) == timeless(other)
