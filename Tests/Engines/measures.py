#!/usr/bin/env python3
"""Decides contracts twice, on the records and on what an engine measured of them, and compares.

    python3 Tests/Engines/measures.py HOLDBACK [--records N] [--seeds N] [duckdb|postgresql|spark ...]

Engines: `duckdb` and `pyspark` are modules of that name, `postgresql` the server's own programs. One
that is not installed is passed over, and that is said. A server that is started here lives in a
folder of its own, on no network, and is ended at the end.
"""

import argparse
import csv
import glob
import importlib.util
import json
import os
import pwd
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TRICKY = ["plain", "O'Neill", 'say "x"', "back\\slash", "a\\' OR 1=1 --", "${HOME}", "%s", "é", "e\u0301"]

RULES = r'''/// One run of a check.
evidence run plural test-runs asserted by verifier or buyer {
  about   milestone or deliverable
  dated   date
  check   text
  result  pass or fail or error
  took    number at least 0
  cost    money at least USD 0
  share   percent 0% to 100%
  sent-on date
  found   number
}

clause evidence "What the runs of each part came to" {
  cites "1"
  rounds half up to cent
  tried     means number of test-runs
  passing   means share of test-runs where result is pass
  odd       means number of test-runs where check is "O'Neill" or "back\\slash" or "${HOME}" or "é" or "a\\' OR 1=1 --"
  slow      means 95% percentile of took of test-runs where result is not error
  middle    means 7% percentile of took of test-runs
  newest    means latest dated of test-runs
  last-said means latest result of test-runs
  first-by  means earliest share of test-runs where by is verifier
  worst     means worst day of test-runs where result is pass
  streak    means longest run of test-runs where result is fail or error
  spent     means sum of cost of test-runs where share is at least 12.5%
  dearest   means largest cost of test-runs
  balance   means sum of found of test-runs
  least     means smallest found of test-runs
  early     means number of test-runs where dated is on or before 2013-10-15 and sent-on is after 2013-10-03

  rule good-enough for each deliverable {
    require passing is at least 50%
    require slow is at most 900
    require worst is at least 10%
    require streak is less than 9 test-runs
    otherwise withhold 10% of milestone's amount until met
  }

  rule no-errors for each milestone {
    require all test-runs have result is pass or fail
    otherwise withhold 5% of milestone's amount until met
  }

  rule told for each deliverable {
    then report evidence showing tried, passing, odd, slow, middle, newest, last-said, first-by, worst, streak, spent, dearest, balance, least, early
  }

  rule told-of-all for each milestone {
    then report evidence showing tried, passing, slow, worst, streak, spent
  }
}
'''

PARTS = {"launch": ["accounts", "plans"], "close": ["accounts", "handover", "never-seen"]}


def contract():
    lines = ['contract sample "Sample" {', '  party buyer "A"', '  party supplier "B"',
             '  party verifier "C"', '  records "*.ndjson"', "  incorporates evidence"]
    for number, (milestone, deliverables) in enumerate(PARTS.items()):
        lines += [f"  milestone {milestone} {{", f"    due 2013-10-{5 + 10 * number:02}",
                  "    amount USD 1,000,000"]
        lines += [f"    deliverable {name}" for name in deliverables]
        lines += ["  }"]
    lines += ["  invoice one {", "    received 2013-12-01"]
    for milestone in PARTS:
        lines += [f"    line {milestone} {{", f"      for    milestone {milestone}",
                  "      amount USD 1,000,000", "    }"]
    return "\n".join(lines + ["  }", "}", ""])


