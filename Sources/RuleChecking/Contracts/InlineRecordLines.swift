import ContractModel
import RuleSyntax
import SourceText

/// Records that stand within the part of the contract that they are about.
extension ContractChecker {
  mutating func checkRecords(_ statements: [LineSyntax], about subject: SubjectID) {
    for line in statements {
      guard let kind = rules.kinds.first(where: { $0.name == line.keyword.text }) else { continue }
      records.append(record(line, kind, about: subject))
    }
  }

  private mutating func record(
    _ line: LineSyntax, _ kind: RecordKind, about subject: SubjectID
  ) -> InlineRecord {
    lines.finish(LineReader(line), hasBlock: true)
    let block = lines.sorted(line.block, by: BlockWords(ofRecord: kind))
    let fields = block.single.lines.sorted { $0.range.lower < $1.range.lower }
      .compactMap { field($0, of: kind) }
    let provenance = line.provenance ?? line.block?.lazy.compactMap(\.provenance).first
    return InlineRecord(
      kind: kind.name, about: subject, fields: fields,
      isIllustrative: line.isIllustrative || subjects[subject.index].isIllustrative,
      provenance: provenance?.checked,
      line: files[line.range.file].position(at: line.range.lower).line, range: line.range)
  }

  private mutating func field(_ line: LineSyntax, of kind: RecordKind) -> InlineRecord.Field? {
    let word = line.keyword
    if let declared = kind.fields.first(where: { $0.name == word.text }) {
      return field(line, declared.type)
    }
    switch word.text {
    case "asserted": return asserter(line)
    case "dated": return field(line, .date)
    case "recorded":
      return lines.day(of: line).map { field(line, text: $0.text, at: line.lastValue) }
    default: return field(line, .text)
    }
  }

  private func field(_ line: LineSyntax, text: String, at range: SourceRange) -> InlineRecord.Field
  {
    InlineRecord.Field(
      name: line.keyword.text, nameRange: line.keyword.range, text: text, range: range)
  }

  private mutating func field(
    _ line: LineSyntax, spelling range: RangeSyntax, of type: ValueType
  ) -> InlineRecord.Field? {
    guard let text = range.recordText(as: type) else {
      lines.report(.notAValue(at: range.range))
      return nil
    }
    return field(line, text: text, at: range.range)
  }

  /// `asserted by buyer` is the field `by`.
  private mutating func asserter(_ line: LineSyntax) -> InlineRecord.Field? {
    var reader = LineReader(line)
    guard takeWords(["by"], of: &reader) else { return nil }
    guard let name = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "a role")
      return nil
    }
    lines.finish(reader)
    guard let role = party(name) else { return nil }
    return InlineRecord.Field(
      name: "by", nameRange: line.keyword.range, text: role, range: name.range)
  }

  private mutating func field(_ line: LineSyntax, _ type: ValueType) -> InlineRecord.Field? {
    switch type {
    case .text: return lines.text(of: line).map { field(line, text: $0.value, at: $0.range) }
    case .words(let words):
      let word = lines.word(of: line, among: words)
      return word.map { field(line, text: $0, at: line.lastValue) }
    case .party:
      guard let name = lines.name(of: line, wanted: "a role"), let role = party(name) else {
        return nil
      }
      return field(line, text: role, at: name.range)
    case .date: return dates(line)
    case .money, .moneyPer, .percent, .number, .count, .days, .weeks, .months, .condition:
      var reader = LineReader(line)
      guard let range = reader.takeRange() else {
        lines.reportNext(of: reader, wanted: type)
        return nil
      }
      lines.finish(reader)
      guard lines.value(range, of: type, for: line.keyword) != nil else { return nil }
      return field(line, spelling: range, of: type)
    }
  }

  /// `dated 2013-12`, a moment, `dated 2013-10-01 to 2013-10-15` or `dated 2013-10-01 through 2013-10-15`.
  private mutating func dates(_ line: LineSyntax) -> InlineRecord.Field? {
    var reader = LineReader(line)
    guard let range = reader.takeRange() else {
      lines.reportNext(of: reader, wanted: ValueType.date)
      return nil
    }
    if case .exactly(.literal(let literal)) = range.form, case .instant(let moment) = literal.form {
      lines.finish(reader)
      return field(line, text: moment, at: literal.range)
    }
    let value = lines.value(range, of: .date, for: line.keyword)
    guard reader.take("through") else {
      lines.finish(reader)
      return value == nil ? nil : field(line, spelling: range, of: .date)
    }
    let last = lines.takeDay(&reader)
    lines.finish(reader)
    guard let last, let first = value?.interval?.day else {
      if value != nil { lines.report(.needsOneDay(line.keyword, at: range.range)) }
      return nil
    }
    let place = range.range.through(line.lastValue)
    guard first <= last else {
      lines.report(.emptyRange(at: place))
      return nil
    }
    return field(line, text: "\(first.text)/\(last.text)", at: place)
  }
}

extension LineSyntax {
  /// Where its last value stands; the line itself if it has none.
  var lastValue: SourceRange { values.last?.range ?? range }
}
