-- What the runs of each check came to, over a view `runs` of the file, with the longest run of failures.
with
numbered as (
  select
    deliverable, "check", result = 'pass' as passed, left("at", 10) as day, ms,
    -- Failures one after another have the same number of passes before them.
    sum((result = 'pass')::int) over (
      partition by deliverable, "check" order by "at" rows unbounded preceding
    ) as passes_before
  from runs
),
streaks as (
  select deliverable, "check", max(length) as streak
  from (
    select deliverable, "check", count(*) as length
    from numbered
    where not passed
    group by deliverable, "check", passes_before
  )
  group by deliverable, "check"
),
days as (
  select deliverable, "check", min(share) as worst
  from (
    select deliverable, "check", count(*) filter (where passed) * 10000 // count(*) as share
    from numbered
    group by deliverable, "check", day
  )
  group by deliverable, "check"
),
groups as (
  select
    deliverable, "check", count(*) as records, count(*) filter (where passed) as passes,
    quantile_disc(ms, 0.95) as p95
  from numbered
  group by deliverable, "check"
)
select
  count(*) as groups, sum(records) as records, sum(p95) as p95, sum(worst) as worst,
  sum(coalesce(streak, 0)) as streak,
  count(*) filter (where passes * 100 >= records * 95 and p95 <= 500 and worst >= 8000) as pay
from groups
join days using (deliverable, "check")
left join streaks using (deliverable, "check")
