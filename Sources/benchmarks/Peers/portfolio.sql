-- The twelve rules of a portfolio, over a table `contracts` of the file. What is missing holds the money.
with
runs as (
  select
    id, run.deliverable, count(*) as tried, count(*) filter (where run.result = 'pass') as passed,
    max(run."at") as newest, arg_max(run.result, run."at") as latest
  from (select id, unnest(status) as run from contracts)
  group by id, run.deliverable
),
critical as (
  select distinct id, defect.deliverable
  from (select id, unnest(defects) as defect from contracts)
  where defect.severity = 'critical' and defect.state = 'open'
),
parts as (
  select
    c.id, c.part.milestone as milestone, coalesce(r.tried, 0) as tried, coalesce(r.passed, 0) as passed,
    r.newest, k.id is not null as defective,
    c.part.due <= c.as_of and len(c.part.evidence) = 0 as unshown,
    c.part.due <= c.as_of and r.tried is null as untried,
    r.tried is null or r.latest <> 'pass' as unpassed
  from (select id, as_of, unnest(deliverables) as part from contracts) as c
  left join runs as r on r.id = c.id and r.deliverable = c.part.id
  left join critical as k on k.id = c.id and k.deliverable = c.part.id
),
of_parts as (
  select
    id, milestone, sum(tried) as tried, sum(passed) as passed, max(newest) as newest,
    bool_or(defective) as defective, bool_or(unshown or untried or unpassed) as held,
    sum(unshown::int + untried::int + unpassed::int) as findings
  from parts
  group by id, milestone
),
stones as (
  select
    id, as_of, terms, value, stone, stone.invoice.amount as asked,
    sum(stone.invoice.amount) over (partition by id) as billed
  from (select id, as_of, terms, value, unnest(milestones) as stone from contracts)
),
asked_of_stones as (
  select
    s.id, s.asked, s.stone.amount as amount, s.terms, p.held, p.findings,
    greatest(0, date_diff('day', s.stone.due::date, coalesce(s.stone.done, s.as_of)::date)) as late,
    coalesce(s.billed > s.value, false) as suspended,
    p.tried = 0 or p.passed * 10000 < s.terms.min_pass_bp * p.tried as failing,
    s.stone.claimed_bp - s.stone.verified_bp > s.terms.max_gap_bp as ahead,
    p.defective,
    coalesce(s.asked > s.stone.amount, false) as above,
    s.stone.done is null and (
      p.newest is null or date_diff('day', left(p.newest, 10)::date, s.as_of::date) > s.terms.stale_days
    ) as quiet
  from stones as s
  join of_parts as p on p.id = s.id and p.milestone = s.stone.id
),
decided as (
  select
    id, suspended, asked,
    findings + failing::int + ahead::int + defective::int + above::int + quiet::int
      + 2 * (late > 0)::int as findings,
    suspended or held or failing or ahead or defective or above as withheld,
    greatest(
      0,
      asked - least(late * terms.ld_per_day, amount * terms.ld_cap_bp // 10000)
        - asked * terms.retainage_bp // 10000
    ) as payable
  from asked_of_stones
),
of_contracts as (
  select
    id, sum(findings) + bool_or(suspended)::int as findings,
    coalesce(sum(payable) filter (where asked is not null and not withheld), 0) as pay,
    coalesce(sum(asked) filter (where withheld), 0) as withheld
  from decided
  group by id
)
select
  count(*) as contracts, sum(findings) as findings, sum(pay) as pay, sum(withheld) as withheld
from of_contracts
