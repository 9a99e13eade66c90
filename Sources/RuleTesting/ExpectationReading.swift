import ContractModel
import RuleChecking
import RuleEvaluation
import RuleSyntax
import SourceText

/// Reads the blocks after `expect`.
struct ExpectationReader {
  let rules: RuleBook
  private var lines: LineChecker
  private var isIncomplete = false

  init(rules: RuleBook) {
    self.rules = rules
    lines = LineChecker(kinds: rules.kinds)
  }

  var diagnostics: [Diagnostic] { lines.diagnostics }

  /// Whether everything read so far was understood.
  var isSound: Bool { lines.isSound && !isIncomplete }

  /// Returns the day that a line states.
  mutating func day(of line: LineSyntax) -> CivilDate? { lines.day(of: line) }

  // MARK: The part

  /// `expect SUBJECT ["of" SUBJECT] ["on" DATE] { … }`.
  mutating func part(_ line: LineSyntax) -> ExpectedPart? {
    var reader = LineReader(line)
    guard let path = takePath(&reader) else { return nil }
    var day: CivilDate?
    if reader.take("on") {
      day = lines.takeDay(&reader)
      if day == nil { return nil }
    }
    lines.finish(reader, hasBlock: true)
    guard let block = line.block, !block.isEmpty else {
      lines.report(.missingValue(line, wanted: "a block of what must come out"))
      return nil
    }
    let expectations = block.compactMap { expectation($0) }
    if expectations.count < block.count { isIncomplete = true }
    return ExpectedPart(path: path, day: day, expectations: expectations)
  }

  private mutating func takePath(
    _ reader: inout LineReader
  ) -> [(kind: SubjectKind, name: NameSyntax)]? {
    if reader.take(SubjectKind.contract.rawValue) { return [] }
    var path: [(kind: SubjectKind, name: NameSyntax)] = []
    repeat {
      guard let word = reader.takeName() else {
        lines.reportNext(of: reader, wanted: "a part of the contract")
        return nil
      }
      guard let kind = SubjectKind(rawValue: word.text), kind != .contract else {
        let kinds = SubjectKind.allCases.map(\.rawValue)
        lines.report(.unknownValue(word, of: reader.line.keyword.text, among: kinds))
        return nil
      }
      guard let name = reader.takeName() else {
        lines.reportNext(of: reader, wanted: "the name of the \(kind.rawValue)")
        return nil
      }
      path.append((kind, name))
    } while reader.take("of")
    return path
  }

  // MARK: One line

  private mutating func expectation(_ line: LineSyntax) -> Expectation? {
    var reader = LineReader(line)
    guard let measure = measure(line.keyword, &reader) else { return nil }
    let isAnything = reader.next == nil
    let expected = isAnything && measure.isNegative ? nil : expected(measure, &reader)
    if expected == nil, !(isAnything && measure.isNegative) { return nil }
    lines.finish(reader)
    return Expectation(
      measure: measure, expected: expected, range: line.range, valueRange: line.valueRange)
  }

  private mutating func measure(
    _ word: NameSyntax, _ reader: inout LineReader
  ) -> Expectation.Measure? {
    if word.text == "no" {
      return takeWord(&reader, among: Fact.allCases.map(\.rawValue)).flatMap(Fact.init)
        .map { .noFact($0) }
    }
    if let fixed = Self.fixed[word.text] { return fixed }
    let isVerdict = reader.next.map(isVerdict) ?? false
    let isMeaning = meanings.contains(word.text)
    if ruleNames.contains(word.text), isVerdict || !isMeaning { return .verdict(of: word.text) }
    if isMeaning { return .value(of: word.text) }
    let words = Array(Self.fixed.keys) + ["no"] + ruleNames + meanings
    lines.report(.unknownExpectation(word, among: words))
    return nil
  }

  /// Words that mean the same in every test; a meaning of such a name cannot be asked for.
  private static let fixed: [String: Expectation.Measure] = {
    var fixed: [String: Expectation.Measure] = [
      "decision": .decision, "invoiced": .invoiced, "carried-forward": .carriedForward,
    ]
    for bucket in Bucket.allCases { fixed[bucket.testWord] = .bucket(bucket) }
    for fact in Fact.allCases { fixed[fact.rawValue] = .fact(fact) }
    return fixed
  }()

  private var ruleNames: [String] {
    rules.clauses.flatMap { $0.rules.map(\.citation.rule) } + [FindingWriter.unguardedRule]
  }

  private var meanings: [String] { rules.clauses.flatMap { $0.meanings.map(\.name) } }

  private func isVerdict(_ item: LineReader.Item) -> Bool {
    if case .name(let name) = item { return Verdict(rawValue: name.text) != nil }
    return false
  }