def records(count, seed):
    """Records in the order of their days; the columns of a view, and the fields of a record file."""
    draw = random.Random(seed)
    parts = [f"milestone {m}" for m in PARTS]
    parts += [f"milestone {m} deliverable {d}" for m in PARTS for d in PARTS[m] if d != "never-seen"]
    days = sorted(draw.randint(1, 30) for _ in range(count))
    for ordinal, day in enumerate(days):
        recorded = draw.choice(["", f"2013-10-{min(31, day + 1):02}", "2014-06-01"])
        yield {
            "about": draw.choice(parts), "by": draw.choice(["verifier", "buyer"]),
            "dated": f"2013-10-{day:02}", "recorded": recorded, "ordinal": ordinal,
            "check": draw.choice(TRICKY), "result": draw.choice(["pass"] * 4 + ["fail", "error"]),
            "took": f"{draw.randint(0, 1000)}.{draw.choice(['0', '25', '000001', '5'])}",
            "cost": f"{draw.randint(0, 999)}.{draw.randint(0, 99):02}",
            "share": draw.choice(["0", "0.125", "0.5", "0.9999999", "1"]),
            "sent_on": f"2013-10-{draw.randint(1, 31):02}",
            "found": f"{draw.randint(-50, 50)}.{draw.choice(['0', '5'])}",
        }


def percent(ratio):
    whole, _, rest = ratio.partition(".")
    digits = (whole + rest.ljust(7, "0")).lstrip("0").rjust(6, "0")
    return f"{digits[:-5]}.{digits[-5:]}%"


def as_record(row):
    fields = {"record": "run", "about": row["about"], "by": row["by"], "dated": row["dated"]}
    if row["recorded"]:
        fields["recorded"] = row["recorded"]
    fields |= {"check": row["check"], "result": row["result"], "cost": "USD " + row["cost"],
               "share": percent(row["share"]), "sent-on": row["sent_on"]}
    text = json.dumps(fields, ensure_ascii=False)
    return text[:-1] + f', "took": {row["took"]}, "found": {row["found"]}}}\n'


COLUMNS = {
    "about": "{text}", "by": "{text}", "dated": "DATE", "recorded": "DATE", "ordinal": "BIGINT",
    "check": "{text}", "result": "{text}", "took": "DECIMAL(19, 6)", "cost": "DECIMAL(19, 2)",
    "share": "DECIMAL(19, 7)", "sent_on": "DATE", "found": "DECIMAL(19, 6)",
}


