-- The measures that the rules ask for. What is read, one row a record:
--   `test_runs`: about STRING, `by` STRING, dated DATE, recorded DATE (or null), `ordinal` BIGINT (one each, in order), `check` STRING, `result` STRING, `took` DECIMAL(19, 6)
WITH
holdback_parts (part, about) AS (VALUES
  (0, 'contract'),
  (1, 'milestone launch'),
  (2, 'milestone launch deliverable accounts'),
  (3, 'invoice one'),
  (4, 'invoice one line launch')),
holdback_records_1 AS (
  SELECT p.part, decode(encode(r.`by`, 'UTF-8'), 'UTF-8') AS asserter, datediff(r.dated, DATE '1970-01-01') AS day, r.`ordinal` AS place,
    decode(encode(r.`check`, 'UTF-8'), 'UTF-8') AS f0,
    decode(encode(r.`result`, 'UTF-8'), 'UTF-8') AS f1,
    CAST(CAST(r.`took` AS DECIMAL(19, 6)) * 1000000 AS DECIMAL(19, 0)) AS f2
  FROM `test_runs` r JOIN holdback_parts p ON p.about = decode(encode(r.about, 'UTF-8'), 'UTF-8')
  WHERE datediff(coalesce(r.recorded, r.dated), DATE '1970-01-01') <= 16065),
holdback_faults_1 AS (
  SELECT count(*) - count(CASE WHEN decode(encode(r.about, 'UTF-8'), 'UTF-8') IN ('milestone launch deliverable accounts')
      AND datediff(r.dated, DATE '1970-01-01') BETWEEN -719162 AND 2932896
      AND (r.recorded IS NULL OR r.recorded >= r.dated
  AND datediff(r.recorded, DATE '1970-01-01') BETWEEN -719162 AND 2932896)
      AND decode(encode(r.`by`, 'UTF-8'), 'UTF-8') IN ('buyer', 'verifier')
      AND r.`ordinal` IS NOT NULL
      AND (typeof(r.`ordinal`) LIKE 'decimal%' OR typeof(r.`ordinal`) IN ('tinyint', 'smallint', 'int', 'bigint'))
      AND r.`check` IS NOT NULL
      AND decode(encode(r.`result`, 'UTF-8'), 'UTF-8') IN ('pass', 'fail')
      AND (typeof(r.`took`) LIKE 'decimal%' OR typeof(r.`took`) IN ('tinyint', 'smallint', 'int', 'bigint'))
      AND r.`took` = CAST(r.`took` AS DECIMAL(19, 6))
      AND CAST(CAST(r.`took` AS DECIMAL(19, 6)) * 1000000 AS DECIMAL(19, 0)) BETWEEN 0 AND 9223372036854775807 THEN 1 END) + count(r.`ordinal`) - count(DISTINCT r.`ordinal`) AS faults
  FROM `test_runs` r),
holdback_looks_1 (part, subject) AS (VALUES (2, 2)),
holdback_members_1 AS (
  SELECT l.subject, r.* FROM holdback_records_1 r JOIN holdback_looks_1 l ON l.part = r.part
  WHERE 1 = 1),
holdback_measure_1 AS (
  SELECT subject, CAST(count(*) AS BIGINT) AS members, CAST(count(CASE WHEN f1 IN ('pass') THEN 1 END) AS BIGINT) AS passed,
    CAST(NULL AS BIGINT) AS total, CAST(NULL AS STRING) AS value
  FROM holdback_members_1
  GROUP BY subject),
holdback_looks_2 (part, subject) AS (VALUES (2, 2)),
holdback_members_2 AS (
  SELECT l.subject, r.* FROM holdback_records_1 r JOIN holdback_looks_2 l ON l.part = r.part
  WHERE f0 IN ('O\'Neill \\ "x" \u0024{y}')),
holdback_measure_2 AS (
  SELECT subject, CAST(max(members) AS BIGINT) AS members, CAST(NULL AS BIGINT) AS passed,
    CAST(NULL AS BIGINT) AS total, CAST(min(CASE WHEN place * 20 >= members * 19 THEN said END) AS STRING) AS value
  FROM (SELECT subject, f2 AS said,
    row_number() OVER (PARTITION BY subject ORDER BY f2) AS place,
    count(*) OVER (PARTITION BY subject) AS members FROM holdback_members_2) ranked
  GROUP BY subject),
holdback_looks_3 (part, subject) AS (VALUES (2, 2)),
holdback_members_3 AS (
  SELECT l.subject, r.* FROM holdback_records_1 r JOIN holdback_looks_3 l ON l.part = r.part
  WHERE 1 = 1),
