"""duckdb_query.py portfolio|evidence FILE THREADS: a query of this folder over a file, and its one row."""

import pathlib
import sys

import duckdb

WORD = "varchar"
RUN = f"struct(deliverable {WORD}, \"check\" {WORD}, result {WORD}, \"at\" {WORD}, ms bigint)"
MILESTONE = (
    f"struct(id {WORD}, name {WORD}, due {WORD}, done {WORD}, amount bigint, claimed_bp bigint,"
    f" verified_bp bigint, invoice struct(number {WORD}, amount bigint))"
)
COLUMNS = {
    "portfolio": {
        "id": WORD,
        "value": "bigint",
        "as_of": WORD,
        "terms": "struct(retainage_bp bigint, ld_per_day bigint, ld_cap_bp bigint, min_pass_bp bigint,"
        " max_gap_bp bigint, stale_days bigint)",
        "milestones": f"{MILESTONE}[]",
        "deliverables": f"struct(id {WORD}, milestone {WORD}, name {WORD}, due {WORD}, evidence {WORD}[])[]",
        "status": f"{RUN}[]",
        "defects": f"struct(id {WORD}, deliverable {WORD}, severity {WORD}, state {WORD})[]",
    },
    "evidence": {"deliverable": WORD, "check": WORD, "result": WORD, "at": WORD, "ms": "bigint"},
}

workload, path, threads = sys.argv[1:]
columns = COLUMNS[workload]
database = duckdb.connect()
database.execute(f"set threads = {int(threads)}")
if path.endswith(".csv"):
    rows = database.read_csv(path, header=True, dtype=columns)
else:
    rows = database.read_json(path, format="newline_delimited", columns=columns)
if workload == "evidence":
    rows.create_view("runs")
else:
    # A table, as the query reads the contracts several times: they are parsed once.
    rows.create("contracts")
query = database.execute(pathlib.Path(__file__).with_name(f"{workload}.sql").read_text())
names = [column[0] for column in query.description]
print(" ".join(f"{name}={int(value)}" for name, value in zip(names, query.fetchone())))
