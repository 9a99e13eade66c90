internal import ContractModel
internal import SourceText

/// What two versions decide otherwise, for other programs; the shape is versioned.
package enum JSONDiff {
  /// The version of the shape; it changes only when a reader of the old one would break.
  package static let version = 1

  /// Returns the whole JSON text, the same for the same report.
  package static func rendering(_ report: DiffReport) -> String {
    let movers = Set(report.movers)
    return JSONValue.object([
      ("version", .number(version)),
      ("asOf", .string(report.asOf.text)),
      ("moves", .bool(report.diff.moves)),
      ("old", report.old.json),
      ("new", report.new.json),
      ("editsTried", .bool(report.diff.areEditsTried)),
      (
        "edits",
        .array(
          report.diff.edits.enumerated().map {
            $0.element.json(number: $0.offset, moves: movers.contains($0.offset))
          })
      ),
      ("contracts", .array(report.diff.contracts.map(\.json))),
    ]).text
  }
}

extension DiffReport.Side {
  fileprivate var json: JSONValue {
    .object([
      ("name", .string(name)),
      ("diagnostics", .array(diagnostics.map { $0.json(in: files) })),
    ])
  }
}

extension TextEdit {
  fileprivate func json(number: Int, moves: Bool) -> JSONValue {
    .object([
      ("edit", .number(number)),
      ("kind", .string(kind.rawValue)),
      ("what", .string(what)),
      ("old", old?.json ?? .null),
      ("new", new?.json ?? .null),
      ("oldWords", .text(words?.old)),
      ("newWords", .text(words?.new)),
      ("moves", .bool(moves)),
    ])
  }
}

extension TextPlace {
  fileprivate var json: JSONValue {
    .object([("file", .string(path)), ("line", .number(line))])
  }
}

extension ContractDiff {
  fileprivate var json: JSONValue {
    .object([
      ("id", .string(id)),
      ("title", .string(title)),
      ("supplier", .text(supplier)),
      ("asOf", .text(statedAsOf?.text)),
      ("presence", .string(presence.rawValue)),
      ("moves", .bool(moves)),
      ("changes", .array(changes.map(\.json))),
    ])
  }
}

extension DecisionChange {
  fileprivate var json: JSONValue {
    .object(
      measure.json + [
        ("old", old?.json ?? .null),
        ("new", new?.json ?? .null),
        ("cause", cause.json),
      ])
  }
}

extension Measure {
  fileprivate var json: [(name: String, value: JSONValue)] {
    let subject: [(name: String, value: JSONValue)] = [
      ("kind", .string(part.kind.rawValue)), ("subject", .string(part.path)),
    ]
    switch self {
    case .decision: return [("what", .string("decision"))] + subject
    case .amount(_, let kind): return [("what", .string(kind.code))] + subject
    case .finding(_, let clause, let rule, _):
      return [("what", .string("finding"))] + subject + [
        ("clause", .string(clause)), ("rule", .string(rule)),
      ]
    }
  }
}

extension MeasuredValue {
  fileprivate var json: JSONValue {
    switch self {
    case .decision(let decision): return .string(decision.rawValue)
    case .amount(let amount, let currency): return .string(amount.decimalText(in: currency))
    case .finding(let finding):
      let amount = finding.amount.flatMap { amount in
        finding.currency.map { amount.decimalText(in: $0) }
      }
      return .object([
        ("verdict", .string(finding.verdict.rawValue)),
        ("message", .string(finding.message)),
        ("section", .text(finding.section)),
        ("amount", .text(amount)),
        ("deadlines", .texts(finding.deadlines.compactMap(\.dateCode))),
      ])
    }
  }
}

extension ChangeCause {
  fileprivate var json: JSONValue {
    switch self {
    case .alone(let edits):
      .object([
        ("how", .string("alone")),
        (
          "edits",
          .array(
            edits.map {
              .object([("edit", .number($0.edit)), ("value", $0.value?.json ?? .null)])
            })
        ),
      ])
    case .together(let edits):
      .object([
        ("how", .string("together")),
        ("edits", .array(edits.map { .object([("edit", .number($0))]) })),
      ])
    case .all: .object([("how", .string("all")), ("edits", .array([]))])
    case .unknown: .object([("how", .string("unknown")), ("edits", .array([]))])
    }
  }
}