holdback_days_3 AS (
  SELECT subject, day, count(*) AS total, count(CASE WHEN f1 IN ('pass') THEN 1 END) AS passed FROM holdback_members_3
  GROUP BY subject, day),
holdback_measure_3 AS (
  SELECT a.subject, a.members, w.passed, w.total, CAST(NULL AS STRING) AS value
  FROM (SELECT subject, CAST(sum(total) AS BIGINT) AS members FROM holdback_days_3 GROUP BY subject) a
  JOIN (SELECT d.subject, min(d.passed) AS passed, min(d.total) AS total FROM holdback_days_3 d
    WHERE NOT EXISTS (SELECT 1 FROM holdback_days_3 o
      WHERE o.subject = d.subject AND o.passed * d.total < d.passed * o.total)
    GROUP BY d.subject) w ON w.subject = a.subject),
holdback_looks_4 (part, subject) AS (VALUES (2, 2)),
holdback_members_4 AS (
  SELECT l.subject, r.* FROM holdback_records_1 r JOIN holdback_looks_4 l ON l.part = r.part
  WHERE 1 = 1),
holdback_measure_4 AS (
  SELECT subject, CAST(sum(lasting) AS BIGINT) AS members, CAST(NULL AS BIGINT) AS passed,
    CAST(NULL AS BIGINT) AS total, CAST(coalesce(max(CASE WHEN passing = 1 THEN lasting END), 0) AS STRING) AS value
  FROM (SELECT subject, passing, island, count(*) AS lasting FROM
    (SELECT subject, passing, row_number() OVER (PARTITION BY subject ORDER BY day, place)
      - row_number() OVER (PARTITION BY subject, passing ORDER BY day, place) AS island
    FROM (SELECT subject, day, place,
      CASE WHEN f1 IN ('fail') THEN 1 ELSE 0 END AS passing FROM holdback_members_4) tested
  ) numbered GROUP BY subject, passing, island) runs
  GROUP BY subject),
holdback_looks_5 (part, subject) AS (VALUES (2, 2)),
holdback_members_5 AS (
  SELECT l.subject, r.* FROM holdback_records_1 r JOIN holdback_looks_5 l ON l.part = r.part
  WHERE 1 = 1),
holdback_measure_5 AS (
  SELECT subject, CAST(max(members) AS BIGINT) AS members, CAST(CASE WHEN min(said) = max(said) THEN count(*) ELSE 0 END AS BIGINT) AS passed,
    CAST(count(*) AS BIGINT) AS total, CAST(min(said) AS STRING) AS value
  FROM (SELECT subject, f1 AS said, day, max(day) OVER (PARTITION BY subject) AS edge,
    count(*) OVER (PARTITION BY subject) AS members FROM holdback_members_5) dated
  WHERE day = edge
  GROUP BY subject)
SELECT '923237b1ebc1e9757c849e7d9a8172a5e15b98ba36c52101acdee08f30421079' AS rules, measure, about, members, passed, total, value, faults
FROM (
SELECT 'working/passing' AS measure, p.about, coalesce(m.members, 0) AS members, m.passed,
  m.total, m.value, f.faults
FROM holdback_parts p CROSS JOIN holdback_faults_1 f LEFT JOIN holdback_measure_1 m ON m.subject = p.part
WHERE p.part IN (2)
UNION ALL
SELECT 'working/slow' AS measure, p.about, coalesce(m.members, 0) AS members, m.passed,
  m.total, m.value, f.faults
FROM holdback_parts p CROSS JOIN holdback_faults_1 f LEFT JOIN holdback_measure_2 m ON m.subject = p.part
WHERE p.part IN (2)
UNION ALL
SELECT 'working/worst' AS measure, p.about, coalesce(m.members, 0) AS members, m.passed,
  m.total, m.value, f.faults
FROM holdback_parts p CROSS JOIN holdback_faults_1 f LEFT JOIN holdback_measure_3 m ON m.subject = p.part
WHERE p.part IN (2)
UNION ALL
SELECT 'working/streak' AS measure, p.about, coalesce(m.members, 0) AS members, m.passed,
  m.total, m.value, f.faults
FROM holdback_parts p CROSS JOIN holdback_faults_1 f LEFT JOIN holdback_measure_4 m ON m.subject = p.part
WHERE p.part IN (2)
UNION ALL
SELECT 'working/newest' AS measure, p.about, coalesce(m.members, 0) AS members, m.passed,
  m.total, m.value, f.faults
FROM holdback_parts p CROSS JOIN holdback_faults_1 f LEFT JOIN holdback_measure_5 m ON m.subject = p.part
WHERE p.part IN (2)
) answers
ORDER BY measure, about
