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

/// The records of one kind, as the engine has them.
struct KindSQL {
  let kind: Int
  private let plan: MeasurePlan
  private let record: RecordKind
  private let fold: KindFold
  private let columns: [MeasuredColumn]

  init(_ plan: MeasurePlan, kind: Int) {
    self.plan = plan
    self.kind = kind
    record = plan.kinds[kind]
    guard let fold = plan.fold.kinds[kind],
      let columns = fold.columns(of: plan.kinds[kind], plan.contract.currency)
    else { preconditionFailure("a kind that is measured can be had exactly") }
    self.fold = fold
    self.columns = columns
  }

  private var table: SQL { "\(name: record.plural.sqlName)" }
  var name: SQL { "holdback_records_\(kind + 1)" }
  var faultsName: SQL { "holdback_faults_\(kind + 1)" }

  var comment: SQL {
    let fields = columns.map { column -> SQL in "\(name: column.name) \(column.type)" }
    let order: [SQL] =
      fold.needsOrder ? ["\(name: MeasuredColumn.order) BIGINT (one each, in order)"] : []
    let heads: [SQL] = [
      "about \(SQL.textType)", "\(name: "by") \(SQL.textType)", "dated DATE",
      "recorded DATE (or null)",
    ]
    return "--   \(table): \((heads + order + fields).joined(by: ", "))\n"
  }

  /// The records that are on file as of the date, in whole numbers.
  var records: SQL {
    let fields = columns.map { column -> SQL in ",\n    \(column.value) AS f\(column.place)" }
    let order: SQL = fold.needsOrder ? ", r.\(name: MeasuredColumn.order) AS place" : ""
    return """
      \(name) AS (
        SELECT p.part, r.\(name: "by") AS asserter, \(SQL.dayNumber(of: "r.dated")) AS day\(order)\(fields.joined(by: ""))
        FROM \(table) r JOIN holdback_parts p ON p.about = r.about
        WHERE \(SQL.dayNumber(of: "coalesce(r.recorded, r.dated)")) <= \(plan.asOf.dayNumber))
      """
  }

  /// How many records are not as a measure needs them: none may be left out, nor guessed at.
  var faults: SQL {
    let order: SQL =
      fold.needsOrder
      ? " + count(r.\(name: MeasuredColumn.order)) - count(DISTINCT r.\(name: MeasuredColumn.order))"
      : ""
    return """
      \(faultsName) AS (
        SELECT count(*) - count(CASE WHEN \(sound.joined(by: "\n      AND ")) THEN 1 END)\(order) AS faults
        FROM \(table) r)
      """
  }

  /// What must hold of every record.
  private var sound: [SQL] {
    let parts = plan.contract.subjects.indices.filter {
      record.about.contains(plan.contract.subjects[$0].kind)
    }
    var sound: [SQL] = [
      SQL("r.about", isOneOf: parts.map { plan.spellings[$0] }), "r.dated IS NOT NULL",
      "(r.recorded IS NULL OR r.recorded >= r.dated)",
    ]
    let roles = plan.fold.roles.enumerated().filter { fold.entitled?[$0.offset] ?? true }
    let entitled = SQL("r.\(name: "by")", isOneOf: roles.map(\.element))
    if fold.entitled != nil || fold.readsAsserter {
      sound.append(entitled)
    } else {
      sound.append("(r.\(name: "by") IS NULL OR \(entitled))")
    }
    if fold.needsOrder { sound.append("r.\(name: MeasuredColumn.order) IS NOT NULL") }
    for column in columns { sound += column.sound(roles: plan.fold.roles) }
    return sound
  }

  /// Whether the part is there on the day of the decision.
  func isOnFile(_ part: Int) -> Bool { fold.isOnFile[part] }

  // MARK: Tests

  func condition(_ test: FoldTest) -> SQL {
    switch test {
    case .always(let holds): holds ? .always : .never
    case .all(let tests): tests.map(condition).bracketed(by: " AND ", ofNone: .always)
    case .any(let tests): tests.map(condition).bracketed(by: " OR ", ofNone: .never)
    case .not(let test): "NOT (\(condition(test)))"
    case .within(let column, let range): SQL(self.column(column), isWithin: range)
    case .words(let column, let mask):
      SQL(
        self.column(column),
        isOneOf: words(of: column).enumerated()
          .filter { $0.offset < UInt64.bitWidth && mask & (1 << UInt64($0.offset)) != 0 }
          .map(\.element))
    case .places(let column, let places):
      SQL(
        self.column(column),
        isOneOf: places.sorted().map {
          column == .by ? plan.fold.roles[Int($0)] : plan.fold.texts[Int($0)]
        })
    }
  }

  func column(_ column: FoldColumn) -> SQL {
    switch column {
    case .declared(let place): "f\(place)"
    case .dated: "day"
    case .by: "asserter"
    }
  }

  private func words(of column: FoldColumn) -> [String] {
    guard case .declared(let place) = column, case .words(let words) = record.fields[place].type
    else { preconditionFailure("only a field that has words is asked for them") }
    return words
  }
}

extension MeasuredColumn {
  fileprivate var type: SQL {
    switch content {
    case .number(let digits, _): "DECIMAL(19, \(digits))"
    case .day: "DATE"
    case .words, .text, .role: .textType
    }
  }

  private var field: SQL { "r.\(name: name)" }

  /// The field as tests and measures have it: numbers whole, days as numbers.
  fileprivate var value: SQL {
    switch content {
    case .number(0, _): "CAST(\(field) AS DECIMAL(19, 0))"
    case .number(let digits, _):
      "CAST(CAST(\(field) AS DECIMAL(19, \(digits))) * \(Self.power(of: digits)) AS DECIMAL(19, 0))"
    case .day: .dayNumber(of: field)
    case .words, .text, .role: field
    }
  }

  /// What must hold so that the value is the very one that the record states.
  fileprivate func sound(roles: [String]) -> [SQL] {
    switch content {
    case .number(let digits, let range):
      [
        "\(field) = CAST(\(field) AS DECIMAL(19, \(digits)))",
        SQL(value, isWithin: range),
      ]
    case .day(let range): ["\(field) IS NOT NULL", SQL(value, isWithin: range)]
    case .words(let words): [SQL(field, isOneOf: words)]
    case .text: ["\(field) IS NOT NULL"]
    case .role: [SQL(field, isOneOf: roles)]
    }
  }

  private static func power(of digits: Int) -> Int64 {
    (0..<digits).reduce(1) { power, _ in power * 10 }
  }
}

extension SQL {
  static let always: SQL = "1 = 1"
  static let never: SQL = "1 = 0"

  init(_ value: SQL, isOneOf texts: [String]) {
    let texts = texts.map { text -> SQL in "\(text: text)" }
    self = texts.isEmpty ? .never : "\(value) IN (\(texts.joined(by: ", ")))"
  }

  init(_ value: SQL, isWithin range: ClosedRange<Int64>) {
    self =
      switch (range.lowerBound, range.upperBound) {
      case (.min, .max): .always
      case (.min, let most): "\(value) <= \(most)"
      case (let least, .max): "\(value) >= \(least)"
      case (let least, let most) where least == most: "\(value) = \(least)"
      case (let least, let most): "\(value) BETWEEN \(least) AND \(most)"
      }
  }
}
