import ContractModel
import RuleSyntax
import SourceText

/// Lines about the contract as a whole: calendar, month ends, zone, record files, registers.
extension ContractChecker {
  mutating func calendar(of line: LineSyntax?) -> BusinessCalendar? {
    guard let line, let name = lines.name(of: line, wanted: "the name of a calendar") else {
      return nil
    }
    let calendar = calendars.first { $0.name == name.text }
    if calendar == nil {
      lines.report(.unknownName(name, what: .calendar, among: calendars.map(\.name)))
    }
    return calendar
  }

  mutating func monthEnd(of line: LineSyntax?) -> MonthEndPolicy? {
    line.flatMap { lines.word(of: $0, among: MonthEndPolicy.words) }
      .flatMap(MonthEndPolicy.init(word:))
  }

  mutating func zone(of line: LineSyntax?) -> String? {
    guard let line, let text = lines.text(of: line) else { return nil }
    guard ZoneRules.isName(text.value) else {
      lines.report(.notAZone(text))
      return nil
    }
    return text.value
  }

  /// Returns the patterns of record files; none may leave the contract's folder.
  mutating func patterns(of statements: [LineSyntax]) -> [Contract.Pattern] {
    var patterns: [Contract.Pattern] = []
    for line in statements {
      var reader = LineReader(line)
      guard let text = reader.takeText() else {
        lines.reportNext(of: reader, wanted: "a text")
        continue
      }
      if reader.take("from"), !checkSource(&reader) { continue }
      lines.finish(reader)
      if let first = patterns.first(where: { $0.text == text.value }) {
        lines.report(.duplicateText(text, what: "pattern", first: first.range))
        continue
      }
      guard RecordPattern.components(of: text.value) != nil else {
        lines.report(.patternOutsideFolder(text))
        continue
      }
      patterns.append(.init(text: text.value, range: text.range))
    }
    return patterns
  }

  /// `records "ci/*.csv" from ci-results`: the files are somebody else's, and the source reads them.
  ///
  /// Returns false where no such source can be named.
  private mutating func checkSource(_ reader: inout LineReader) -> Bool {
    guard let name = reader.takeName() else {
      lines.reportNext(of: reader, wanted: "the name of a source")
      return false
    }
    guard let source = rules.sources.first(where: { $0.name == name.text }) else {
      let names = rules.sources.filter { !$0.statesContracts }.map(\.name)
      lines.report(.unknownName(name, what: .source, among: names))
      return false
    }
    if source.statesContracts { lines.report(.sourceOfContracts(name, source: source)) }
    if !source.isSound { hasSoundClauses = false }
    return true
  }

  /// `register defect complete through 2013-12-26`.
  mutating func registers(of statements: [LineSyntax]) -> [String: CivilDate] {
    var completeThrough: [String: CivilDate] = [:]
    var first: [String: SourceRange] = [:]
    for line in statements {
      var reader = LineReader(line)
      guard let name = reader.takeName() else {
        lines.reportNext(of: reader, wanted: "the name of a register")
        continue
      }
      let kind = register(named: name)
      guard takeWords(["complete", "through"], of: &reader), let day = lines.takeDay(&reader)
      else { continue }
      lines.finish(reader)
      guard let kind else { continue }
      if let earlier = first[kind.name] {
        lines.report(.duplicateName(name, what: "register", first: earlier))
        continue
      }
      first[kind.name] = name.range
      completeThrough[kind.name] = day
    }
    return completeThrough
  }

  /// Takes words that must follow one another; reports the first that does not.
  mutating func takeWords(_ words: [String], of reader: inout LineReader) -> Bool {
    for word in words {
      guard reader.take(word) else {
        lines.reportNext(of: reader, wanted: "'\(word)'")
        return false
      }
    }
    return true
  }

  private mutating func register(named name: NameSyntax) -> RecordKind? {
    guard let kind = rules.kinds.first(where: { $0.name == name.text }) else {
      let registers = rules.kinds.filter { $0.nature == .register }.map(\.name)
      lines.report(.unknownName(name, what: .register, among: registers))
      return nil
    }
    guard kind.nature == .register else {
      lines.report(.notARegister(name, declared: kind))
      return nil
    }
    return kind
  }
}
