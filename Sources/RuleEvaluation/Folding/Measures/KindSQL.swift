import ContractModel
import RuleChecking

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

  private var about: SQL { .byteByByte("r.about") }
  private var asserter: SQL { .byteByByte("r.\(name: "by")") }

  /// The records that are on file as of the date, in whole numbers.
  var records: SQL {
    let fields = columns.map { column -> SQL in ",\n    \(column.value) AS f\(column.place)" }
    let order: SQL = fold.needsOrder ? ", r.\(name: MeasuredColumn.order) AS place" : ""
    return """
      \(name) AS (
        SELECT p.part, \(asserter) AS asserter, \(SQL.dayNumber(of: "r.dated")) AS day\(order)\(fields.joined(by: ""))
        FROM \(table) r JOIN holdback_parts p ON p.about = \(about)
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
      SQL(about, isOneOf: parts.map { plan.spellings[$0] }),
      SQL(SQL.dayNumber(of: "r.dated"), isBetween: MeasuredColumn.days),
      """
      (r.recorded IS NULL OR r.recorded >= r.dated
        AND \(SQL(SQL.dayNumber(of: "r.recorded"), isBetween: MeasuredColumn.days)))
      """,
    ]
    let roles = plan.fold.roles.enumerated().filter { fold.entitled?[$0.offset] ?? true }
    let entitled = SQL(asserter, isOneOf: roles.map(\.element))
    if fold.entitled != nil || fold.readsAsserter {
      sound.append(entitled)
    } else {
      sound.append("(r.\(name: "by") IS NULL OR \(entitled))")
    }
    if fold.needsOrder {
      sound += [
        "r.\(name: MeasuredColumn.order) IS NOT NULL",
        .isExactNumber("r.\(name: MeasuredColumn.order)"),
      ]
    }
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
