"""portfolio.py FILE: the twelve rules of a portfolio, by hand, with orjson, a line at a time.

What is missing holds the money, as it does in Rules/sources/portfolio.rules. Prints totals only.
"""

import sys
from datetime import date

import orjson

ordinals = {}


def ordinal(text):
    found = ordinals.get(text)
    if found is None:
        found = ordinals[text] = date.fromisoformat(text).toordinal()
    return found


def decide(contract):
    """The findings of one contract, its pay and what is withheld, in cents."""
    terms = contract["terms"]
    as_of = contract["as_of"]
    today = ordinal(as_of)
    findings = 0
    runs = {}
    for run in contract["status"]:
        of = runs.get(run["deliverable"])
        passed = run["result"] == "pass"
        if of is None:
            runs[run["deliverable"]] = [1, passed, run["at"], passed]
            continue
        of[0] += 1
        of[1] += passed
        if run["at"] >= of[2]:
            of[2] = run["at"]
            of[3] = passed
    critical = set()
    for defect in contract["defects"]:
        if defect["severity"] == "critical" and defect["state"] == "open":
            critical.add(defect["deliverable"])
    # Of each milestone: runs, passes, the newest run, an open critical defect, held by a deliverable.
    sums = {}
    for deliverable in contract["deliverables"]:
        name = deliverable["id"]
        milestone = deliverable["milestone"]
        of = sums.get(milestone)
        if of is None:
            of = sums[milestone] = [0, 0, "", False, False]
        due = deliverable["due"] <= as_of
        if due and not deliverable["evidence"]:
            findings += 1
            of[4] = True
        if name in critical:
            of[3] = True
        run = runs.get(name)
        if run is None:
            findings += 1 + due
            of[4] = True
            continue
        of[0] += run[0]
        of[1] += run[1]
        if run[2] > of[2]:
            of[2] = run[2]
        if not run[3]:
            findings += 1
            of[4] = True
    billed = 0
    for milestone in contract["milestones"]:
        if milestone["invoice"] is not None:
            billed += milestone["invoice"]["amount"]
    suspended = billed > contract["value"]
    findings += suspended
    pay = withheld = 0
    for milestone in contract["milestones"]:
        tried, passed, newest, defective, held = sums[milestone["id"]]
        late = max(0, ordinal(milestone["done"] or as_of) - ordinal(milestone["due"]))
        if late:
            findings += 2
        if not tried or passed * 10000 < terms["min_pass_bp"] * tried:
            findings += 1
            held = True
        if milestone["claimed_bp"] - milestone["verified_bp"] > terms["max_gap_bp"]:
            findings += 1
            held = True
        if defective:
            findings += 1
            held = True
        if milestone["done"] is None:
            if not tried or today - ordinal(newest[:10]) > terms["stale_days"]:
                findings += 1
        if milestone["invoice"] is None:
            continue
        asked = milestone["invoice"]["amount"]
        if asked > milestone["amount"]:
            findings += 1
            held = True
        if held or suspended:
            withheld += asked
            continue
        cap = milestone["amount"] * terms["ld_cap_bp"] // 10000
        damages = min(late * terms["ld_per_day"], cap)
        pay += max(0, asked - damages - asked * terms["retainage_bp"] // 10000)
    return findings, pay, withheld


contracts = findings = pay = withheld = 0
with open(sys.argv[1], "rb") as lines:
    for line in lines:
        found, paid, held = decide(orjson.loads(line))
        contracts += 1
        findings += found
        pay += paid
        withheld += held
print(f"contracts={contracts} findings={findings} pay={pay} withheld={withheld}")
