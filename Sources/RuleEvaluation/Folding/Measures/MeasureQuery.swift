package import ContractModel
import RuleChecking

extension MeasurePlan {
  /// The columns of the answer, in their order.
  package static let columns = [
    "rules", "measure", "about", "members", "passed", "total", "value", "faults",
  ]

  /// Returns the one query whose answer is all measures, a row for each and each of its subjects.
  package func query(in dialect: SQLDialect) -> String {
    QueryWriter(plan: self).query.rendering(in: dialect)
  }
}

/// Writes the query: records as whole numbers, those that count for each subject, what they come to.
private struct QueryWriter {
  let plan: MeasurePlan

  var query: SQL {
    let kinds = plan.measuredKinds.map { KindSQL(plan, kind: $0) }
    var steps: [SQL] = [parts]
    for kind in kinds { steps += [kind.records, kind.faults] }
    var answers: [SQL] = []
    for (number, measure) in plan.measures.enumerated() {
      guard let kind = kinds.first(where: { $0.kind == measure.kind }) else { continue }
      let sql = MeasureSQL(measure, number: number + 1, kind: kind)
      steps += sql.steps
      answers.append(sql.answer)
    }
    return """
      \(comment(kinds))WITH
      \(steps.joined(by: ",\n"))
      SELECT \(text: plan.digest) AS rules, measure, about, members, passed, total, value, faults
      FROM (
      \(answers.joined(by: "\nUNION ALL\n"))
      ) answers
      ORDER BY measure, about

      """
  }

  /// Which tables or views are read, and how they must look.
  private func comment(_ kinds: [KindSQL]) -> SQL {
    let views = kinds.map { $0.comment }.joined(by: "")
    return """
      -- The measures that the rules ask for. What is read, one row a record:
      \(views)
      """
  }

  private var parts: SQL {
    let rows = plan.spellings.enumerated().map { place, spelling -> SQL in
      "  (\(place), \(text: spelling))"
    }
    return """
      holdback_parts (part, about) AS (VALUES
      \(rows.joined(by: ",\n")))
      """
  }
}
