import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// Contracts that documents of somebody else state, decided document by document.
extension CheckRun {
  /// Decides every contract that a file states by a source, and returns what came of each document.
  mutating func outcomes(
    ofDocumentsIn file: SourceFile, by source: CheckedSource, under plan: EvaluationPlan
  ) -> [CheckOutcome] {
    let id = files.add(file)
    let texts = files
    var outcomes: [CheckOutcome?] = []
    switch source.format {
    case .json:
      let read = JSONDocument.reading(file, id: id)
      diagnostics += read.diagnostics
      if let document = read.value {
        decide(SourceDocument(document, in: id), by: source, under: plan)
      }
    case .jsonLines:
      for line in NDJSONReader(file, id: id) {
        diagnostics += line.document.diagnostics
        if let document = line.document.value {
          decide(SourceDocument(document, in: id), by: source, under: plan)
        }
        outcomes.append(newOutcome(keeping: texts))
      }
    case .csv:
      let read = CSVTable.reading(file, id: id)
      diagnostics += read.diagnostics
      guard let table = read.value else { break }
      let columns = table.fields(of: table.header).map { Array(table.text(of: $0).utf8) }
      for row in table.rows {
        decide(SourceDocument(row, of: table, columns: columns, in: id), by: source, under: plan)
        outcomes.append(newOutcome(keeping: texts))
      }
    }
    outcomes.append(newOutcome(keeping: texts))
    return outcomes.compactMap(\.self)
  }

  /// Decides the contracts of one document; where anything in it is wrong, none of them.
  private mutating func decide(
    _ document: SourceDocument, by source: CheckedSource, under plan: EvaluationPlan
  ) {
    var reading = DocumentReading(document, by: source, in: files)
    reading.read()
    diagnostics += reading.diagnostics
    let isRead = !reading.diagnostics.contains(where: \.isError)
    if reading.contracts.isEmpty {
      diagnostics.append(
        .noContract(inDocumentAt: document.range(of: document.top).start, by: source))
    }
    for stated in reading.contracts {
      guard let contract = check(stated.line, calendars: [], under: plan.rules) else { continue }
      decide(contract, as: stated, under: plan, isRead: isRead)
    }
  }

  private mutating func decide(
    _ contract: CheckedContract, as stated: StatedContract, under plan: EvaluationPlan,
    isRead: Bool
  ) {
    let records = zone(of: contract.contract, named: stated.line).flatMap { zone in
      bind(
        [RecordFile(baseName: "", records: stated.records)], to: contract.contract, in: zone,
        under: plan.rules)
    }
    guard contract.isSound, isRead, let records, plan.rules.isSound(for: contract) else {
      diagnostics.append(.notDecided(contract.contract))
      return
    }
    decide(BoundContract(contract: contract, records: records), under: plan, asOf: stated.asOf)
  }
}

extension SourceRange {
  /// The first byte of the range: all of it may be very long.
  var start: SourceRange { SourceRange(file: file, lower: lower, upper: min(lower + 1, upper)) }
}
