import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// Contracts and records that documents of somebody else state, document by document.
extension CheckRun {
  /// Decides every contract that a file states by a source, and returns what came of each document.
  mutating func outcomes(
    ofDocumentsIn file: SourceFile, by source: CheckedSource, under plan: EvaluationPlan
  ) -> [CheckOutcome] {
    let id = files.add(file)
    let texts = files
    var outcomes: [CheckOutcome?] = []
    read(id, by: source) { run, document in
      if let document { run.decide(document, by: source, under: plan) }
      outcomes.append(run.newOutcome(keeping: texts))
    }
    return outcomes.compactMap(\.self)
  }

  /// Returns the records that a file of somebody else states by a source.
  mutating func records(in file: FileID, by source: CheckedSource) -> [RawRecord] {
    guard source.isSound, !source.statesContracts else { return [] }
    guard RecordFormat(path: files[file].path) == source.format.ofRecords else {
      diagnostics.append(.otherFormat(file, by: source))
      return []
    }
    var records: [RawRecord] = []
    read(file, by: source) { run, document in
      guard let document else { return }
      var reading = DocumentReading(document, by: source, in: run.files)
      reading.read()
      run.diagnostics += reading.diagnostics
      records += reading.records
    }
    return records
  }

  /// Hands on each document of a file; nil for one that cannot be read.
  private mutating func read(
    _ id: FileID, by source: CheckedSource,
    handingOn take: (_ run: inout CheckRun, _ document: SourceDocument?) -> Void
  ) {
    switch source.format {
    case .json:
      let read = JSONDocument.reading(files[id], id: id)
      diagnostics += read.diagnostics
      take(&self, read.value.map { SourceDocument($0, in: id) })
    case .jsonLines:
      for line in NDJSONReader(files[id], id: id) {
        diagnostics += line.document.diagnostics
        take(&self, line.document.value.map { SourceDocument($0, in: id) })
      }
    case .csv:
      let read = CSVTable.reading(files[id], id: id)
      diagnostics += read.diagnostics
      guard let table = read.value else { return take(&self, nil) }
      let columns = table.fields(of: table.header).map { table.text(of: $0) }
      let unknown = source.columns.filter { !columns.contains($0) }
      guard unknown.isEmpty else {
        for column in unknown {
          diagnostics.append(
            .unknownColumn(
              column,
              at: SourceRange(
                file: id, lower: table.header.range.lowerBound, upper: table.header.range.upperBound
              ), by: source, among: columns))
        }
        return take(&self, nil)
      }
      let names = columns.map { Array($0.utf8) }
      for row in table.rows {
        take(&self, SourceDocument(row, of: table, columns: names, in: id))
      }
    }
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
    let contracts = reading.contracts.compactMap { stated in
      check(stated.line, calendars: [], under: plan.rules).map { (stated, $0) }
    }
    let repeated = reportRepeats(of: contracts.map(\.1.contract))
    for (stated, contract) in contracts {
      decide(
        contract, as: stated, under: plan,
        isRead: isRead && !repeated.contains(contract.contract.id))
    }
  }

  /// Reports contracts that a document states twice, and returns their ids: which of the two counts,
  /// nothing says.
  private mutating func reportRepeats(of contracts: [Contract]) -> Set<String> {
    var seen: [String: SourceRange] = [:]
    var repeated: Set<String> = []
    for contract in contracts {
      if let first = seen[contract.id] {
        diagnostics.append(.contractTwice(contract, first: first, in: ""))
        repeated.insert(contract.id)
      }
      seen[contract.id] = seen[contract.id] ?? contract.range
    }
    return repeated
  }

  private mutating func bind(
    _ records: [RawRecord], to contract: Contract, in zone: RecordZone,
    under plan: EvaluationPlan
  ) -> RecordSet? {
    var reading = RecordReading(
      plan.vocabulary, inline: contract.inlineRecords, contract: contract, zone: zone)
    reading.add(RecordFile(baseName: "", records: records))
    return set(of: reading)
  }

  private mutating func decide(
    _ contract: CheckedContract, as stated: StatedContract, under plan: EvaluationPlan,
    isRead: Bool
  ) {
    let records = zone(of: contract.contract, named: stated.line).flatMap { zone in
      bind(stated.records, to: contract.contract, in: zone, under: plan)
    }
    guard contract.isSound, isRead, let records, plan.rules.isSound(for: contract) else {
      diagnostics.append(.notDecided(contract.contract))
      undecided.append(contract.contract)
      return
    }
    decide(BoundContract(contract: contract, records: records), under: plan, asOf: stated.asOf)
  }
}

extension SourceRange {
  /// The first byte of the range: all of it may be very long.
  var start: SourceRange { SourceRange(file: file, lower: lower, upper: min(lower + 1, upper)) }
}
