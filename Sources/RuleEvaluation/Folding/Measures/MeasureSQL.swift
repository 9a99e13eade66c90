import ContractModel

/// One measure: who counts for whom, and what those come to.
struct MeasureSQL {
  private let measure: MeasurePlan.Measure
  private let number: Int
  private let kind: KindSQL

  init(_ measure: MeasurePlan.Measure, number: Int, kind: KindSQL) {
    self.measure = measure
    self.number = number
    self.kind = kind
  }

  private var slot: FoldSlot { measure.slot }
  private var looks: SQL { "holdback_looks_\(number)" }
  private var members: SQL { "holdback_members_\(number)" }
  private var days: SQL { "holdback_days_\(number)" }
  private var result: SQL { "holdback_measure_\(number)" }

  var steps: [SQL] {
    var steps = [stepOfLooks, stepOfMembers]
    if case .worstDay(let test) = slot.measure { steps.append(stepOfDays(test)) }
    return steps + ["\(result) AS (\n\(measured))"]
  }

  /// A row for each subject, whether or not a record counts for it.
  var answer: SQL {
    let subjects = slot.parts.map { subject -> SQL in "\(subject.index)" }
    return """
      SELECT \(text: measure.name) AS measure, p.about, coalesce(m.members, 0) AS members, m.passed,
        m.total, m.value, f.faults
      FROM holdback_parts p CROSS JOIN \(kind.faultsName) f LEFT JOIN \(result) m ON m.subject = p.part
      WHERE p.part IN (\(subjects.joined(by: ", ")))
      """
  }

  /// For each part, the part looked into that records about it count for.
  private var stepOfLooks: SQL {
    var pairs: [SQL] = []
    for (part, reader) in slot.readers.enumerated() where kind.isOnFile(part) && reader >= 0 {
      pairs.append("(\(part), \(slot.parts[Int(reader)].index))")
    }
    // No engine takes a list without a row; nothing is about such a part.
    if pairs.isEmpty { pairs = ["(-1, -1)"] }
    return "\(looks) (part, subject) AS (VALUES \(pairs.joined(by: ", ")))"
  }

  private var stepOfMembers: SQL {
    """
    \(members) AS (
      SELECT l.subject, r.* FROM \(kind.name) r JOIN \(looks) l ON l.part = r.part
      WHERE \(kind.condition(slot.filter)))
    """
  }

  private func stepOfDays(_ test: FoldTest) -> SQL {
    """
    \(days) AS (
      SELECT subject, day, count(*) AS total, \(passing(test)) AS passed FROM \(members)
      GROUP BY subject, day)
    """
  }

  private func passing(_ test: FoldTest) -> SQL {
    "count(CASE WHEN \(kind.condition(test)) THEN 1 END)"
  }

  // MARK: Measures

  private var measured: SQL {
    switch slot.measure {
    case .members: row(from: members)
    case .passes(let test): row(passed: passing(test), from: members)
    case .sum(let column): sum(kind.column(column))
    case .earliest(let column): extreme(kind.column(column), of: "min(day)")
    case .latest(let column): extreme(kind.column(column), of: "max(day)")
    case .largest(let column): row(value: "max(\(kind.column(column)))", from: members)
    case .smallest(let column): row(value: "min(\(kind.column(column)))", from: members)
    case .percentile(let column, let share, _): percentile(kind.column(column), share)
    case .longestRun(let test): longestRun(test)
    case .worstDay: worstDay
    }
  }

  private func row(
    members: SQL = "count(*)", passed: SQL = "NULL", total: SQL = "NULL", value: SQL = "NULL",
    from source: SQL
  ) -> SQL {
    """
      SELECT subject, CAST(\(members) AS BIGINT) AS members, CAST(\(passed) AS BIGINT) AS passed,
        CAST(\(total) AS BIGINT) AS total, CAST(\(value) AS \(SQL.textType)) AS value
      FROM \(source)
      GROUP BY subject
    """
  }

  /// `passed` are those that are not below zero: a sum that goes on is at least what it is if all are.
  private func sum(_ column: SQL) -> SQL {
    row(
      passed: "count(CASE WHEN \(column) >= 0 THEN 1 END)", value: "sum(\(column))", from: members)
  }

  /// `total` are the records of the day, `passed` all or none of them: whether they agree.
  private func extreme(_ column: SQL, of edge: SQL) -> SQL {
    row(
      members: "max(members)",
      passed: "CASE WHEN min(said) = max(said) THEN count(*) ELSE 0 END", total: "count(*)",
      value: "min(said)",
      from: """
        (SELECT subject, \(column) AS said, day, \(edge) OVER (PARTITION BY subject) AS edge,
            count(*) OVER (PARTITION BY subject) AS members FROM \(members)) dated
          WHERE day = edge
        """)
  }

  /// The least value whose place is at least the share of all: counted, never divided.
  private func percentile(_ column: SQL, _ share: Rational) -> SQL {
    row(
      members: "max(members)",
      value:
        "min(CASE WHEN place * \(share.denominator) >= members * \(share.numerator) THEN said END)",
      from: """
        (SELECT subject, \(column) AS said,
            row_number() OVER (PARTITION BY subject ORDER BY \(column)) AS place,
            count(*) OVER (PARTITION BY subject) AS members FROM \(members)) ranked
        """)
  }

  /// Records that pass and have none that fails between them have failed the same number before.
  private func longestRun(_ test: FoldTest) -> SQL {
    row(
      members: "sum(lasting)", value: "coalesce(max(CASE WHEN passing = 1 THEN lasting END), 0)",
      from: """
        (SELECT subject, passing, island, count(*) AS lasting FROM
            (SELECT subject, passing, row_number() OVER (PARTITION BY subject ORDER BY day, place)
              - row_number() OVER (PARTITION BY subject, passing ORDER BY day, place) AS island
            FROM (SELECT subject, day, place,
              CASE WHEN \(kind.condition(test)) THEN 1 ELSE 0 END AS passing FROM \(members)) tested
          ) numbered GROUP BY subject, passing, island) runs
        """)
  }

  /// The day that no other is worse than; shares are compared crosswise, never divided.
  private var worstDay: SQL {
    """
      SELECT a.subject, a.members, w.passed, w.total, CAST(NULL AS \(SQL.textType)) AS value
      FROM (SELECT subject, CAST(sum(total) AS BIGINT) AS members FROM \(days) GROUP BY subject) a
      JOIN (SELECT d.subject, min(d.passed) AS passed, min(d.total) AS total FROM \(days) d
        WHERE NOT EXISTS (SELECT 1 FROM \(days) o
          WHERE o.subject = d.subject AND o.passed * d.total < d.passed * o.total)
        GROUP BY d.subject) w ON w.subject = a.subject
    """
  }
}
