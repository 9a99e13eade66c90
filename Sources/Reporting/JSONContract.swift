internal import ContractModel
internal import SourceText

/// Writes one contract; what its parts look up is put in order once.
struct JSONContract {
  let reported: ReportedContract
  let cases: [ReportCase]
  private let linesOfInvoices: [SubjectID?: [SubjectID]]
  private let movementsOfLines: [SubjectID: [Movement]]
  private let movementsOfFindings: [Int?: [Movement]]
  /// The days by which rules want each invoice paid.
  let payDays: [SubjectID: [Interval]]

  init(_ reported: ReportedContract) {
    self.reported = reported
    cases = reported.cases
    let decision = reported.decision
    let contract = decision.contract
    let movements = decision.settled.movements
    linesOfInvoices = Dictionary(grouping: contract.subjects(of: .line)) { contract[$0].parent }
    movementsOfLines = Dictionary(grouping: movements, by: \.line)
    movementsOfFindings = Dictionary(grouping: movements, by: \.finding)
    payDays = decision.payDays
  }

  var decision: ContractDecision { reported.decision }
  var files: SourceFiles { reported.files }
  var contract: Contract { decision.contract }

  var json: JSONValue {
    let settled = decision.settled
    let head: [(name: String, value: JSONValue)] = [
      ("id", .string(contract.id)),
      ("title", .string(contract.title)),
      ("supplier", .text(contract.supplierName)),
      ("asOf", .text(decision.statedAsOf?.text)),
      ("decision", .string(settled.decision.rawValue)),
      ("currency", .text(contract.currency?.code)),
      ("illustrative", .bool(IllustrativeFigures(decision).contains(.contract))),
      ("blocked", json(settled.blocked)),
      ("amounts", amounts(of: .contract)),
    ]
    let parts: [(name: String, value: JSONValue)] = [
      ("milestones", .array(contract.subjects(of: .milestone).map(milestone))),
      ("invoices", .array(contract.subjects(of: .invoice).map(invoice))),
      ("owed", owed),
      ("notices", notices),
      ("waivers", decision.waiversJSON),
      ("findings", .array(decision.findings.indices.map(finding))),
    ]
    return .object(shard + head + paidToDate(of: .contract) + parts)
  }

  /// What a report of the whole run cannot tell from the rest, and has no use for; it stands first.
  private var shard: [(name: String, value: JSONValue)] {
    guard let place = reported.place else { return [] }
    let illustrative = IllustrativeFigures(decision)[.contract].sorted { $0.rawValue < $1.rawValue }
    return [
      (
        "shard",
        .object(
          place.json + [
            ("known", .bool(reported.comparison?.isKnown ?? false)),
            ("illustrative", .texts(illustrative.map(\.rawValue))),
          ])
      )
    ]
  }

  /// What moved on account of one finding; `nil` where nothing did.
  func amount(movedBy finding: Int) -> Amount? {
    movementsOfFindings[finding].map { AmountSum($0.map(\.amount)).total }
  }

  /// An amount as a decimal text; null where there is none.
  func json(_ amount: Amount?) -> JSONValue {
    guard let amount, let currency = contract.currency else { return .null }
    return .string(amount.decimalText(in: currency))
  }

  private func amounts(of id: SubjectID) -> JSONValue {
    guard let currency = contract.currency else { return .null }
    let amounts = decision.settled.amounts[id] ?? Amounts(invoiced: .zero)
    return .object(amounts.fields(in: currency))
  }

  private func milestone(_ id: SubjectID) -> JSONValue {
    .object([
      ("id", .string(contract[id].name)),
      ("title", .text(contract[id].title)),
      ("due", date(.due, of: id)),
      ("decision", recommendation(for: id)),
      ("amounts", amounts(of: id)),
    ])
  }

  private func invoice(_ id: SubjectID) -> JSONValue {
    let head: [(name: String, value: JSONValue)] = [
      ("id", .string(contract[id].name)),
      ("received", date(.received, of: id)),
      ("payBy", payBy(id)),
      ("decision", recommendation(for: id)),
      ("amounts", amounts(of: id)),
    ]
    let lines = JSONValue.array((linesOfInvoices[id] ?? []).map(line))
    return .object(head + paidToDate(of: id) + [("lines", lines)])
  }

  /// What was paid and is to be paid; nothing where no payment for an invoice was made.
  private func paidToDate(of id: SubjectID) -> [(name: String, value: JSONValue)] {
    guard let currency = contract.currency else { return [] }
    return decision.settled.paidToDate[id]?.json(in: currency) ?? []
  }

  private func line(_ id: SubjectID) -> JSONValue {
    .object([
      ("id", .string(contract[id].name)),
      ("for", .text(contract[id].billed.map(contract.path(of:)))),
      ("amounts", amounts(of: id)),
      ("movements", .array((movementsOfLines[id] ?? []).map(movement))),
    ])
  }

  private func movement(_ movement: Movement) -> JSONValue {
    let finding = movement.finding.map { decision.findings[$0] }
    return .object([
      ("bucket", .string(movement.bucket.rawValue)),
      ("amount", json(movement.amount)),
      ("rule", .text(finding?.rule.rule)),
      ("clause", .text(finding?.rule.clause)),
      ("section", .text(finding?.rule.section)),
      ("reason", .text((finding?.code ?? movement.reason)?.rawValue)),
      ("records", (finding?.sortedRecords ?? []).json(in: files)),
      ("alsoCited", .texts(movement.alsoCited.map { decision.findings[$0].rule.rule })),
    ])
  }

  private func recommendation(for id: SubjectID) -> JSONValue {
    .string((decision.settled.decisions[id] ?? .undecided).rawValue)
  }

  private func date(_ field: SubjectField, of id: SubjectID) -> JSONValue {
    guard case .quantity(let date)? = contract[id].fields[field] else { return .null }
    return .text(date.dateCode)
  }
}

extension Amounts {
  /// What was invoiced and every bucket, as decimal texts.
  func fields(in currency: Currency) -> [(name: String, value: JSONValue)] {
    [(name: "invoiced", value: .string(invoiced.decimalText(in: currency)))]
      + Bucket.allCases.map {
        (name: $0.rawValue, value: .string(self[$0].decimalText(in: currency)))
      }
  }
}

extension PaidToDate {
  func json(in currency: Currency) -> [(name: String, value: JSONValue)] {
    [
      ("paidBefore", .string(before.decimalText(in: currency))),
      ("payNow", .string(now.decimalText(in: currency))),
      ("overpaid", .string(overpaid.decimalText(in: currency))),
    ]
  }
}

extension [RecordReference] {
  func json(in files: SourceFiles) -> JSONValue {
    .array(
      map { .object([("file", .string(files[$0.file].path)), ("line", .number($0.line))]) })
  }
}
