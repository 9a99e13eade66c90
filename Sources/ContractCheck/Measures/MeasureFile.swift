import ContractModel
import Records
import RuleChecking
import RuleEvaluation
import SourceText

/// What engines measured, to be taken in the place of records.
struct MeasureFile: Sendable {
  let file: InputFile
  /// The rules that the query must have been written for.
  let rules: [InputFile]
}

extension CheckRun {
  /// Returns the contract with what an engine measured of its records, and with the records of other
  /// kinds; nil where anything is wrong with either.
  mutating func take(
    _ measures: MeasureFile, beside inputs: RecordInputs, for contract: CheckedContract,
    in zone: RecordZone, under plan: EvaluationPlan
  ) -> BoundContract? {
    let asked = MeasurePlan(
      plan, for: contract, of: files, rules: measures.rules, asOf: asOf)
    let before = diagnostics.count
    let evidence = evidence(in: measures.file, for: asked)
    guard let kept = keep(inputs, for: contract, in: zone, under: plan) else { return nil }
    for kind in asked.measuredKinds {
      let table = kept.records.tables[kind]
      if table.count > 0 {
        diagnostics.append(
          .measuresAndRecords(plan.rules.kinds[kind], at: files.range(of: table.origins[0])))
      }
    }
    guard let evidence, !diagnostics[before...].contains(where: \.isError) else { return nil }
    return BoundContract(contract: contract, records: kept.records, evidence: evidence)
  }

  private mutating func evidence(
    in input: InputFile, for plan: MeasurePlan
  ) -> FoldedEvidence? {
    let id = files.add(SourceFile(path: input.path, bytes: input.bytes))
    guard let format = RecordFormat(path: input.path) else {
      diagnostics.append(.unknownRecordFormat(id))
      return nil
    }
    let raw = RawRecords.reading(files[id], id: id, format: format)
    diagnostics += raw.diagnostics
    guard !raw.diagnostics.contains(where: \.isError) else { return nil }
    var rows: [MeasuredRow] = []
    for record in raw.value {
      var reading = MeasuredRowReading(record, in: id)
      let row = reading.row(of: plan)
      diagnostics += reading.mistakes
      // What is wrong with one row is mostly wrong with all.
      guard let row else { return nil }
      rows.append(row)
    }
    let read = plan.evidence(from: rows)
    diagnostics += raw.value.diagnostics(of: read.mistakes, in: id)
    return read.evidence
  }
}

/// Reads one row of an answer.
private struct MeasuredRowReading {
  private let record: RawRecord
  private let file: FileID
  private(set) var mistakes: [Diagnostic] = []

  init(_ record: RawRecord, in file: FileID) {
    self.record = record
    self.file = file
  }

  mutating func row(of plan: MeasurePlan) -> MeasuredRow? {
    for field in record.fields
    where !MeasurePlan.columns.contains(where: { $0.utf8.elementsEqual(field.name.utf8) }) {
      mistakes.append(.measuresColumn(field.name, at: field.nameRange))
    }
    let digest = text("rules", isOptional: false)
    guard mistakes.isEmpty, let digest else { return nil }
    guard digest == plan.digest else {
      mistakes.append(.measuresOfOther(at: record.range))
      return nil
    }
    let measure = text("measure", isOptional: false)
    let about = text("about", isOptional: false)
    let members = count("members", isOptional: false)
    let faults = count("faults", isOptional: false)
    let passed = count("passed", isOptional: true)
    let total = count("total", isOptional: true)
    let value = text("value", isOptional: true)
    guard mistakes.isEmpty, let measure, let about, let members, let faults else { return nil }
    return MeasuredRow(
      measure: measure, about: about, members: members, passed: passed, total: total, value: value,
      faults: faults, reference: RecordReference(file: file, line: record.line))
  }

  private mutating func text(_ name: String, isOptional: Bool) -> String? {
    guard let field = record.field(name) else {
      if !isOptional { mistakes.append(.measuresWithout(name, at: record.range)) }
      return nil
    }
    switch field.value {
    case .text(let text): return text
    case .number(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .null where isOptional: return nil
    case .null, .yesNo, .nested:
      mistakes.append(.measuresImpossible(name, at: field.range))
      return nil
    }
  }

  private mutating func count(_ name: String, isOptional: Bool) -> Int? {
    guard let text = text(name, isOptional: isOptional) else { return nil }
    guard let count = Int(text), count >= 0, String(count) == text else {
      mistakes.append(.measuresImpossible(name, at: record.field(name)?.range ?? record.range))
      return nil
    }
    return count
  }
}

extension RawRecord {
  fileprivate func field(_ name: String) -> RawField? {
    fields.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}

extension [RawRecord] {
  /// What is wrong with rows, at the rows; of those that are missing, or that nobody asked for, the
  /// first, and how many there are.
  fileprivate func diagnostics(of mistakes: [MeasureMistake], in file: FileID) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var missing: (measure: String, about: String)?
    var (missingCount, unaskedCount) = (0, 0)
    var unasked: Int?
    for mistake in mistakes {
      switch mistake {
      case .unasked(let row):
        unasked = unasked ?? row
        unaskedCount += 1
      case .twice(let row, let first):
        diagnostics.append(.measuresTwice(at: self[row].range, first: self[first].range))
      case .missing(let measure, let about):
        missing = missing ?? (measure, about)
        missingCount += 1
      case .faulty(let row, let plural, let count):
        diagnostics.append(.measuresFaulty(plural, count, at: self[row].range))
      case .impossible(let row, let column):
        diagnostics.append(
          .measuresImpossible(column, at: self[row].field(column)?.range ?? self[row].range))
      }
    }
    if let unasked {
      diagnostics.append(.measuresUnasked(unaskedCount, at: self[unasked].range))
    }
    if let missing {
      diagnostics.append(
        .measuresMissing(
          missing.measure, about: missing.about, missingCount,
          at: SourceRange(file: file, lower: 0, upper: 0)))
    }
    return diagnostics
  }
}