def run(holdback, *arguments, status=(0, 1, 4)):
    done = subprocess.run([holdback, *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in status:
        sys.exit(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}{done.stdout[:500]}")
    return done


def decisions(text):
    """A report without what says which file a figure stands in, and what was passed over."""
    def stripped(value):
        if isinstance(value, list):
            return [stripped(item) for item in value]
        if isinstance(value, dict):
            return {name: stripped(item) for name, item in value.items()
                    if name not in ("records", "inputs", "diagnostics", "fingerprint", "files")}
        return value
    return stripped(json.loads(text))


# Days that engines have and records do not.
FAR_DAYS = [{"dated": "20131-11-01"}, {"recorded": "20131-11-01"}, {"sent_on": "20131-11-01"}]


def columns(text, types):
    """The columns of the view, some of which have another type."""
    return {name: types.get(name, kind.format(text=text)) for name, kind in COLUMNS.items()}


class DuckDB:
    name = "duckdb"
    faults = FAR_DAYS
    # A type by which a value is rounded, put in another order, or taken for another.
    types = [({"share": "VARCHAR"}, {"share": "0.89999996"}), ({"took": "VARCHAR"}, {"took": "1e2"}),
             ({"ordinal": "VARCHAR"}, {}), ({"found": "FLOAT"}, {"found": "0.5"}),
             ({"result": "VARCHAR COLLATE NOCASE"}, {"result": "PASS"}),
             ({"by": "VARCHAR COLLATE NOCASE"}, {"by": "Buyer"})]

    def __init__(self):
        import duckdb
        self.connection = duckdb.connect()

    def answer(self, table, query, path, types):
        named = ", ".join(f'"{n}" {t}' for n, t in columns("VARCHAR", types).items())
        self.connection.execute(f"CREATE OR REPLACE TABLE test_runs ({named})")
        self.connection.execute(f"COPY test_runs FROM '{table}' (HEADER, NULLSTR '')")
        found = self.connection.execute(query)
        names = [column[0] for column in found.description]
        with open(path + ".ndjson", "w", encoding="utf-8") as file:
            for row in found.fetchall():
                file.write(json.dumps(dict(zip(names, row)), ensure_ascii=False) + "\n")
        return path + ".ndjson"

    def close(self):
        self.connection.close()


class PostgreSQL:
    name = "postgresql"
    faults = FAR_DAYS + [
        {"dated": "0044-03-15 BC"}, {"sent_on": "0044-03-15 BC"}, {"took": "NaN"}, {"found": "NaN"},
        {"cost": "NaN"}, {"share": "NaN"},
    ]
    types = [({"found": "REAL"}, {"found": "0.5"}), ({"result": "TEXT COLLATE caseless"}, {"result": "PASS"}),
             ({"about": "TEXT COLLATE caseless"}, {"about": "Milestone launch"})]

    def __init__(self):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
        place = shutil.which("initdb") or (found[-1] if found else None)
        if place is None:
            raise ImportError("no initdb")
        self.bin = os.path.dirname(os.path.realpath(place))
        self.folder = tempfile.mkdtemp(prefix="holdback-postgresql-")
        # The server refuses to be run by root.
        self.user = "nobody" if os.getuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        data = os.path.join(self.folder, "data")
        subprocess.run([f"{self.bin}/initdb", "-D", data, "-U", "holdback", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
                       check=True, stdout=subprocess.DEVNULL, **self.rights())
        self.server = subprocess.Popen(
            [f"{self.bin}/postgres", "-D", data, "-k", self.folder, "-c", "listen_addresses="],
            stderr=subprocess.DEVNULL, **self.rights())
        for _ in range(100):
            if os.path.exists(os.path.join(self.folder, ".s.PGSQL.5432")):
                break
            time.sleep(0.1)

    def rights(self):
        if self.user is None:
            return {}
        user = pwd.getpwnam(self.user)
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": self.folder}

    def answer(self, table, query, path, types):
        named = ", ".join(f'"{n}" {t}' for n, t in columns("TEXT", types).items())
        path += ".csv"
        script = "SET client_min_messages = warning;\nCREATE COLLATION IF NOT EXISTS caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);\n"
        script += f"DROP TABLE IF EXISTS test_runs;\nCREATE TABLE test_runs ({named});\n"
        script += f"\\copy test_runs FROM '{table}' (FORMAT csv, HEADER)\n"
        script += "CREATE TEMPORARY VIEW answer AS\n" + query + ";\n"
        script += f"\\copy (SELECT * FROM answer) TO '{path}' (FORMAT csv, HEADER)\n"
        subprocess.run(["psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-h", self.folder,
                        "-U", "holdback", "postgres"], input=script, text=True, check=True)
        return path

    def close(self):
        # Told so, it does not wait for whoever is still connected.
        self.server.send_signal(signal.SIGINT)
        self.server.wait()
        shutil.rmtree(self.folder)


class Spark:
    name = "spark"
    faults = []
    types = [({"share": "STRING"}, {"share": "0.89999996"}), ({"took": "DOUBLE"}, {"took": "0.5"}),
             ({"ordinal": "STRING"}, {})]

    def __init__(self):
        if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
            raise ImportError("no pyspark or no java")
        from pyspark.sql import SparkSession
        self.session = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
                        .config("spark.sql.shuffle.partitions", "2").getOrCreate())
        self.session.sparkContext.setLogLevel("OFF")

    def answer(self, table, query, path, types):
        named = ", ".join(f"`{n}` {t}" for n, t in columns("STRING", types).items())
        self.session.read.csv(table, schema=named, header=True, quote='"', escape='"', mode="FAILFAST"
                              ).createOrReplaceTempView("test_runs")
        with open(path + ".ndjson", "w", encoding="utf-8") as file:
            for row in self.session.sql(query).collect():
                file.write(json.dumps(row.asDict(), ensure_ascii=False) + "\n")
        return path + ".ndjson"

    def close(self):
        self.session.stop()


# What no measure may be made from: a view with one such record decides nothing.
FAULTS = [
    {"about": ""}, {"about": "accounts"}, {"about": "invoice one"}, {"by": ""}, {"by": "supplier"},
    {"dated": ""}, {"recorded": "2013-09-30"}, {"ordinal": ""}, {"ordinal": 1}, {"result": ""},
    {"result": "PASS"}, {"result": "pass "}, {"took": ""}, {"took": "-0.000001"}, {"share": "1.0000001"},
    {"cost": "-0.01"}, {"check": ""}, {"sent_on": ""}, {"found": ""},
]


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def prepare(folder):
    """Writes the rules, and the contract twice: beside records, and alone."""
    kept, measured = os.path.join(folder, "kept"), os.path.join(folder, "measured")
    for place in (kept, measured):
        os.makedirs(place, exist_ok=True)
        write(os.path.join(place, "sample.contract"), contract())
    rules = os.path.join(folder, "sample.rules")
    write(rules, RULES)
    # A server may run as somebody else.
    os.chmod(folder, 0o755)
    return kept, measured, ["--rules", rules, "--as-of", "2013-12-31"]


def measure(holdback, engine, rows, folder, status=(0, 1, 4), types={}):
    """Has the engine measure the rows, and decides on what it answered."""
    _, measured, common = prepare(folder)
    table = os.path.join(folder, "runs.csv")
    with open(table, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    query = run(holdback, "sql", os.path.join(measured, "sample.contract"), "--dialect", engine.name,
                *common, status=(0,)).stdout
    answer = engine.answer(table, query, os.path.join(folder, "answer"), types)
    return run(holdback, "check", measured, "--format", "json", "--measures", answer, *common,
               status=status)


def compare(holdback, engine, rows, folder):
    """Decides on the records and on the measures; returns whether both come to the same."""
    kept, _, common = prepare(folder)
    write(os.path.join(kept, "runs.ndjson"), "".join(map(as_record, rows)))
    by_records = run(holdback, "check", kept, "--format", "json", *common)
    by_measures = measure(holdback, engine, rows, folder)
    same = decisions(by_records.stdout) == decisions(by_measures.stdout)
    return same and by_records.returncode == by_measures.returncode


def refuses(holdback, engine, fault, folder, types={}):
    """Returns whether nothing is decided where one record of a view has a fault, or its columns have."""
    rows = list(records(5, 1))
    rows[3] = rows[3] | fault
    done = measure(holdback, engine, rows, folder, status=(0, 1, 2, 4), types=types)
    return done.returncode == 2 and "error[measures-faulty]" in done.stderr


def main():
    options = argparse.ArgumentParser()
    options.add_argument("holdback")
    options.add_argument("engines", nargs="*", default=["duckdb", "postgresql", "spark"])
    options.add_argument("--records", type=int, default=3000)
    options.add_argument("--seeds", type=int, default=3)
    options.add_argument("--every", type=int, default=1, help="try every n-th fault only")
    asked = options.parse_args()
    holdback = os.path.abspath(asked.holdback)
    failed = False
    for kind in (DuckDB, PostgreSQL, Spark):
        if kind.name not in asked.engines:
            continue
        try:
            engine = kind()
        except ImportError as absence:
            print(f"{kind.name}: passed over ({absence})")
            continue
        try:
            with tempfile.TemporaryDirectory(prefix="holdback-measures-") as folder:
                for seed in range(1, asked.seeds + 1):
                    for count in (0, 1, 40, asked.records):
                        same = compare(holdback, engine, list(records(count, seed)), folder)
                        failed = failed or not same
                        print(f"{kind.name}: seed {seed}, {count} records: "
                              + ("the same decisions" if same else "OTHER DECISIONS"), flush=True)
                faults = [({}, fault) for fault in FAULTS[::asked.every] + engine.faults]
                for types, fault in faults + engine.types:
                    refused = refuses(holdback, engine, fault, folder, types)
                    failed = failed or not refused
                    print(f"{kind.name}: {types or ''}{fault}: " + ("refused" if refused else "TAKEN"), flush=True)
        finally:
            engine.close()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
