# The twelve rules of a portfolio over JSON lines: jaq -n -r -f portfolio.jq FILE. What is missing holds the money.
def days: "\(.[:10])T00:00:00Z" | fromdateiso8601 / 86400 | floor;
def one: if . then 1 else 0 end;

def decided:
  . as $c
  | (.as_of | days) as $today
  | (reduce .status[] as $r ({};
      .[$r.deliverable] |= {
        tried: ((.tried // 0) + 1),
        passed: ((.passed // 0) + ($r.result == "pass" | one)),
        newest: (if $r.at > (.newest // "") then $r.at else .newest end),
        latest: (if $r.at > (.newest // "") then $r.result else .latest end)
      })) as $runs
  | (reduce (.defects[] | select(.severity == "critical" and .state == "open")) as $d ({};
      .[$d.deliverable] = true)) as $critical
  | (reduce .deliverables[] as $d ({};
      ($runs[$d.id] // {tried: 0, passed: 0, newest: "", latest: null}) as $r
      | ($d.due <= $c.as_of) as $due
      | (($due and ($d.evidence | length == 0) | one) + ($due and $r.tried == 0 | one)
          + ($r.latest != "pass" | one)) as $found
      | .[$d.milestone] |= {
          tried: ((.tried // 0) + $r.tried),
          passed: ((.passed // 0) + $r.passed),
          newest: ([.newest // "", $r.newest] | max),
          defective: ((.defective // false) or ($critical[$d.id] // false)),
          findings: ((.findings // 0) + $found)
        })) as $parts
  | (([.milestones[].invoice | values | .amount] | add // 0) > .value) as $suspended
  | reduce .milestones[] as $m ({findings: ($suspended | one), pay: 0, withheld: 0};
      $parts[$m.id] as $p
      | ([0, (($m.done // $c.as_of | days) - ($m.due | days))] | max) as $late
      | ($p.tried == 0 or $p.passed * 10000 < $c.terms.min_pass_bp * $p.tried) as $failing
      | ($m.claimed_bp - $m.verified_bp > $c.terms.max_gap_bp) as $ahead
      | ($m.done == null and ($p.tried == 0 or $today - ($p.newest | days) > $c.terms.stale_days)) as $quiet
      | $m.invoice.amount as $asked
      | ($asked != null and $asked > $m.amount) as $above
      | .findings += $p.findings + 2 * ($late > 0 | one) + ($failing | one) + ($ahead | one)
          + ($p.defective | one) + ($quiet | one) + ($above | one)
      | if $asked == null then .
        elif $suspended or $p.findings > 0 or $failing or $ahead or $p.defective or $above then .withheld += $asked
        else
          ([$late * $c.terms.ld_per_day, ($m.amount * $c.terms.ld_cap_bp / 10000 | floor)] | min) as $damages
          | .pay += ([0, $asked - $damages - ($asked * $c.terms.retainage_bp / 10000 | floor)] | max)
        end);

reduce (inputs | decided) as $d ({contracts: 0, findings: 0, pay: 0, withheld: 0};
  .contracts += 1 | .findings += $d.findings | .pay += $d.pay | .withheld += $d.withheld)
| "contracts=\(.contracts) findings=\(.findings) pay=\(.pay) withheld=\(.withheld)"
