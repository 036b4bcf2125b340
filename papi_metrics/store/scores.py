"""Official scores that an office uploads: written and read."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from papi_metrics.model.ledger import VIET_NAM, Protocol, ScoreEntry, SourceFile
from papi_metrics.model.score import Listing, Score, ScoreKey
from papi_metrics.store import records, rows
from papi_metrics.store.append import Act, add_entry, digest, insert, version
from papi_metrics.store.connection import Connection
from papi_metrics.store.errors import StaleVersionError
from papi_metrics.store.read import query
from papi_metrics.store.rows import Row


class Scores:
    """A year's tables of official scores, as entries of the ledger; reached as ``Store.scores``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        year: int,
        listing: Listing,
        source: SourceFile,
        scores: Sequence[Score],
        *,
        protocol: Protocol,
        made_at: datetime,
        made_by: str = "",
        expected_version: int | None = None,
    ) -> int:
        """Append a year's table and return the number of the entry; ``protocol.reason`` says why it is taken.

        A second click (the same bytes saying the same, nothing of that year after it) returns the number it already
        has. Otherwise raises StaleVersionError where ``expected_version`` is not the store's, ValueError where nothing
        is said, or something twice.
        """
        if not scores or len({score.key for score in scores}) < len(scores):
            raise ValueError("a table says each score once, and at least one")
        said = [_row(score) for score in scores]
        content = digest({"score_word": said})
        with self._connection.writing() as cursor:
            last = next((item for item in self.history() if item.year == year and not item.revoked), None)
            if last is not None and (last.sha256, self._content(last.no)) == (source.sha256, content):
                return last.no
            found = version(cursor)
            if expected_version not in (None, found):
                raise StaleVersionError(expected_version or 0, found)
            cursor.execute("INSERT OR IGNORE INTO file VALUES (?, ?)", [source.sha256, source.content])
            no = add_entry(cursor, "scores", Act(made_at, made_by), reason=protocol.reason)
            table: Row = {
                "year": year,
                "listing": listing.value,
                "file_name": source.name,
                "file_format": source.format,
                "sha256": source.sha256,
                "content_hash": content,
                "findings": rows.findings_json(protocol.findings),
            }
            insert(cursor, "score_table", [table], {"entry": no})
            insert(cursor, "score_word", said, {"entry": no, "year": year})
            return no

    def of(self, year: int, version: int | None = None) -> Mapping[ScoreKey, Decimal]:
        """Return the uploaded scores of a year that stand; {} where the year is only in the reference list."""
        with self._connection.reading() as cursor:
            found = query(cursor, "FROM uploaded_scores_at(v := $v) WHERE year = $year", {"v": version, "year": year})
        return {ScoreKey(row["province"], row["part"]): Decimal(repr(row["score"])) for row in found}

    def history(self) -> tuple[ScoreEntry, ...]:
        """Return every table that was ever uploaded, newest first, those taken back included."""
        with self._connection.reading() as cursor:
            found = query(cursor, "FROM score_history() ORDER BY no DESC")
        return tuple(
            ScoreEntry(
                **{
                    **row,
                    "made_at": row["made_at"].replace(tzinfo=VIET_NAM),
                    "listing": Listing(row["listing"]),
                    "findings": records.findings(row["findings"]),
                }
            )
            for row in found
        )

    def _content(self, entry: int) -> str:
        with self._connection.reading() as cursor:
            return str(query(cursor, "FROM score_table WHERE entry = $entry", {"entry": entry})[0]["content_hash"])


def _row(score: Score) -> Row:
    return {
        "province": score.province,
        "part": score.part,
        "score": float(score.value),
        "cell": str(score.cell) if score.cell else None,
    }
