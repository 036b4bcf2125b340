"""Điểm PAPI: where a province stands by official scores, dimension by dimension and year by year."""

from papi_metrics.app import filters
from papi_metrics.app.components import head
from papi_metrics.app.components.rows.panel import show
from papi_metrics.app.components.scores import board, choosing, over_years, part, supposing
from papi_metrics.wording import page_scores as words

view = filters.current()

head.show(words.TITLE, words.LINE)
chosen = choosing.draw(view)
show(board.sentence(chosen))
show(over_years.card(view, chosen))
show(board.tables(view, chosen))
part.draw(chosen)
supposing.draw(chosen)
show(f'<div class="papi-foot"><span>{words.FOOT}</span></div>')
