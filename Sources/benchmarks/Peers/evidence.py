"""evidence.py FILE: what the runs of each check came to, in one pass: NDJSON with orjson, else CSV."""

import csv
import sys


def rows_of_json(path):
    import orjson

    with open(path, "rb") as lines:
        for line in lines:
            run = orjson.loads(line)
            yield run["deliverable"], run["check"], run["result"], run["at"], run["ms"]


def rows_of_csv(path):
    with open(path, newline="") as text:
        rows = csv.reader(text)
        next(rows)
        for deliverable, check, result, at, took in rows:
            yield deliverable, check, result, at, int(took)


path = sys.argv[1]
groups = {}
for deliverable, check, result, at, took in (rows_of_csv if path.endswith(".csv") else rows_of_json)(path):
    key = deliverable, check
    group = groups.get(key)
    if group is None:
        # Runs, passes, a histogram of the times, [runs, passes] of each day, failures now, and at worst.
        group = groups[key] = [0, 0, {}, {}, 0, 0]
    group[0] += 1
    times = group[2]
    times[took] = times.get(took, 0) + 1
    day = group[3].get(at[:10])
    if day is None:
        day = group[3][at[:10]] = [0, 0]
    day[0] += 1
    if result == "pass":
        group[1] += 1
        day[1] += 1
        group[4] = 0
    else:
        group[4] += 1
        if group[4] > group[5]:
            group[5] = group[4]

records = slow = worst = streak = pay = 0
for runs, passes, times, days, _, longest in groups.values():
    before = 0
    for took in sorted(times):
        before += times[took]
        if before * 100 >= runs * 95:
            break
    least = min(good * 10000 // tried for tried, good in days.values())
    records += runs
    slow += took
    worst += least
    streak += longest
    pay += passes * 100 >= runs * 95 and took <= 500 and least >= 8000
print(f"groups={len(groups)} records={records} p95={slow} worst={worst} streak={streak} pay={pay}")
