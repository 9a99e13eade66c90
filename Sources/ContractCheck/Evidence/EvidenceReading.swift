import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import SourceText

/// Record files too long to be kept: what rules draw from them is drawn as they are read.
extension CheckRun {
  /// Returns the contract with what was drawn from its records; nil where one of them has a mistake, or
  /// a file cannot be read.
  ///
  /// Where not everything can be drawn in one pass, the files are read whole after all: what is
  /// decided does not depend on how they were read.
  mutating func draw(
    from inputs: RecordInputs, for contract: CheckedContract, in zone: RecordZone,
    under plan: EvaluationPlan
  ) -> BoundContract? {
    let before = (files: files, mistakes: diagnostics.count)
    switch drawn(from: inputs, for: contract, in: zone, under: plan) {
    case .drawn(let bound): return bound
    case .undecided: return nil
    case .mustBeKept:
      files = before.files
      diagnostics.removeSubrange(before.mistakes...)
      return keep(inputs, for: contract, in: zone, under: plan)
    }
  }

  /// What drawing from records came to.
  private enum Drawing {
    case drawn(BoundContract)
    /// A record has a mistake, or a file cannot be read.
    case undecided
    /// One pass cannot tell everything that is asked.
    case mustBeKept
  }

  private mutating func drawn(
    from inputs: RecordInputs, for contract: CheckedContract, in zone: RecordZone,
    under plan: EvaluationPlan
  ) -> Drawing {
    let fold = plan.fold(
      for: contract, asOf: asOf, keeping: Set(contract.contract.inlineRecords.map(\.kind)))
    var state = FoldState(fold)
    var kept = RecordReading(
      plan.vocabulary, inline: contract.contract.inlineRecords, contract: contract.contract,
      zone: zone)
    var isRead = read(inputs.files, into: &kept, under: plan.rules)
    for stream in inputs.streams {
      let source = plan.rules.sources.first { $0.name == stream.source }
      guard let open = stream.open() else { return .undecided }
      let recipes = EvidenceRecipes(
        rules: plan.rules, fold: fold, contract: contract.contract, zone: zone,
        fileKind: stream.baseName, source: source)
      var file = EvidenceFile(stream, recipes: recipes, of: inputs)
      let id = files.add(SourceFile(path: stream.path, bytes: []))
      switch file.read(by: open, as: id, into: &state) {
      case .read: break
      case .broken: return .undecided
      case .hasNoLines: return .mustBeKept
      }
      let mistakesOfFile = diagnostics.count
      let records = odd(file.oddLines, of: stream, header: file.header, by: source)
      kept.add(RecordFile(baseName: stream.baseName, records: records))
      if diagnostics[mistakesOfFile...].contains(where: \.isError) { isRead = false }
    }
    guard let set = set(of: kept), isRead else { return .undecided }
    let isPlain = set.tables.allSatisfy { fold.kinds[$0.kind] == nil || $0.count == 0 }
    guard isPlain else { return .mustBeKept }
    return .drawn(
      BoundContract(
        contract: contract, records: set, evidence: FoldedEvidence(state)))
  }

  /// Reads every line that is not plain as carefully as any other file of records.
  private mutating func odd(
    _ lines: [FlatReader.OddLine], of stream: RecordStream, header: [UInt8]?,
    by source: CheckedSource?
  ) -> [RawRecord] {
    let newline = [UInt8(ascii: "\n")]
    let above = header.map { $0 + newline } ?? []
    let before = diagnostics.count
    var mistakes = MistakeList()
    var found: [RawRecord] = []
    for line in lines where !mistakes.isFull {
      let text = SourceFile(
        path: stream.path, bytes: above + line.bytes + newline,
        firstLine: header == nil ? line.number : 1,
        linesLeftOut: header == nil ? 0 : line.number - 2)
      let id = files.add(text)
      if let source {
        read(recordsIn: id, by: source) { found.append($0) }
      } else if let format = RecordFormat(path: stream.path) {
        let raw = RawRecords.reading(text, id: id, format: format)
        diagnostics += raw.diagnostics
        found += raw.value
      }
      mistakes.append(contentsOf: Array(diagnostics[before...]))
      diagnostics.removeSubrange(before...)
    }
    diagnostics += mistakes.diagnostics
    return found
  }

  /// Reads the files whole, and keeps every record.
  mutating func keep(
    _ inputs: RecordInputs, for contract: CheckedContract, in zone: RecordZone,
    under plan: EvaluationPlan
  ) -> BoundContract? {
    var whole = inputs.files
    for stream in inputs.streams {
      guard let bytes = stream.whole() else { return nil }
      whole.append(InputFile(path: stream.path, bytes: bytes, source: stream.source))
    }
    return bind(whole, to: contract.contract, in: zone, under: plan).map {
      BoundContract(contract: contract, records: $0)
    }
  }
}
