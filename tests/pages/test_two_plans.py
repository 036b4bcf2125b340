"""Two plans of one organisation and year in one store: an address and a choice each open the right one."""

from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.model.plan import Plan
from papi_metrics.services.plans import add_plan
from papi_metrics.services.stores import Store
from tests.pages.conftest import LOADED_AT

SECOND = "qt-2022-2"


@pytest.fixture
def two_plans(app: AppTest, store_file: Path) -> AppTest:
    """The app over the sample with a second plan of Quảng Trị for 2022."""
    with Store.open(store_file) as store:
        add_plan(store, Plan(SECOND, "qt", 2022, "Kế hoạch bổ sung"), made_at=LOADED_AT + timedelta(days=1))
    return app


@pytest.mark.parametrize("plan", ["qt-2022", SECOND])
def test_a_shared_address_opens_its_own_plan_and_stays_there(two_plans: AppTest, plan: str) -> None:
    two_plans.query_params["plan"] = plan
    for _ in range(2):
        two_plans.run()
        assert two_plans.query_params["plan"] == plan
        assert two_plans.selectbox(key="papi-filter-plan").value == plan


def test_each_is_chosen_by_a_name_of_its_own(two_plans: AppTest) -> None:
    two_plans.run()
    box = two_plans.selectbox(key="papi-filter-plan")
    assert len(set(box.options)) == len(box.options) == 4
    box.select("PAPI 2022 · Quảng Trị (qt-2022-2)").run()
    assert two_plans.query_params["plan"] == SECOND
    box = two_plans.selectbox(key="papi-filter-plan")
    box.select("PAPI 2022 · Quảng Trị (qt-2022)").run()
    assert two_plans.query_params["plan"] == "qt-2022"
