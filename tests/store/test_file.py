"""The file: opening, sharing, migrating, copying, surviving."""

import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import duckdb
import pytest

from papi_metrics.store import Store, StoreBusyError, StoreUnreadableError
from papi_metrics.store.connection import Connection
from papi_metrics.store.migrate import Migration, known_migrations, migrate
from tests.store.things import PLAN, PLAN_WORDS, import_plan, report, said, settle

ROOT = Path(__file__).parents[2]


def test_a_store_is_created_closed_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "papi.duckdb"
    with Store.open(path) as store:
        settle(store)
        import_plan(store)
        expected = store.state_hash()
    with Store.open(path, create=False) as store:
        assert (store.version, store.state_hash()) == (4, expected)


def test_a_missing_store_is_not_created_unasked(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreadableError) as caught:
        Store.open(tmp_path / "papi.duckdb", create=False)
    assert caught.value.code == "store_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" + b"x" * 5000, "văn bản".encode() * 1000])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "papi.duckdb"
    path.write_bytes(content)
    with pytest.raises(StoreUnreadableError) as caught:
        Store.open(path)
    assert caught.value.code == "store_not_duckdb"
    assert path.read_bytes() == content


def test_a_damaged_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    with Store.open(path) as store:
        settle(store)
    content = path.read_bytes()
    path.write_bytes(content[:12288] + b"\xee" * (len(content) - 12288))
    with pytest.raises(StoreUnreadableError) as caught:
        Store.open(path)
    assert caught.value.code == "store_corrupt"


