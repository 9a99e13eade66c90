import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// The records of a contract: read from its files, or drawn from as they are read.
extension CheckRun {
  /// Whether a contract names record files, and there is none.
  func lacks(_ records: RecordInputs, of contract: Contract) -> Bool {
    !isTest && measures == nil && records.files.isEmpty && records.streams.isEmpty
      && !contract.recordPatterns.isEmpty
  }

  mutating func bind(
    _ records: RecordInputs, to contract: CheckedContract, statedBy line: LineSyntax,
    under plan: EvaluationPlan
  ) -> BoundContract? {
    guard let zone = zone(of: contract.contract, named: line) else { return nil }
    if let measures {
      return take(measures, beside: records, for: contract, in: zone, under: plan)
    }
    guard records.streams.isEmpty else {
      return draw(from: records, for: contract, in: zone, under: plan)
    }
    return bind(records.files, to: contract.contract, in: zone, under: plan).map {
      BoundContract(contract: contract, records: $0)
    }
  }

  mutating func bind(
    _ inputs: [InputFile], to contract: Contract, in zone: RecordZone, under plan: EvaluationPlan
  ) -> RecordSet? {
    var reading = RecordReading(
      plan.vocabulary, inline: contract.inlineRecords, contract: contract, zone: zone)
    let isRead = read(inputs, into: &reading, under: plan.rules)
    let set = set(of: reading)
    return isRead ? set : nil
  }

  /// Reads record files in the order of their paths; returns false where one is not written as it must
  /// be.
  mutating func read(
    _ inputs: [InputFile], into reading: inout RecordReading, under rules: RuleBook
  ) -> Bool {
    let before = diagnostics.count
    let sorted = inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for input in sorted {
      let id = files.add(SourceFile(path: input.path, bytes: input.bytes))
      if let name = input.source {
        // A name that no source has was reported where the contract says it.
        guard let source = rules.sources.first(where: { $0.name == name }) else { continue }
        read(recordsIn: id, by: source) { reading.add($0) }
        continue
      }
      guard let format = RecordFormat(path: input.path) else {
        diagnostics.append(.unknownRecordFormat(id))
        continue
      }
      diagnostics += reading.read(
        files[id], id: id, format: format, baseName: input.baseName)
    }
    return !diagnostics[before...].contains(where: \.isError)
  }

  /// Returns the records that were read, typed; nil where one of them has a mistake.
  mutating func set(of reading: RecordReading) -> RecordSet? {
    let set = reading.set
    diagnostics += set.diagnostics
    return set.diagnostics.contains(where: \.isError) ? nil : set.value
  }
}
