internal import ContractModel
internal import SourceText

extension ContractDecision {
  func json(in files: SourceFiles) -> JSONValue {
    let illustrative = IllustrativeFigures(self)
    return .object([
      ("id", .string(contract.id)),
      ("title", .string(contract.title)),
      ("supplier", .text(contract.supplierName)),
      ("decision", .string(settled.decision.rawValue)),
      ("currency", .text(contract.currency?.code)),
      ("illustrative", .bool(illustrative.contains(.contract))),
      ("blocked", json(settled.blocked)),
      ("amounts", amounts(of: .contract)),
      ("milestones", .array(contract.subjects(of: .milestone).map(milestone))),
      ("invoices", .array(contract.subjects(of: .invoice).map { invoice($0, in: files) })),
      ("findings", .array(findings.indices.map { finding($0, in: files) })),
    ])
  }

  /// An amount as a decimal text; null where there is none.
  func json(_ amount: Amount?) -> JSONValue {
    guard let amount, let currency = contract.currency else { return .null }
    return .string(amount.decimalText(in: currency))
  }

  private func amounts(of id: SubjectID) -> JSONValue {
    guard let currency = contract.currency else { return .null }
    return (settled.amounts[id] ?? Amounts(invoiced: .zero, buckets: [:])).json(in: currency)
  }

  private func milestone(_ id: SubjectID) -> JSONValue {
    .object([
      ("id", .string(contract[id].name)),
      ("title", .text(contract[id].title)),
      ("due", date(.due, of: id)),
      ("decision", decision(of: id)),
      ("amounts", amounts(of: id)),
    ])
  }

  private func invoice(_ id: SubjectID, in files: SourceFiles) -> JSONValue {
    let lines = contract.subjects(of: .line).filter { contract[$0].parent == id }
    return .object([
      ("id", .string(contract[id].name)),
      ("received", date(.received, of: id)),
      ("decision", decision(of: id)),
      ("amounts", amounts(of: id)),
      ("lines", .array(lines.map { line($0, in: files) })),
    ])
  }

  private func line(_ id: SubjectID, in files: SourceFiles) -> JSONValue {
    let movements = settled.movements.filter { $0.line == id }
    return .object([
      ("id", .string(contract[id].name)),
      ("for", .text(contract[id].billed.map(contract.path(of:)))),
      ("amounts", amounts(of: id)),
      ("movements", .array(movements.map { movement($0, in: files) })),
    ])
  }

  private func movement(_ movement: Movement, in files: SourceFiles) -> JSONValue {
    let finding = movement.finding.map { findings[$0] }
    return .object([
      ("bucket", .string(movement.bucket.rawValue)),
      ("amount", json(movement.amount)),
      ("rule", .text(finding?.rule.rule)),
      ("clause", .text(finding?.rule.clause)),
      ("section", .text(finding?.rule.section)),
      ("reason", .text((finding?.code ?? movement.reason)?.rawValue)),
      ("records", (finding?.sortedRecords ?? []).json(in: files)),
      ("alsoCited", .texts(movement.alsoCited.map { findings[$0].rule.rule })),
    ])
  }

  private func decision(of id: SubjectID) -> JSONValue {
    .string((settled.decisions[id] ?? .undecided).rawValue)
  }

  private func date(_ field: SubjectField, of id: SubjectID) -> JSONValue {
    guard case .quantity(let date)? = contract[id].fields[field] else { return .null }
    return .text(date.dateCode)
  }
}

extension Amounts {
  /// What was invoiced and every bucket, as decimal texts.
  func json(in currency: Currency) -> JSONValue {
    .object(
      [(name: "invoiced", value: .string(invoiced.decimalText(in: currency)))]
        + Bucket.allCases.map {
          (name: $0.rawValue, value: .string(self[$0].decimalText(in: currency)))
        })
  }
}

extension [RecordReference] {
  func json(in files: SourceFiles) -> JSONValue {
    .array(
      map { .object([("file", .string(files[$0.file].path)), ("line", .number($0.line))]) })
  }
}
