"""A new plan, and its department where that is new too, without a file."""

import streamlit as st

from papi_metrics.app import cache
from papi_metrics.app.components import lists
from papi_metrics.app.components.catalogue import stored
from papi_metrics.app.components.catalogue.attempt import attempt
from papi_metrics.app.components.update import person
from papi_metrics.services import settings, uploads
from papi_metrics.services.settings import SettingRefusedError
from papi_metrics.wording import page_catalogue as words

_NEW = ""


def show(org: str = "", *, year: int | None = None) -> None:
    """Draw the form; ``org`` is the name of the department that is looked at."""
    departments, plans = stored.departments()
    known = {item.name: item.province for item in departments}
    options = [*known, _NEW]
    with st.container(key="papi-card-founding"):
        st.html(f'<div class="papi">{lists.head(words.NEW_PLAN)}<p class="papi-muted">{words.NEW_PLAN_HINT}</p></div>')
        with st.form(f"papi-founding-{plans}", border=False):
            chosen = st.selectbox(
                words.DEPARTMENT,
                options,
                index=options.index(org) if org in known else len(options) - 1,
                format_func=lambda name: name or words.NEW_DEPARTMENT,
            )
            name = st.text_input(words.DEPARTMENT_NAME, max_chars=120)
            province = st.text_input(words.PROVINCE, max_chars=40)
            plan_year = st.number_input(words.YEAR, 2000, 2099, year or person.now().year, 1, format="%d")
            title = st.text_input(words.TITLE, max_chars=400)
            sent = st.form_submit_button(words.CREATE, type="primary")
    if not sent:
        return
    store = cache.store()
    founding = uploads.founding_of(store, chosen or name, known.get(chosen, province), int(plan_year), title)
    problems = list(settings.founding_problems(founding.organisation, founding.year, founding.id))
    if not founding.title:
        problems.append(settings.Problem("title_empty"))

    def save(at: object, who: str) -> object:
        if problems:
            raise SettingRefusedError(problems)
        return uploads.found(store, founding, made_at=person.now(), made_by=who)

    attempt(save, words.CREATED.format(title=founding.title, plan=founding.id))