def test_damage_that_shows_only_on_reading_is_told(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    connection = Connection(path, create=True)
    with connection.writing() as cursor:
        cursor.execute("CREATE TABLE long AS SELECT i, md5(i::VARCHAR) AS word FROM range(200000) AS t(i)")
    connection.close()
    size = path.stat().st_size
    # The words go; the list of what the file holds lies before them.
    with path.open("r+b") as file:
        file.seek(size // 3)
        file.write(b"\xee" * (size // 3))
    connection = Connection(path, create=False)
    for way in (connection.reading, connection.writing, connection.cursor):
        with pytest.raises(StoreUnreadableError) as caught, way() as cursor:
            cursor.execute("SELECT max(word) FROM long").fetchall()
        assert caught.value.code == "store_corrupt"
    connection.close()


def test_a_database_that_is_no_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE customer (id INTEGER)")
    with pytest.raises(StoreUnreadableError) as caught:
        Store.open(path)
    assert caught.value.code == "store_foreign"


def test_a_store_of_a_later_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    with Store.open(path):
        pass
    with duckdb.connect(str(path)) as later:
        later.execute("INSERT INTO migration VALUES (9999, '9999_later.sql')")
    with pytest.raises(StoreUnreadableError) as caught:
        Store.open(path)
    assert caught.value.code == "store_newer"


def test_a_file_from_before_a_migration_is_brought_up_to_date_and_keeps_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    with Store.open(path) as store:
        settle(store)
        import_plan(store)
    added = Migration(9000, "9000_note.sql", "ALTER TABLE entry ADD COLUMN note VARCHAR DEFAULT 'cũ'")
    connection = Connection(path, create=False)
    migrate(connection, [*known_migrations(), added])
    with connection.cursor() as cursor:
        assert cursor.execute("SELECT DISTINCT note FROM entry").fetchall() == [("cũ",)]
        assert cursor.execute("SELECT max(number) FROM migration").fetchall() == [(9000,)]
    connection.close()


def test_a_store_of_the_first_level_takes_the_day_of_the_import_for_the_day_received(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    connection = Connection(path, create=True)
    migrate(connection, known_migrations()[:1])
    made = [
        (1, "2022-01-26 08:00:00", None),
        (2, "2022-03-04 23:59:00", "2022-Q1"),
        (3, "2022-03-05 00:10:00", "2022-Q1"),
    ]
    with connection.writing() as cursor:
        for no, at, period in made:
            cursor.execute("INSERT INTO entry VALUES (?, 'import', ?, '', ?, ?, '')", [no, at, PLAN, period])
            cursor.execute("INSERT INTO import VALUES (?, 'a', 'a.xlsx', 'xlsx', 'b', false, '[]', '[]')", [no])
    connection.close()
    with Store.open(path, create=False) as store:
        received = [(entry.no, entry.received_on) for entry in store.imports()]
        assert received == [(3, date(2022, 3, 5)), (2, date(2022, 3, 4)), (1, None)]
        with store.cursor() as cursor:
            levels = cursor.execute("SELECT number, name FROM migration ORDER BY number").fetchall()
        assert levels == [(step.number, step.name) for step in known_migrations()]
        store.backup(tmp_path / "copy.duckdb")
        expected = store.state_hash()
    with Store.open(path, create=False) as again, Store.open(tmp_path / "copy.duckdb") as copy:
        assert [entry.received_on for entry in again.imports()] == [day for _, day in received]
        assert [entry.received_on for entry in copy.imports()] == [day for _, day in received]
        assert again.state_hash() == copy.state_hash() == expected


def test_what_was_typed_before_that_was_kept_is_known_by_the_name_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    mend = '[{"cell": "Nhiệm vụ!H8", "old": "", "new": "40"}]'
    kept = [("nhap-truc-tiep_quy-1-2022_SO.xlsx", mend), ("nhap-truc-tiep_a.xlsx", "[]"), ("bao-cao.xlsx", mend)]
    connection = Connection(path, create=True)
    migrate(connection, known_migrations()[:6])
    with connection.writing() as cursor:
        for no, (name, mends) in enumerate(kept, start=1):
            at = "2022-03-04 08:00:00"
            cursor.execute("INSERT INTO entry VALUES (?, 'import', ?, '', ?, '2022-Q1', '')", [no, at, PLAN])
            cursor.execute(
                "INSERT INTO import (entry, sha256, file_name, file_format, content_hash, illustrative, account, "
                "findings, received_on, mends) VALUES (?, 'a', ?, 'xlsx', 'b', false, '[]', '[]', '2022-03-04', ?)",
                [no, name, mends],
            )
    connection.close()
    with Store.open(path, create=False) as store:
        assert {entry.file_name: entry.typed for entry in store.imports()} == {
            name: name.startswith("nhap-truc-tiep_quy") for name, _ in kept
        }


def test_a_migration_that_fails_leaves_the_level_before(tmp_path: Path) -> None:
    connection = Connection(tmp_path / "papi.duckdb", create=True)
    broken = Migration(9000, "9000_broken.sql", "CREATE TABLE half (a INTEGER); INSERT INTO nowhere VALUES (1)")
    with pytest.raises(duckdb.Error):
        migrate(connection, [*known_migrations(), broken])
    with connection.cursor() as cursor:
        level = cursor.execute("SELECT max(number) FROM migration").fetchall()
        tables = cursor.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'half'").fetchall()
    assert level == [(known_migrations()[-1].number,)]
    assert tables == [(0,)]
    connection.close()


def test_migrations_are_numbered_one_after_the_other() -> None:
    assert [step.number for step in known_migrations()] == list(range(1, len(known_migrations()) + 1))


def test_an_old_macro_is_replaced_when_the_program_brings_another(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    with Store.open(path) as store:
        settle(store)
    with duckdb.connect(str(path)) as old:
        old.execute("CREATE OR REPLACE MACRO organisations_at(v := NULL) AS TABLE SELECT 'x' AS org")
        old.execute("UPDATE definition SET sha256 = 'old'")
    with Store.open(path) as store:
        assert [organisation.id for organisation in store.organisations()] == ["qt"]


def test_a_second_process_is_told_that_the_store_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    script = (
        "import sys, pathlib; from papi_metrics.store import Store\n"
        "store = Store.open(pathlib.Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None and other.stdout.readline() == "open\n"
        with pytest.raises(StoreBusyError):
            Store.open(path)
        other.communicate()
    with Store.open(path) as store:
        assert store.version == 0


def test_nothing_that_was_saved_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    script = (
        "import sys, pathlib; from papi_metrics.store import Store; from tests.store.things import *\n"
        "store = Store.open(pathlib.Path(sys.argv[1])); settle(store); import_plan(store)\n"
        "for no in range(100000): print(report(store, str(no), result=f'lần {no}'), flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        saved = [int(other.stdout.readline()) for _ in range(15)]
        other.kill()
        saved += [int(line) for line in other.stdout.read().split("\n") if line.strip().isdigit()]
    with Store.open(path) as store:
        assert store.version in {saved[-1], saved[-1] + 1}
        assert said(store)["a"].result == f"lần {store.version - 5}"
        assert len(store.imports(PLAN)) == store.version - 3


def test_threads_write_one_after_the_other_and_read_meanwhile(tmp_path: Path) -> None:
    faults: list[BaseException] = []

    def work(store: Store, name: str) -> None:
        try:
            for no in range(5):
                report(store, f"{name} {no}", unit=name, result=f"{no}")
                assert store.tasks(PLAN)
        except BaseException as fault:
            faults.append(fault)

    with Store.open(tmp_path / "papi.duckdb") as store:
        settle(store)
        import_plan(store)
        threads = [threading.Thread(target=work, args=(store, f"U{no}")) for no in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []
        assert [entry.no for entry in store.imports(PLAN)] == list(range(24, 3, -1))


def test_two_stores_of_one_process_on_one_file_share_their_turn(tmp_path: Path) -> None:
    path = tmp_path / "papi.duckdb"
    with Store.open(path) as one, Store.open(path) as other:
        settle(one)
        with one._connection.writing():
            thread = threading.Thread(target=import_plan, args=(other,))
            thread.start()
            time.sleep(0.05)
            assert other.version == 3
        thread.join()
        assert one.version == 4


def test_a_backup_is_a_store_of_the_same_state(tmp_path: Path) -> None:
    copy = tmp_path / "backup.duckdb"
    with Store.open(tmp_path / "papi.duckdb") as store:
        settle(store)
        import_plan(store)
        no = report(store, "1", result="một")
        store.revoke(no, reason="", made_at=store.imports()[0].made_at)
        store.backup(copy)
        expected = (store.version, store.state_hash(), store.imports(), store.file_bytes(store.imports()[0].sha256))
        report(store, "2", result="sau khi sao lưu")
    with Store.open(copy, create=False) as restored:
        found = (restored.version, restored.state_hash(), restored.imports())
        assert (*found, restored.file_bytes(restored.imports()[0].sha256)) == expected
        assert len(restored.tasks(PLAN)) == len(PLAN_WORDS.tasks)
        assert report(restored, "3", result="tiếp tục") == expected[0] + 1
    assert [path.name for path in tmp_path.glob("*.part*")] == []


def test_a_backup_never_writes_over_a_file(tmp_path: Path) -> None:
    taken = tmp_path / "backup.duckdb"
    taken.write_text("khác", encoding="utf-8")
    with Store.open() as store, pytest.raises(FileExistsError):
        store.backup(taken)
    assert taken.read_text(encoding="utf-8") == "khác"


def test_the_file_stays_readable_for_an_older_shell_and_opens_nothing_else(tmp_path: Path) -> None:
    with Store.open(tmp_path / "papi.duckdb") as store, store.cursor() as cursor:
        (settings,) = cursor.execute(
            "SELECT current_setting('storage_compatibility_version'), current_setting('TimeZone'),"
            " current_setting('enable_external_access'), current_setting('autoload_known_extensions')"
        ).fetchall()
        with pytest.raises(duckdb.Error):
            cursor.execute(f"FROM read_text('{ROOT / 'pyproject.toml'}')")
    assert settings == ("v1.5.0", "Asia/Ho_Chi_Minh", False, False)