  // MARK: What is expected

  private mutating func expected(
    _ measure: Expectation.Measure, _ reader: inout LineReader
  ) -> String? {
    switch measure {
    case .decision: takeWord(&reader, among: Decision.allCases.map(\.rawValue))
    case .verdict: takeWord(&reader, among: Verdict.allCases.map(\.rawValue))
    case .invoiced, .bucket, .carriedForward: takeText(of: .money, &reader)
    case .value: takeValue(&reader)
    case .fact(let fact), .noFact(let fact): expected(fact, &reader)
    }
  }

  private mutating func expected(_ fact: Fact, _ reader: inout LineReader) -> String? {
    switch fact {
    case .code: return takeWord(&reader, among: ReasonCode.allCases.map(\.word))
    case .missing:
      let fields = SubjectField.allCases.map(\.rawValue)
      return takeWord(&reader, among: rules.kinds.map(\.name) + fields)
    case .report: return takeWord(&reader, among: words(of: .report, \.object))
    case .refer: return takeWord(&reader, among: words(of: .refer, \.object))
    case .notice:
      guard let name = takeWord(&reader, among: words(of: .notify, \.ground)) else { return nil }
      guard reader.take("by") else { return name }
      return takeText(of: .date, &reader).map { "\(name) by \($0)" }
    case .owed:
      guard let amount = takeText(of: .money, &reader) else { return nil }
      guard reader.take("as") else {
        lines.reportNext(of: reader, wanted: "'as' and a word")
        return nil
      }
      return takeWord(&reader, among: words(of: .owe, \.ground)).map { "\(amount) as \($0)" }
    case .payBy: return takeText(of: .date, &reader)
    case .cites, .releasedBy:
      guard let text = reader.takeText() else {
        lines.reportNext(of: reader, wanted: "a text")
        return nil
      }
      return text.value
    }
  }

  /// The words that rules say of a consequence: that any other one does not come out shows nothing.
  private func words(of verb: EffectVerb, _ word: KeyPath<CheckedEffect, String?>) -> [String] {
    var effects: [CheckedEffect] = []
    for clause in rules.clauses {
      for rule in clause.rules { effects += rule.consequences + rule.remedies }
      for exception in clause.exceptions {
        for body in exception.bodies.values { effects += body.consequences }
      }
    }
    return Set(effects.filter { $0.verb == verb }.compactMap { $0[keyPath: word] })
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func takeWord(_ reader: inout LineReader, among words: [String]) -> String? {
    guard let name = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "a word")
      return nil
    }
    guard words.contains(name.text) else {
      lines.report(.unknownValue(name, of: reader.line.keyword.text, among: words))
      return nil
    }
    return name.text
  }

  private mutating func takeText(of type: ValueType, _ reader: inout LineReader) -> String? {
    guard let value = lines.takeValue(&reader, of: type) else { return nil }
    return value.interval?.text(of: type, in: value.currency)
  }

  /// A value of a meaning: a literal, words, `missing`, `contested` or `error`.
  private mutating func takeValue(_ reader: inout LineReader) -> String? {
    if let text = reader.takeText() { return "\"\(text.value)\"" }
    if let first = reader.takeName() {
      var words = [first.text]
      while reader.takeSeparator(), let word = reader.takeName() { words.append(word.text) }
      let isUnknown = ["missing", "contested", "error"].contains(first.text)
      return words.count == 1 && isUnknown ? "«\(first.text)»" : words.joined(separator: " or ")
    }
    guard let range = reader.takeRange() else {
      lines.reportNext(of: reader, wanted: "a value")
      return nil
    }
    guard let value = lines.keep(range.checkedLiteral()), let interval = value.interval else {
      return nil
    }
    return interval.text(of: counted(value.type), in: value.currency)
  }

  /// Records are counted in the plural, as in `1 test-runs`.
  private func counted(_ type: ValueType) -> ValueType {
    guard case .count(let unit) = type else { return type }
    return .count(rules.kinds.first { $0.name == unit }?.plural ?? unit)
  }
}

extension LineSyntax {
  /// From the first value through the last; nil where there is none, or a cell is only one of several.
  fileprivate var valueRange: SourceRange? {
    guard let first = values.first?.range, let last = values.last?.range else { return nil }
    guard values.count > 1 else { return first }
    let isInLine = values.allSatisfy {
      range.lower <= $0.range.lower && $0.range.upper <= range.upper
    }
    return isInLine ? first.through(last) : nil
  }
}

extension Expectation.Measure {
  fileprivate var isNegative: Bool {
    if case .noFact = self { return true }
    return false
  }
}
