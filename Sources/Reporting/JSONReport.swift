internal import ContractModel
internal import SourceText

/// The report for other programs; its shape is versioned.
package struct JSONReport: ReportWriter {
  /// The version of the shape; it changes only when a reader of the old one would break.
  package static let version = 1

  private var contracts = JSONListText(level: 2)

  package init() {}

  package var opensWithTotals: Bool { true }

  package func opening(_ totals: ReportTotals) -> String {
    let head = totals.head
    let members: [(name: String, value: JSONValue)] = [
      ("version", .number(Self.version)),
      ("asOf", .string(head.asOf.text)),
      ("tool", .tool(head.toolVersion)),
      ("complete", .bool(totals.isComplete)),
      ("waiversHonoured", .bool(head.honoursWaivers)),
      ("baseline", .text(head.baseline)),
    ]
    let shard = head.shard.map { [(name: "shard", value: $0.json)] } ?? []
    let summary: [(name: String, value: JSONValue)] = [("summary", totals.json)]
    return "{" + contracts.members(members + shard + summary) + contracts.start("contracts")
  }

  package mutating func contract(_ contract: ReportedContract) -> String {
    contracts.element(JSONContract(contract).json)
  }

  /// What another report wrote is told in the same words.
  package mutating func contract(_ told: ToldContract) -> String {
    contracts.element(written: told.text)
  }

  package func closing(_ totals: ReportTotals) -> String {
    let members: [(name: String, value: JSONValue)] = [
      ("diagnostics", .array(totals.diagnostics.map(\.json))),
      ("inputs", .array(totals.inputs.map(\.json))),
    ]
    return contracts.end + contracts.furtherMembers(members) + "\n}\n"
  }
}

extension JSONValue {
  /// The program that wrote a report.
  static func tool(_ version: String) -> JSONValue {
    .object([("name", .string("holdback")), ("version", .string(version))])
  }
}

extension ReportedShard {
  fileprivate var json: JSONValue {
    .object([
      ("index", .number(index)),
      ("of", .number(count)),
      ("paths", .texts(paths)),
      ("allowsEmpty", .bool(allowsEmpty)),
      ("baseline", .text(baseline)),
    ])
  }
}

extension RunPlace {
  /// The members of an object that says so.
  var json: [(name: String, value: JSONValue)] {
    [("file", .number(file)), ("contract", .number(contract))]
  }
}

extension MoneyTotal {
  fileprivate var json: JSONValue {
    .object(amounts.fields(in: currency) + (paidToDate?.json(in: currency) ?? []))
  }
}

extension ReportTotals {
  /// What the contracts come to.
  var json: JSONValue {
    .object([
      ("contracts", .number(contractCount)),
      (
        "decisions",
        .object(decisions.map { (name: $0.decision.rawValue, value: .number($0.count)) })
      ),
      (
        "verdicts",
        .object(Verdict.allCases.map { (name: $0.rawValue, value: .number(verdicts[$0] ?? 0)) })
      ),
      (
        "cases",
        .object(
          ReportCase.Outcome.allCases.map {
            (name: $0.rawValue, value: .number(cases[$0] ?? 0))
          })
      ),
      ("amounts", .object(money.map { (name: $0.currency.code, value: $0.json) })),
    ])
  }
}

extension ReportedInput {
  fileprivate var json: JSONValue {
    .object([
      ("path", .string(path)), ("role", .string(role.rawValue)), ("sha256", .string(sha256)),
    ])
  }
}

extension ReportedDiagnostic {
  var json: JSONValue {
    let shard = found.map { [(name: "shard", value: JSONValue.object($0.json))] } ?? []
    return .object(
      shard + [
        ("severity", .string(level.rawValue)),
        ("id", .string(id)),
        ("message", .string(message)),
        ("at", place?.json ?? .null),
        (
          "notes",
          .array(
            notes.map { .object([("message", .string($0.message)), ("at", $0.place.json)]) })
        ),
        ("help", .text(help)),
      ])
  }
}

extension ReportedPlace {
  /// The place where the range begins.
  fileprivate var json: JSONValue {
    .object([
      ("file", .string(path)), ("line", .number(line)), ("column", .number(byteColumn)),
    ])
  }
}

extension Diagnostic {
  func json(in files: SourceFiles) -> JSONValue {
    .object([
      ("severity", .string(isError ? "error" : "warning")),
      ("id", .string(id.rawValue)),
      ("message", .string(message)),
      ("at", range.json(in: files)),
      ("notes", .array(notes.map { $0.json(in: files) })),
      ("help", .text(help)),
    ])
  }
}

extension Diagnostic.Note {
  fileprivate func json(in files: SourceFiles) -> JSONValue {
    .object([("message", .string(message)), ("at", range.json(in: files))])
  }
}

extension SourceRange {
  /// The place where the range begins.
  func json(in files: SourceFiles) -> JSONValue {
    let position = files[file].position(at: lower)
    return .object([
      ("file", .string(files[file].path)), ("line", .number(position.line)),
      ("column", .number(position.column)),
    ])
  }
}
